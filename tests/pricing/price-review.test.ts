import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { openPriceRun } from "@/modules/pricing/commands/open-price-run.ts";
import { simulatePrices } from "@/modules/pricing/queries/simulate-prices.ts";
import { priceRunSchema, simulationSchema } from "@/modules/pricing/schema.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { listCostChanges } from "@/modules/purchases/queries/list-cost-changes.ts";
import { registerPurchaseSchema } from "@/modules/purchases/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ unit: "u", taxRate: "21", ...given }))).id;

test("G3 after a bill the prices of what it moved follow its costs at the margin that each had, once, and only those that are chosen", async () => {
  const { ctx, contextAt, tenantId } = await openShop();
  const supplierId = must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Sur" }))).id;
  const risen = await product(ctx, { name: "Martillo", sku: "MA", costPrice: "100", salePrice: "242" });
  const fallen = await product(ctx, { name: "Pinza", sku: "PI", costPrice: "100", salePrice: "200" });
  const same = await product(ctx, { name: "Clavo", sku: "CL", costPrice: "10", salePrice: "20" });
  const fresh = await product(ctx, { name: "Tuerca", sku: "TU", salePrice: "20" });
  const lines = [{ sku: "MA", quantity: "10", unitCost: "140" }, { sku: "PI", quantity: "10", unitCost: "40" }, { sku: "CL", quantity: "5", unitCost: "10" }, { sku: "TU", quantity: "5", unitCost: "5" }];
  const bill = must(await registerPurchase(contextAt(new Date(Date.now() + 1_000)), registerPurchaseSchema.parse({ supplierId, number: "1", date: "2026-11-02", lines: [...lines, { sku: "MA", quantity: "2", unitCost: "200" }] })));

  expect((await listCostChanges(ctx, bill.id)).map(({ productId, before, after }) => [productId, before, after])).toEqual([[risen, "100.0000", "150.0000"], [fallen, "100.0000", "40.0000"], [fresh, null, "5.0000"]]);
  const plan = { scope: { purchaseId: bill.id }, rule: { kind: "keep", value: "0" }, rounding: [{ upTo: null, step: "1", mode: "nearest" }], guards: { hold: false } };
  const ask = async (given: object = {}) => must(await simulatePrices(ctx, simulationSchema.parse({ ...plan, order: "name", ...given })));
  const first = await ask();
  expect(first.items.map(({ productId, from, to }) => [productId, from, to])).toEqual([[risen, "242.00", "363.00"], [fallen, "200.00", "80.00"]]);
  expect(first.counts).toMatchObject({ scope: 3, change: 2, impossible: 1 });
  expect(same).not.toBe(fresh);

  must(await openPriceRun(ctx, priceRunSchema.parse({ ...plan, scope: { ...plan.scope, except: [fallen] } })));
  await doJobs(tenantId);
  const prices = await ctx.db.rows<{ price: string }>(sql`SELECT sale_price AS price FROM product WHERE id = ANY (${[risen, fallen]}::uuid[]) ORDER BY sku`);
  expect(prices).toEqual([{ price: "363.0000" }, { price: "200.0000" }]);
  // Asked again, the price that has followed stays.
  expect((await ask()).items.map(({ productId }) => productId)).toEqual([fallen]);
  expect(await simulatePrices(ctx, simulationSchema.parse({ ...plan, scope: {} }))).toMatchObject({ code: "required", fields: [{ path: "scope.purchaseId" }] });
});
