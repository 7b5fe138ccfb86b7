import fc from "fast-check";
import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { cancelPriceRun } from "@/modules/pricing/commands/cancel-price-run.ts";
import { openPriceRun } from "@/modules/pricing/commands/open-price-run.ts";
import { openUndo } from "@/modules/pricing/commands/open-undo.ts";
import { saveListPrices } from "@/modules/pricing/commands/save-list-prices.ts";
import { savePriceList } from "@/modules/pricing/commands/save-price-list.ts";
import { listListPrices } from "@/modules/pricing/queries/list-list-prices.ts";
import { listPriceHistory } from "@/modules/pricing/queries/list-price-history.ts";
import { simulatePrices } from "@/modules/pricing/queries/simulate-prices.ts";
import { loadPriceLists } from "@/modules/pricing/queries/load-price-lists.ts";
import { createPriceListSchema, priceRunSchema, simulationSchema, undoSchema, updatePriceListSchema } from "@/modules/pricing/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { importList } from "../imports/import-list.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";
import { drawn } from "../support/seeded.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse(given)));
const pricesOf = async (ctx: Context, listId: string) => must(await listListPrices(ctx, listId, { limit: 50 })).items.map(({ price }) => price);

test("D1 a derived list follows the base with its own rounding, an own list keeps its prices, the base takes rules", async () => {
  const { ctx, tenantId } = await openShop();
  const [a, b] = [await product(ctx, { name: "a", salePrice: "1234" }), await product(ctx, { name: "b" })];
  const trade = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "Gremio", percent: "-12", rounding: [{ upTo: null, step: "10", mode: "up" }] })));
  expect(trade).toMatchObject({ kind: "derived", percent: "-12.00", rounding: [{ upTo: null, step: "10", ending: "0", mode: "up" }] });
  expect(await pricesOf(ctx, trade.id)).toEqual(["1090.00", null]);
  must(await updateProduct(ctx, a.id, { salePrice: "2000" }));
  expect(await pricesOf(ctx, trade.id)).toEqual(["1760.00", null]);
  const bulk = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "Mayorista", breaks: [{ from: "10", percent: "-5" }] })));
  expect(must(await saveListPrices(ctx, bulk.id, [{ productId: b.id, price: "55.5" }]))).toEqual({ changed: 1 });
  expect(await pricesOf(ctx, bulk.id)).toEqual([null, "55.50"]);
  expect(must(await saveListPrices(ctx, bulk.id, [{ productId: b.id, price: null }]))).toEqual({ changed: 1 });
  expect(await saveListPrices(ctx, trade.id, [{ productId: b.id, price: "1" }])).toMatchObject({ code: "price_list_derived" });
  const base = must(await savePriceList(ctx, tenantId, { methods: { cash: "-10" }, floorMargin: "20" }));
  expect(base).toMatchObject({ kind: "base", methods: { cash: "-10" }, floorMargin: "20.00", version: 1 });
  expect(await pricesOf(ctx, tenantId)).toEqual(["2000.00", null]);
  expect((await loadPriceLists(ctx.db)).map(({ kind }) => kind)).toEqual(["base", "derived", "own"]);
  expect(await savePriceList(ctx, null, { name: "Gremio" })).toMatchObject({ fields: [{ code: "price_list_taken" }] });
  // A repeated POST is told so: what somebody changed since stays.
  expect(await savePriceList(ctx, null, { name: "Otra" }, trade.id)).toMatchObject({ fields: [{ path: "id", code: "conflict" }] });
  expect(await savePriceList(ctx, trade.id, { version: 9 })).toMatchObject({ code: "version_changed" });
  expect(updatePriceListSchema.safeParse({ rounding: [{ upTo: null, step: "10", ending: "10", mode: "up" }] }).success).toBe(false);
});

test("D3 every price ever is in the history: creation, edit, import, an own list; who did it; and nobody can write it", async () => {
  const { ctx, ctxOf } = await openShop();
  const made = await product(ctx, { name: "Martillo", sku: "M-1", salePrice: "100", costPrice: "60" });
  must(await updateProduct({ ...ctx, now: new Date(ctx.now.getTime() + 1_000) }, made.id, { salePrice: "120" }));
  must(await updateProduct({ ...ctx, now: new Date(ctx.now.getTime() + 2_000) }, made.id, { name: "Martillo 500 g" }));
  await importList(ctx, "Código;Descripción;Precio venta\nM-1;Martillo 500 g;150");
  const history = await listPriceHistory(ctx, made.id);
  expect(history.map(({ from, to }) => [from, to])).toEqual(expect.arrayContaining([[null, "100.00"], ["100.00", "120.00"], ["120.00", "150.00"]]));
  expect(history).toHaveLength(3);
  expect(history.every(({ by }) => by === "Marta Quiroga")).toBe(true);
  expect((await listPriceHistory(await ctxOf("stock_keeper"), made.id))[0]).not.toHaveProperty("fromCost");
  await expect(ctx.db.execute(sql`DELETE FROM price_change`)).rejects.toMatchObject({ code: "42501" });
  await expect(ctx.db.execute(sql`INSERT INTO price_change (product_id, at) VALUES (${made.id}, now())`)).rejects.toMatchObject({ code: "42501" });
});

test("D1 a list is archived and restored; the base never, nor one that a run waits for, and an archived one is not repriced", async () => {
  const { ctx, tenantId } = await openShop();
  await product(ctx, { name: "a", salePrice: "100" });
  const list = must(await savePriceList(ctx, null, { name: "Mayorista" }));
  expect(await savePriceList(ctx, tenantId, { isActive: false })).toMatchObject({ fields: [{ path: "isActive", code: "not_allowed" }] });
  const plan = { listId: list.id, scope: {}, rule: { kind: "base" as const, value: "-10" } };
  const later = must(await openPriceRun(ctx, priceRunSchema.parse({ ...plan, runAt: new Date(Date.now() + 3_600_000).toISOString() })));
  expect(await savePriceList(ctx, list.id, { isActive: false })).toMatchObject({ code: "price_list_in_use" });
  must(await cancelPriceRun(ctx, later.id));
  must(await savePriceList(ctx, list.id, { isActive: false }));
  expect(await openPriceRun(ctx, priceRunSchema.parse(plan))).toMatchObject({ fields: [{ code: "price_list_archived" }] });
  expect(must(await savePriceList(ctx, list.id, { isActive: true }))).toMatchObject({ isActive: true });
  must(await openPriceRun(ctx, priceRunSchema.parse(plan)));
});

test("D2 D3 the rule reaches the list's target margin at replacement cost; the history tells the run, who asked for it, and its undoing", async () => {
  const { ctx, tenantId } = await openShop();
  const made = await product(ctx, { name: "a", salePrice: "100", costPrice: "60" });
  const target = { scope: {}, rule: { kind: "target" as const, value: "0" } };
  expect(await openPriceRun(ctx, priceRunSchema.parse(target))).toMatchObject({ fields: [{ code: "target_missing" }] });
  must(await savePriceList(ctx, tenantId, updatePriceListSchema.parse({ targetMargin: "40" })));
  const { id } = must(await openPriceRun(ctx, priceRunSchema.parse(target)));
  await doJobs(tenantId);
  const [last] = await listPriceHistory(ctx, made.id);
  expect(last).toMatchObject({ from: "100.00", to: "121.00", runId: id, undone: false, importId: null, by: "Marta Quiroga" });
  must(await openUndo(ctx, id, undoSchema.parse({})));
  await doJobs(tenantId);
  expect((await listPriceHistory(ctx, made.id))[0]).toMatchObject({ from: "121.00", to: "100.00", runId: id, undone: true, by: "Marta Quiroga" });
});

test("D2 a category's target goes before the list's; what stands below a target or floor today can be chosen alone", async () => {
  const { ctx, ctxOf, tenantId } = await openShop();
  await product(ctx, { name: "a", sku: "A", salePrice: "100", costPrice: "60", categoryName: "Pinturas" });
  await product(ctx, { name: "b", sku: "B", salePrice: "100", costPrice: "60" });
  await product(ctx, { name: "c", sku: "C", salePrice: "900", costPrice: "60" });
  const [paint] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM category`);
  const plan = (scope: object, kind = "target") => simulatePrices(ctx, simulationSchema.parse({ scope, rule: { kind, value: "0" }, order: "name" }));
  expect(await plan({ below: "floor" }, "percent")).toMatchObject({ fields: [{ path: "scope.below", code: "floor_missing" }] });
  must(await savePriceList(ctx, tenantId, updatePriceListSchema.parse({ targetMargin: "40", floorMargin: "25", categoryTargets: [{ categoryId: paint!.id, percent: "50" }] })));
  expect(must(await plan({})).items.map(({ sku, to }) => [sku, to])).toEqual([["A", "145.20"], ["B", "121.00"], ["C", "121.00"]]);
  expect(must(await plan({ below: "target" })).items.map(({ sku }) => sku)).toEqual(["A", "B"]);
  expect(must(await plan({ below: "floor" })).counts).toMatchObject({ scope: 0 });
  must(await savePriceList(ctx, tenantId, updatePriceListSchema.parse({ floorMargin: "28" })));
  expect(must(await plan({ below: "floor" })).items.map(({ sku }) => sku)).toEqual(["A", "B"]);
  expect(await simulatePrices(await ctxOf("stock_keeper"), simulationSchema.parse({ scope: { below: "floor" }, rule: { kind: "percent", value: "1" } }))).toMatchObject({ code: "forbidden" });
});

/** Price and percent in whole numbers: what a derived price must be, to 4 decimals, without the code that works it out. */
function shareOf(price: string, percent: string): number {
  const [whole, fraction = ""] = price.split(".");
  const units = BigInt(whole + fraction.padEnd(4, "0").slice(0, 4)) * BigInt(10_000 + Math.round(Number(percent) * 100));
  return Number((units + 5_000n) / 10_000n) / 10_000;
}

test("D1 a derived list never drifts: whatever walk the base takes by edits, runs and their undoing, it is the base's share of this moment", async () => {
  const { ctx } = await openShop();
  const goods = [await product(ctx, { name: "a", sku: "A", salePrice: "1234.56" }), await product(ctx, { name: "b", sku: "B", salePrice: "0.07" }), await product(ctx, { name: "c", sku: "C", salePrice: "98765.43" })];
  const lists = [];
  for (const percent of ["-12.35", "33.33", "7"]) lists.push({ percent, id: must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: `Lista ${percent}`, percent }))).id });
  const price = fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 100).toFixed(2));
  const step = fc.oneof(
    fc.record({ kind: fc.constant("edit" as const), which: fc.nat(2), price }),
    fc.record({ kind: fc.constant("run" as const), percent: fc.integer({ min: -3_000, max: 6_000 }).map((n) => (n / 100).toFixed(2)) }),
    fc.constant({ kind: "undo" as const }),
  );
  const runs: string[] = [];
  const seen = new Set<string>();
  const walk = drawn(step, 24);
  for (const one of walk) {
    if (one.kind === "edit") must(await updateProduct(ctx, goods[one.which]!.id, { salePrice: one.price }));
    if (one.kind === "run") {
      const run = await openPriceRun(ctx, priceRunSchema.parse({ scope: {}, rule: { kind: "percent", value: one.percent } }));
      if (run.ok) runs.push(run.value.id);
    }
    if (one.kind === "undo" && runs.length > 0) must(await openUndo(ctx, runs.pop()!, undoSchema.parse({ overwrite: true })));
    await doJobs(ctx.tenant.id);
    const base = await ctx.db.rows<{ price: string }>(sql`SELECT sale_price AS price FROM product ORDER BY sku`);
    seen.add(JSON.stringify(base));
    for (const { id, percent } of lists) expect((await pricesOf(ctx, id)).map(Number), JSON.stringify(walk)).toEqual(base.map((row) => shareOf(row.price, percent)));
  }
  // The base did walk.
  expect(seen.size).toBeGreaterThan(5);
});
