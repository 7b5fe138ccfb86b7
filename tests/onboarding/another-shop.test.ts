import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import es from "@/messages/es-AR/onboarding.json" with { type: "json" };
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import { listShops } from "@/modules/identity/queries/list-shops.ts";
import { openAnotherShop } from "@/modules/onboarding/commands/open-another-shop.ts";
import { checkDemand, openContext } from "@/modules/tenancy/gate.ts";
import { sql } from "@/platform/db/sql.ts";
import { newAddress, openShop, visitor } from "../support/open-shop.ts";

const from = () => visitor({ address: newAddress() });

it("A5 a person opens a second shop with the same account, whole and apart from the first", async () => {
  const { membership, ctx } = await openShop();
  const { userId } = membership;
  const opened = await openAnotherShop({ userId, name: "Marta" }, { id: newId(), tenantName: "La Segunda" }, from(), es.defaults);
  if (!opened.ok) throw new Error(opened.code);
  const second = openContext(opened.value, ctx.request, new Date());
  expect(opened.value).toMatchObject({ role: "OWNER", userId, tenantName: "La Segunda" });
  expect(await second.db.rows(sql`SELECT name FROM location`)).toEqual([{ name: "Principal" }]);
  expect((await second.db.rows(sql`SELECT code FROM account`)).length).toBe(18);
  expect((await listShops(userId)).map(({ tenantId }) => tenantId).sort()).toEqual([membership.tenantId, opened.value.tenantId].sort());
  // A page of the first shop, sent from a tab that stayed open.
  expect(checkDemand(second, { permission: "product.read", tenantSlug: membership.tenantSlug })).toMatchObject({ code: "tenant_changed", params: { shop: "La Segunda" } });
});

it("A5 the same form sent four times at once is one shop; another person's id leads nowhere", async () => {
  const [one, two] = [await openShop(), await openShop()];
  const form = { id: newId(), tenantName: "Repetida" };
  const { userId } = one.membership;
  const results = await Promise.all([1, 2, 3, 4].map(() => openAnotherShop({ userId, name: "Marta" }, form, from(), es.defaults)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await listShops(userId)).toHaveLength(2);
  expect(await openAnotherShop({ userId: two.membership.userId, name: "Ana" }, form, from(), es.defaults)).toMatchObject({ code: "conflict" });
  expect(await findMembership(two.membership.userId, form.id)).toBeNull();
});
