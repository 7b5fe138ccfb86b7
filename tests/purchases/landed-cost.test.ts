import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { registerPurchaseSchema } from "@/modules/purchases/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ unit: "u", taxRate: "21", ...given }))).id;
const supply = async (ctx: Context) => must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Distribuidora Sur" }))).id;
const enter = (ctx: Context, given: object) => registerPurchase(ctx, registerPurchaseSchema.parse({ date: "2026-11-02", ...given }));

test("G3 freight is spread by value, weight or units, as the bill says or else the shop, and movements carry what the goods came to", async () => {
  const { ctx, contextAt } = await openShop();
  const supplierId = await supply(ctx);
  const [light, heavy] = [await product(ctx, { name: "Pincel", sku: "PI", weight: "0.1" }), await product(ctx, { name: "Cemento", sku: "CE", weight: "50" })];
  const lines = [{ sku: "PI", quantity: "10", unitCost: "90" }, { sku: "CE", quantity: "10", unitCost: "10" }];
  const landed = async (number: string, given: object) => must(await enter(ctx, { supplierId, number, lines, freight: "501", ...given })).lines.map(({ freight, landedCost }) => [freight, landedCost]);

  expect(await landed("1", {})).toEqual([["450.90", "135.09"], ["50.10", "15.01"]]);
  expect(await landed("2", { freightSpread: "weight" })).toEqual([["1.00", "90.10"], ["500.00", "60.00"]]);
  expect(await landed("3", { freightSpread: "units" })).toEqual([["250.50", "115.05"], ["250.50", "35.05"]]);
  must(await changeSettings(ctx, { freightSpread: "weight" }));
  const bill = must(await enter(ctx, { supplierId, number: "4", lines, freight: "501" }));
  expect(bill).toMatchObject({ freightSpread: "weight", lines: [{ freight: "1.00" }, { freight: "500.00" }] });

  const moved = () => ctx.db.rows<{ quantity: string; cost: string }>(sql`SELECT quantity, unit_cost AS cost FROM stock_movement WHERE source_id = ${bill.id} AND product_id = ${heavy} ORDER BY seq`);
  expect(await moved()).toEqual([{ quantity: "10.000", cost: "60.0000" }]);
  must(await cancelPurchase(contextAt(new Date(Date.now() + 1_000)), bill.id, { reason: "mal" }));
  expect(await moved()).toEqual([{ quantity: "10.000", cost: "60.0000" }, { quantity: "-10.000", cost: "60.0000" }]);
  expect(light).not.toBe(heavy);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G3 by weight: what nobody weighed is asked for, and what the bill says of it the product learns; what is sold by the kilo needs no telling", async () => {
  const { ctx } = await openShop();
  const supplierId = await supply(ctx);
  const id = await product(ctx, { name: "Balde", sku: "BA" });
  await product(ctx, { name: "Clavos", sku: "CL", unit: "kg" });
  const lines = (weight?: string) => [{ sku: "CL", quantity: "5", unitCost: "10" }, { sku: "BA", quantity: "1", unitCost: "10", ...(weight ? { weight } : {}) }];
  const bill = { supplierId, number: "1", freight: "60", freightSpread: "weight" };
  expect(await enter(ctx, { ...bill, lines: lines() })).toMatchObject({ code: "weight_missing", fields: [{ path: "lines.1.weight" }] });
  expect(must(await enter(ctx, { ...bill, lines: lines("1") })).lines.map(({ freight }) => freight)).toEqual(["50.00", "10.00"]);
  const [row] = await ctx.db.rows<{ weight: string; cost: string }>(sql`SELECT weight, cost_price AS cost FROM product WHERE id = ${id}`);
  expect(row).toEqual({ weight: "1.0000", cost: "20.0000" });
  // Without freight nothing is to be weighed.
  must(await enter(ctx, { ...bill, number: "2", freight: "0", lines: [{ sku: "BA", quantity: "1", unitCost: "10" }] }));
});
