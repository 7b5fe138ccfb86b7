import { expect, test } from "vitest";
import { accept } from "@/kernel/refusal.ts";
import { newId } from "@/kernel/id.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { listBalances } from "@/modules/stock/queries/list-balances.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { listBalancesSchema, listMovementsSchema } from "@/modules/stock/schema.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

const at = (minute: number): Date => new Date(Date.UTC(2031, 2, 4, 12, minute));

async function balance(shop: TestShop, productId: string, asOf: string): Promise<string | undefined> {
  return (await listBalances(shop.ctx, listBalancesSchema.parse({ asOf, productId }))).items[0]?.onHand;
}

test("E5 as of any instant a level was what its movements had made of it by then", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.contextAt(at(0)), { stock: "10" });
  for (const minute of [5, 6, 9]) expect(await registerSale(shop.contextAt(at(minute)), { lines: [{ productId: product, quantity: "2" }] })).toMatchObject({ ok: true });
  const seen = await Promise.all([-1, 0, 5, 7, 9].map((minute) => balance(shop, product, at(minute).toISOString())));
  expect(seen).toEqual(["0.000", "10.000", "8.000", "6.000", "4.000"]);
  // The day of the shop, not of the server: three hours behind.
  expect([await balance(shop, product, "2031-03-03"), await balance(shop, product, "2031-03-04")]).toEqual(["0.000", "4.000"]);
});

test("E1 the time of a ledger does not run back: what is written late stands where it was written", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.contextAt(at(10)), { stock: "10" });
  expect(await registerSale(shop.contextAt(at(3)), { lines: [{ productId: product, quantity: "1" }] })).toMatchObject({ ok: true });
  const rows = await shop.ctx.db.rows<{ seq: number; at: Date; after: string }>(sql`SELECT seq, at, after FROM stock_movement ORDER BY seq`);
  expect(rows).toEqual([{ seq: 1, at: at(10), after: "10.000" }, { seq: 2, at: at(10), after: "9.000" }]);
  const page = await listMovements(shop.ctx, listMovementsSchema.parse({ productId: product, type: "sale" }));
  expect(page.items).toMatchObject([{ quantity: "-1.000", before: "10.000", after: "9.000", source: { kind: "sale" } }]);
});

test("E1 movements at once leave one chain: each begins where the one before ended, and pages part nothing", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx, { stock: "500" });
  await Promise.all(Array.from({ length: 24 }, () => registerSale(shop.contextAt(new Date()), { lines: [{ productId: product, quantity: "3" }] })));
  const chain = await shop.ctx.db.rows<{ broken: number; n: number }>(sql`
    SELECT count(*)::int AS n, count(*) FILTER (WHERE before <> expected OR place <> seq)::int AS broken
      FROM (SELECT seq, before, coalesce(lag(after) OVER w, 0) AS expected, row_number() OVER w AS place FROM stock_movement WINDOW w AS (ORDER BY at, seq)) c`);
  expect(chain).toEqual([{ n: 25, broken: 0 }]);
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await listMovements(shop.ctx, listMovementsSchema.parse({ productId: product, limit: "7", ...(cursor ? { cursor } : {}) }));
    seen.push(...page.items.map(({ after }) => after));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => `${500 - 3 * (24 - i)}.000`));
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});

test("E4 the category decides before the shop whether a level may end below zero", async () => {
  const shop = await openShop();
  const [firm, loose] = await Promise.all([stockShelf(shop.ctx, { stock: "1" }), stockShelf(shop.ctx, { stock: "1" })]);
  const category = newId();
  await shop.ctx.transact(async (tx) => {
    await tx.execute(sql`INSERT INTO category (id, name, negative_stock) VALUES (${category}, 'Herramientas', 'refuse')`);
    await tx.execute(sql`UPDATE product SET category_id = ${category} WHERE id = ${firm}`);
    return accept(null);
  });
  const sale = (productId: string) => registerSale(shop.contextAt(new Date()), { lines: [{ productId, quantity: "2" }] });
  expect(await sale(loose)).toMatchObject({ ok: true });
  expect(await sale(firm)).toMatchObject({ ok: false, code: "stock_short" });
  await shop.ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  await shop.ctx.db.category.updateMany({ data: { negativeStock: "allow" } });
  expect(await sale(loose)).toMatchObject({ ok: false, code: "stock_short" });
  expect(await sale(firm)).toMatchObject({ ok: true });
});

test("a posting for documents to come: received at a cost that the movement keeps", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx);
  const [location] = await shop.ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const moved = await shop.ctx.transact(async (tx) => accept(await postMovements(tx, shop.ctx, {
    type: "purchase", locationId: location!.id, lines: [{ productId: product, quantity: "12", unitCost: "61.5000", name: "" }], mayGoNegative: false, source: { kind: "purchase", id: newId() },
  })));
  expect(moved).toEqual({ ok: true, value: [{ productId: product, quantity: "12.000", before: "0.000", after: "12.000" }] });
  expect(await shop.ctx.db.rows(sql`SELECT unit_cost AS cost FROM stock_movement WHERE type = 'purchase'`)).toEqual([{ cost: "61.5000" }]);
});
