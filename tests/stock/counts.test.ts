import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { reopenCount, reviewCount } from "@/modules/stock/commands/move-count.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { postCount } from "@/modules/stock/commands/post-count.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { getCount } from "@/modules/stock/queries/get-count.ts";
import { openCountSchema, postCountSchema } from "@/modules/stock/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const onHand = async (ctx: Context): Promise<Record<string, number>> => Object.fromEntries((await ctx.db.rows<{ id: string; n: string }>(sql`SELECT product_id AS id, on_hand AS n FROM stock_level`)).map(({ id, n }) => [id, Number(n)]));
const moved = (ctx: Context) => ctx.db.rows(sql`SELECT product_id AS "productId", quantity FROM stock_movement WHERE type = 'count' ORDER BY product_id`);
const open = async (ctx: Context, input: object = {}) => must(await openCount(ctx, openCountSchema.parse(input)));
const post = (ctx: Context, id: string, input: object = {}) => postCount(ctx, id, postCountSchema.parse(input));

test("E3 I20 a count while 50 sales a minute go on ends with the true difference of each product", async () => {
  const random = seeded();
  const begin = Date.UTC(2031, 4, 6, 14);
  const shop = await openShop();
  const ledger = [20, 300, 41, 500, 120, 60];
  const products: string[] = [];
  for (const stock of ledger) products.push(await stockShelf(shop.contextAt(new Date(begin)), { stock: String(stock) }));
  // The oracle is the shelf itself: what really lies there, kept by hand, never looked up.
  const gap = [-3, 0, 2, -7, 0, -1];
  const shelf = ledger.map((stock, i) => stock + gap[i]!);
  const { id } = await open(shop.contextAt(new Date(begin + 1_000)));
  const toCount = products.map((_, i) => ({ i, second: 5 + 9 * i }));
  for (let second = 1; second <= 60; second += 1) {
    const now = new Date(begin + 1_000 * (second + 1));
    for (const { i } of toCount.filter((one) => one.second === second)) must(await recordCount(shop.contextAt(now), id, { lines: [{ productId: products[i]!, counted: String(shelf[i]) }] }));
    // 50 in this minute, each at some instant of its second.
    if (second % 6 === 0) continue;
    const at = new Date(now.getTime() + 1 + random(900));
    const basket = [...new Set([random(6), random(6)])];
    must(await registerSale(shop.contextAt(at), { lines: basket.map((i) => ({ productId: products[i]!, quantity: "1" })) }));
    for (const i of basket) shelf[i]! -= 1;
  }
  const later = shop.contextAt(new Date(begin + 90_000));
  must(await reviewCount(later, id));
  must(await registerSale(later, { lines: [{ productId: products[3]!, quantity: "2" }] }));
  shelf[3]! -= 2;
  const posted = must(await post(shop.contextAt(new Date(begin + 95_000)), id));
  expect(await onHand(shop.ctx)).toEqual(Object.fromEntries(products.map((productId, i) => [productId, shelf[i]])));
  expect(await moved(shop.ctx)).toEqual(products.flatMap((productId, i) => (gap[i] === 0 ? [] : [{ productId, quantity: `${gap[i]}.000` }])).sort((a, b) => (a.productId < b.productId ? -1 : 1)));
  // 9 of cost 60 are gone.
  expect(posted).toMatchObject({ status: "posted", value: "-540.00", countedCount: 6 });
  expect(await shop.ctx.db.sale.count()).toBe(51);
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
}, 60_000);

test("E3 two counters with a sale between them agree; two who found other gaps do not, until somebody chooses", async () => {
  const shop = await openShop();
  const keeper = await shop.ctxOf("stock_keeper");
  const [a, b] = [await stockShelf(shop.ctx, { name: "Codo", stock: "10" }), await stockShelf(shop.ctx, { name: "Cable", stock: "10" })];
  const at = (second: number, ctx: Context): Context => ({ ...ctx, now: new Date(Date.now() + 1_000 * second) });
  const { id } = await open(shop.contextAt(new Date()));
  must(await recordCount(at(1, shop.ctx), id, { lines: [{ productId: a, counted: "9" }, { productId: b, counted: "8" }] }));
  must(await registerSale(at(2, shop.ctx), { lines: [{ productId: a, quantity: "4" }] }));
  const found = must(await recordCount(at(3, keeper), id, { lines: [{ productId: a, counted: "5" }, { productId: b, counted: "7" }] }));
  expect(found.lines.find(({ productId }) => productId === a)!.entries[0]).not.toHaveProperty("expected");
  expect(await post(at(4, shop.ctx), id)).toMatchObject({ ok: false, code: "count_state" });
  const review = must(await reviewCount(at(4, keeper), id));
  expect(review.lines.map(({ name, isDisputed, entries }) => [name, isDisputed, entries.map(({ difference }) => difference)])).toEqual([["Cable", true, ["-2.000", "-3.000"]], ["Codo", false, ["-1.000", "-1.000"]]]);
  expect(await post(at(5, shop.ctx), id)).toMatchObject({ ok: false, code: "count_disputed", params: { name: "Cable" } });
  must(await reopenCount(at(6, shop.ctx), id));
  // A later look of the same person stands instead of the earlier one.
  must(await recordCount(at(7, keeper), id, { lines: [{ productId: b, counted: "9" }] }));
  const again = must(await reviewCount(at(8, shop.ctx), id));
  const chosen = again.lines.find(({ productId }) => productId === b)!.entries.find(({ counted }) => counted === "9.000")!;
  must(await post(at(9, shop.ctx), id, { choices: [{ productId: b, entryId: chosen.id }] }));
  expect(await onHand(shop.ctx)).toEqual({ [a]: 5, [b]: 9 });
  expect(await recordCount(at(10, shop.ctx), id, { lines: [{ productId: a, counted: "1" }] })).toMatchObject({ ok: false, code: "count_state" });
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});

test("E3 two counts that found the same gap close it once", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx, { stock: "10" });
  const at = (second: number): Context => shop.contextAt(new Date(Date.now() + 1_000 * second));
  const counts = [await open(at(0)), await open(at(0))];
  for (const { id } of counts) must(await recordCount(at(1), id, { lines: [{ productId: product, counted: "7" }] }));
  for (const { id } of counts) must(await reviewCount(at(2), id));
  for (const [i, { id }] of counts.entries()) must(await post(at(3 + i), id));
  expect(await onHand(shop.ctx)).toEqual({ [product]: 7 });
  expect(await moved(shop.ctx)).toHaveLength(1);
});

test("E3 today's five are those that waited longest; one id is one count; a line bears a sound instant", async () => {
  const shop = await openShop();
  const shelf: string[] = [];
  for (let i = 0; i < 7; i += 1) shelf.push(await stockShelf(shop.ctx, { stock: "5" }));
  for (const productId of [shelf[2]!, shelf[5]!]) must(await registerSale(shop.contextAt(new Date()), { lines: [{ productId, quantity: "1" }] }));
  const input = { id: newId(), suggest: 5 };
  const first = await open(shop.contextAt(new Date()), input);
  expect(await open(shop.contextAt(new Date()), input)).toEqual(first);
  const planned = first.lines.map(({ productId }) => productId);
  expect(planned).toHaveLength(5);
  expect(planned).toEqual(expect.arrayContaining([shelf[2], shelf[5]]));
  const lines = planned.map((productId) => ({ productId, counted: "5" }));
  for (const at of [new Date(Date.parse(first.openedAt) - 1), new Date(Date.now() + 60_000)]) {
    expect(await recordCount(shop.contextAt(new Date()), first.id, { lines: [{ ...lines[0]!, at: at.toISOString() }] })).toMatchObject({ ok: false, code: "invalid" });
  }
  must(await recordCount(shop.contextAt(new Date()), first.id, { lines }));
  must(await reviewCount(shop.ctx, first.id));
  must(await post(shop.contextAt(new Date()), first.id));
  const second = (await open(shop.contextAt(new Date()), { suggest: 2 })).lines.map(({ productId }) => productId);
  expect(second.some((productId) => planned.includes(productId))).toBe(false);
  const other = await openShop();
  expect(await getCount(other.ctx, other.ctx.db, first.id)).toBeNull();
});
