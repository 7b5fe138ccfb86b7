import { expect, it } from "vitest";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { createMember } from "@/modules/team/commands/create-member.ts";
import { savePermissionSet } from "@/modules/team/commands/save-permission-set.ts";
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import { getMember } from "@/modules/team/queries/get-member.ts";
import { openContext } from "@/modules/tenancy/gate.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { Permission } from "@/modules/tenancy/permissions.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { newEmail, openShop, PASSWORD } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

/** A member of an own set with these permissions, who may discount half. */
async function memberWith(ctx: Context, permissions: readonly Permission[]): Promise<Context> {
  const set = await savePermissionSet(ctx, { key: null, name: `Set ${newEmail()}`.slice(0, 40), permissions, thresholds: { maxDiscountPercent: "50", maxRefund: "0" } });
  const created = await createMember(ctx, { email: newEmail(), name: "Nico", password: PASSWORD, role: "STAFF", permissionSet: set.ok ? set.value.key : null, permissions: [], thresholds: {} });
  const member = await getMember(ctx, created.ok ? created.value.id : undefined);
  const [row] = await databases().control.rows<{ userId: string }>(sql`SELECT user_id AS "userId" FROM membership WHERE id = ${member.ok ? member.value.id : null}`);
  return openContext((await findMembership(row!.userId, ctx.tenant.id))!, ctx.request, new Date());
}

it("A7 who may not sell beyond the stock is refused, also where the shop only warns", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { stock: "1" });
  const careful = await memberWith(ctx, ["sale.register", "product.read"]);
  const trusted = await memberWith(ctx, ["sale.register", "product.read", "stock.negative"]);
  const two = { lines: [{ productId: product, quantity: "2" }] };
  expect(await registerSale(careful, two)).toMatchObject({ ok: false, code: "stock_short" });
  expect(await registerSale(trusted, two)).toMatchObject({ ok: true });
});

it("A7 who may not sell below cost is refused when a discount goes there, and nowhere else", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { salePrice: "121", costPrice: "90", stock: "100" });
  const careful = await memberWith(ctx, ["sale.register", "product.read"]);
  const trusted = await memberWith(ctx, ["sale.register", "product.read", "price.below_cost"]);
  const sale = (discountPercent: string) => ({ lines: [{ productId: product, quantity: "1", discountPercent }] });
  expect(await registerSale(careful, sale("5"))).toMatchObject({ ok: true });
  expect(await registerSale(careful, sale("15"))).toMatchObject({ ok: false, code: "price_below_cost" });
  expect(await registerSale(careful, { ...sale("0"), discountPercent: "15" })).toMatchObject({ ok: false, code: "price_below_cost" });
  expect(await registerSale(trusted, sale("15"))).toMatchObject({ ok: true });
  expect(await registerSale(ctx, sale("15"))).toMatchObject({ ok: true });
});
