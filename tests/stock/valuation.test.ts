import { expect, test } from "vitest";
import { big, fix } from "@/kernel/decimal.ts";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { saveCategory } from "@/modules/catalogue/commands/save-category.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { registerPurchaseSchema } from "@/modules/purchases/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { exportValuation } from "@/modules/stock/queries/export-valuation.ts";
import { valueStock } from "@/modules/stock/queries/value-stock.ts";
import { exportValuationSchema, valuationSchema } from "@/modules/stock/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const DAY = 86_400_000;
const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ unit: "u", taxRate: "21", ...given }))).id;
const value = async (ctx: Context, given: object = {}) => must(await valueStock(ctx, valuationSchema.parse({ limit: "50", ...given })));
const bill = (ctx: Context, supplierId: string, number: string, sku: string, quantity: string, unitCost: string) =>
  registerPurchase(ctx, registerPurchaseSchema.parse({ supplierId, number, date: "2026-11-02", lines: [{ sku, quantity, unitCost }] }));

async function prepare() {
  const shop = await openShop();
  const { ctx } = shop;
  const category = must(await saveCategory(ctx, null, { name: "Fijaciones" })).id;
  const supplierId = must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Sur" }))).id;
  const nail = await product(ctx, { name: "Clavo", sku: "CL", costPrice: "10", salePrice: "30", initialStock: "100", categoryId: category });
  const free = await product(ctx, { name: "Folleto", sku: "FO", initialStock: "5" });
  return { ...shop, category, supplierId, nail, free };
}

test("E5 average, last and replacement cost beside each other; the books say the same while costs stand still, and the page says when they part", async () => {
  const { ctx, contextAt, supplierId, nail } = await prepare();
  expect(await value(ctx)).toMatchObject({ totals: { products: 2, unknown: 1, average: "1000.00", last: "1000.00", replacement: "1000.00" }, books: "1000.00" });
  must(await registerSale(ctx, registerSaleSchema.parse({ lines: [{ productId: nail, quantity: "20" }] })));
  expect(await value(ctx)).toMatchObject({ totals: { average: "800.00" }, books: "800.00" });

  // 80 at 10 and 20 at 15: an average of 11.
  must(await bill(contextAt(new Date(Date.now() + 1_000)), supplierId, "1", "CL", "20", "15"));
  const paid = await value(ctx);
  expect(paid).toMatchObject({ totals: { average: "1100.00", last: "1500.00", replacement: "1500.00" }, books: "1100.00", items: [{ name: "Clavo", sku: "CL", quantity: "100.000", average: "1100.00" }, { name: "Folleto", unknown: 1, average: "0.00" }] });
  // A sale leaves the books at what it costs to buy again: from here on they part.
  must(await registerSale(contextAt(new Date(Date.now() + 2_000)), registerSaleSchema.parse({ lines: [{ productId: nail, quantity: "10" }] })));
  expect(await value(ctx)).toMatchObject({ totals: { average: "990.00", last: "1350.00" }, books: "950.00" });
});

test("E5 by product, category and place the sums are one, goods on the way included; a past day has its own stock and costs", async () => {
  const { ctx, contextAt, category, supplierId, nail } = await prepare();
  const yesterday = new Date(Date.now() - DAY);
  must(await bill(contextAt(new Date(Date.now() + 1_000)), supplierId, "1", "CL", "100", "20"));
  const [from] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const to = must(await saveLocation(ctx, null, { name: "Depósito", kind: "warehouse" })).id;
  const sent = must(await requestTransfer(ctx, { fromLocationId: from!.id, toLocationId: to, lines: [{ productId: nail, quantity: "40" }] }));
  must(await dispatchTransfer(contextAt(new Date(Date.now() + 2_000)), sent.id, {}));
  must(await receiveTransfer(contextAt(new Date(Date.now() + 3_000)), sent.id, { lines: [{ productId: nail, quantity: "30" }], close: false }));

  const whole = await value(ctx);
  expect(whole.totals.average).toBe("3000.00");
  for (const by of ["product", "category", "location"]) {
    const { items, totals } = await value(ctx, { by });
    for (const cost of ["average", "last", "replacement"] as const) expect([by, cost, fix(items.reduce((sum, row) => sum.plus(row[cost]), big("0")), 2)]).toEqual([by, cost, totals[cost]]);
    expect(totals).toEqual(whole.totals);
  }
  expect((await value(ctx, { by: "location" })).items.map(({ name, average }) => [name, average])).toEqual([[expect.any(String), "2400.00"], ["Depósito", "450.00"], [null, "150.00"]]);
  expect(await value(ctx, { categoryId: category, locationId: to })).toMatchObject({ totals: { average: "450.00" }, books: null });
  expect(await value(ctx, { categoryId: "none" })).toMatchObject({ items: [{ name: "Folleto" }] });
  expect(await value(ctx, { q: "clav" })).toMatchObject({ items: [{ name: "Clavo" }] });

  const [{ day } = { day: "" }] = await ctx.db.rows<{ day: string }>(sql`SELECT (${yesterday}::timestamptz AT TIME ZONE time_zone)::date::text AS day FROM shop`);
  expect(await value(ctx, { asOf: day })).toMatchObject({ totals: { products: 0, average: "0.00" }, books: "0.00" });
  const [{ today } = { today: "" }] = await ctx.db.rows<{ today: string }>(sql`SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM shop`);
  expect((await value(ctx, { asOf: today })).totals).toEqual(whole.totals);
  expect((await value(ctx, { asOf: today, by: "location" })).items.map(({ average }) => average)).toEqual(["2400.00", "450.00", "150.00"]);
});

test("E5 pages follow each other without a hole, and the file has every row", async () => {
  const { ctx } = await prepare();
  for (let i = 0; i < 5; i += 1) await product(ctx, { name: `Tuerca ${i}`, sku: `T${i}`, costPrice: "7", initialStock: "3" });
  const seen: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await value(ctx, { limit: "3", ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ sku }) => sku!));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(seen.toSorted()).toEqual(["CL", "FO", "T0", "T1", "T2", "T3", "T4"]);
  const file = await exportValuation(ctx, exportValuationSchema.parse({ format: "csv" }));
  const text = await new Response(file.body).text();
  expect(text.trim().split("\n")).toHaveLength(8);
  expect(text).toContain("CL;Clavo;u;100,000;1000,00");
  expect(await valueStock(ctx, valuationSchema.parse({ limit: "3", cursor: "bm8" }))).toMatchObject({ code: "invalid" });
});
