import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { saveLimits } from "@/modules/stock/commands/save-limits.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listStock } from "@/modules/stock/queries/list-stock.ts";
import { loadLocationRecords } from "@/modules/stock/queries/load-location-records.ts";
import { adjustStockSchema, createLocationSchema, listLevelsSchema, listStockSchema, saveLimitsSchema } from "@/modules/stock/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const addPlace = async (ctx: Context, name: string, more: object = {}) => must(await saveLocation(ctx, null, createLocationSchema.parse({ name, kind: "warehouse", ...more }))).id;
const putStock = (ctx: Context, locationId: string, productId: string, countedQuantity: string) => adjustStock(ctx, adjustStockSchema.parse({ locationId, reason: "found", lines: [{ productId, countedQuantity }] }));

test("E2 a second place holds levels and bounds of its own", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { stock: "4" });
  await ctx.db.product.updateMany({ data: { minStock: "3" } });
  const warehouse = await addPlace(ctx, "Depósito");
  must(await putStock(ctx, warehouse, product, "20"));
  must(await saveLimits(ctx, warehouse, saveLimitsSchema.parse({ items: [{ productId: product, minStock: "25", maxStock: "60" }] })));
  const { items } = await listLevels(ctx, listLevelsSchema.parse({ productId: product }));
  expect(new Set(items.map(({ onHand, minStock, maxStock }) => `${onHand} ${minStock} ${maxStock}`))).toEqual(new Set(["4.000 3.000 null", "20.000 25.000 60.000"]));
  const low = async (more: object) => (await listStock(ctx, listStockSchema.parse({ view: "low", ...more }))).items.map(({ onHand }) => onHand);
  expect([await low({}), await low({ locationId: warehouse })]).toEqual([[], ["20.000"]]);
  expect(await saveLimits(ctx, warehouse, saveLimitsSchema.parse({ items: [{ productId: product, minStock: "9", maxStock: "8" }] }))).toMatchObject({ ok: false, code: "too_small" });
  must(await saveLimits(ctx, warehouse, saveLimitsSchema.parse({ items: [{ productId: product }] })));
  expect(await low({ locationId: warehouse })).toEqual([]);
});

test("E2 there is always one usual place, open; one with goods in it is not closed", async () => {
  const { ctx } = await openShop();
  const [usual] = await loadLocationRecords(ctx.db, null);
  const product = await stockShelf(ctx);
  const made = await Promise.all(["Norte", "Sur", "Este"].map((name) => addPlace(ctx, name, { isDefault: true })));
  const usuals = (await loadLocationRecords(ctx.db, null)).filter(({ isDefault }) => isDefault);
  expect(usuals).toHaveLength(1);
  expect(made).toContain(usuals[0]!.id);
  expect(await saveLocation(ctx, usuals[0]!.id, { isActive: false })).toMatchObject({ ok: false, code: "location_default" });
  must(await putStock(ctx, usual!.id, product, "1"));
  expect(await saveLocation(ctx, usual!.id, { isActive: false })).toMatchObject({ ok: false, code: "location_in_use" });
  must(await putStock(ctx, usual!.id, product, "0"));
  expect(must(await saveLocation(ctx, usual!.id, { isActive: false })).isActive).toBe(false);
  expect(await putStock(ctx, usual!.id, product, "1")).toMatchObject({ ok: false, code: "location_closed" });
  expect(await saveLocation(ctx, made[0]!, { name: "Sur" })).toMatchObject({ ok: false, code: "location_taken" });
  expect(await saveLocation(ctx, made[0]!, { name: "X", version: 99 })).toMatchObject({ ok: false, code: "version_changed" });
});

test("E2 a place that is kept for some: others of the staff neither sell nor adjust there, owner and admins do", async () => {
  const { ctx, ctxOf } = await openShop();
  const [seller, keeper, admin] = await Promise.all([ctxOf("seller"), ctxOf("stock_keeper"), ctxOf("ADMIN")]);
  const product = await stockShelf(ctx);
  const kept = await addPlace(ctx, "Depósito", { memberIds: [keeper.member.id] });
  const sale = (who: Context) => registerSale(who, registerSaleSchema.parse({ locationId: kept, lines: [{ productId: product, quantity: "1" }] }));
  expect(await sale(seller)).toMatchObject({ ok: false, code: "location_not_yours", params: { name: "Depósito" } });
  expect([(await sale(admin)).ok, (await sale(ctx)).ok, (await putStock(keeper, kept, product, "7")).ok]).toEqual([true, true, true]);
  expect(await registerSale(seller, registerSaleSchema.parse({ lines: [{ productId: product, quantity: "1" }] }))).toMatchObject({ ok: true });
  const other = await openShop();
  expect(await saveLocation(ctx, kept, { memberIds: [other.ctx.member.id] })).toMatchObject({ ok: false, code: "not_found" });
  expect(await putStock(other.ctx, kept, product, "7")).toMatchObject({ ok: false, code: "not_found" });
  expect(await ctx.db.rows(sql`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'location.create'`)).toEqual([{ n: 1 }]);
});
