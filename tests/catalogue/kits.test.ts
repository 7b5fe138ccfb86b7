import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { changeProducts } from "@/modules/catalogue/commands/change-products.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { deleteProduct } from "@/modules/catalogue/commands/delete-product.ts";
import { saveKit } from "@/modules/catalogue/commands/save-kit.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { posCatalogue } from "@/modules/catalogue/queries/pos-catalogue.ts";
import { createProductSchema, kitSchema, updateProductSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { receivePurchaseOrder } from "@/modules/ordering/commands/receive-purchase-order.ts";
import { createPurchaseOrder } from "@/modules/ordering/commands/save-purchase-order.ts";
import { sendPurchaseOrder } from "@/modules/ordering/commands/send-purchase-order.ts";
import { createPurchaseOrderSchema, receivePurchaseOrderSchema } from "@/modules/ordering/schema.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { cancelReceipt } from "@/modules/purchases/commands/cancel-receipt.ts";
import { cancelReturn } from "@/modules/purchases/commands/cancel-return.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { registerReceipt } from "@/modules/purchases/commands/register-receipt.ts";
import { registerReturn } from "@/modules/purchases/commands/register-return.ts";
import { registerPurchaseSchema, registerReceiptSchema, registerReturnSchema } from "@/modules/purchases/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { adjustStockSchema, createLocationSchema, openCountSchema, requestTransferSchema } from "@/modules/stock/schema.ts";
import { saveRate } from "@/modules/suppliers/commands/save-rate.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema, rateSchema } from "@/modules/suppliers/schema.ts";
import { sql } from "@/platform/db/sql.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const add = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ taxRate: "21.00", ...given })));
const kitOf = (ctx: Context, id: string, parts: readonly (readonly [string, string])[], pricing: "own" | "sum" = "own") =>
  saveKit(ctx, id, kitSchema.parse({ pricing, components: parts.map(([productId, quantity]) => ({ productId, quantity })) }));
const sell = (ctx: Context, lines: object[]) => registerSale(ctx, registerSaleSchema.parse({ lines }));
const view = async (ctx: Context, id: string) => (await getProduct(ctx, ctx.db, id))!;

async function bathroom(ctx: Context) {
  const tap = await add(ctx, { name: "Canilla", salePrice: "100", costPrice: "60", initialStock: "5" });
  const pipe = await add(ctx, { name: "Caño", unit: "m", salePrice: "40", costPrice: "20.5", initialStock: "7" });
  const kit = await add(ctx, { name: "Kit baño", sku: "KIT", salePrice: "150" });
  return { tap, pipe, kit };
}

test("a kit sold takes its components from the shelves, at their cost, and gives as many as the scarcest", async () => {
  const { ctx } = await openShop();
  const { tap, pipe, kit } = await bathroom(ctx);
  must(await kitOf(ctx, kit.id, [[tap.id, "1"], [pipe.id, "2.5"]]));
  expect(await view(ctx, kit.id)).toMatchObject({ isKit: true, salePrice: "150.00", costPrice: "111.25", stock: { onHand: "2.000", available: "2.000" } });
  expect((await posCatalogue(ctx, null)).products.find(({ sku }) => sku === "KIT")).toMatchObject({ stock: "2", cost: "134.6125" });
  const sale = must(await sell(ctx, [{ sku: "KIT", quantity: "2" }, { productId: tap.id, quantity: "1" }]));
  expect(sale.total).toBe("400.00");
  expect((await listMovements(ctx, { productId: pipe.id, limit: 5 })).items.find(({ type }) => type === "sale")).toMatchObject({ quantity: "-5.000", after: "2.000" });
  expect(await view(ctx, tap.id)).toMatchObject({ stock: { onHand: "2.000" } });
  expect((await listMovements(ctx, { productId: kit.id, limit: 5 })).items).toEqual([]);
  // What it is made of may change; what was sold does not.
  must(await kitOf(ctx, kit.id, [[tap.id, "3"]]));
  expect(await auditTenant(ctx.db)).toEqual([]);
  must(await changeSettings(ctx, { negativeStock: "refuse" }));
  expect(await sell(ctx, [{ sku: "KIT", quantity: "1" }])).toMatchObject({ code: "stock_short", params: { name: "Canilla" } });
});

test("the sum of its components follows them, through kits within kits", async () => {
  const { ctx } = await openShop();
  const { tap, pipe, kit } = await bathroom(ctx);
  must(await kitOf(ctx, kit.id, [[tap.id, "1"], [pipe.id, "2"]], "sum"));
  const outer = await add(ctx, { name: "Obra completa" });
  must(await kitOf(ctx, outer.id, [[kit.id, "2"], [tap.id, "1"]], "sum"));
  expect([(await view(ctx, kit.id)).salePrice, (await view(ctx, outer.id)).salePrice, (await view(ctx, outer.id)).costPrice]).toEqual(["180.00", "460.00", "262.00"]);
  must(await updateProduct(ctx, tap.id, updateProductSchema.parse({ salePrice: "110", costPrice: "70" })));
  expect([(await view(ctx, kit.id)).salePrice, (await view(ctx, outer.id)).salePrice, (await view(ctx, outer.id)).costPrice]).toEqual(["190.00", "490.00", "292.00"]);
  expect((await view(ctx, outer.id)).stock.onHand).toBe("1.000");
  must(await sell(ctx, [{ productId: outer.id, quantity: "1" }]));
  expect([(await view(ctx, tap.id)).stock.onHand, (await view(ctx, pipe.id)).stock.onHand]).toEqual(["2.000", "3.000"]);
  must(await updateProduct(ctx, pipe.id, updateProductSchema.parse({ salePrice: null })));
  expect((await view(ctx, outer.id)).salePrice).toBeNull();
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("no ring, no archived component, no stock of its own; a component stays as long as a kit needs it", async () => {
  const [{ ctx }, other] = await Promise.all([openShop(), openShop()]);
  const { tap, pipe, kit } = await bathroom(ctx);
  const foreign = await add(other.ctx, { name: "Ajeno" });
  must(await changeProducts(ctx, { ids: [pipe.id], isActive: false }));
  expect(await kitOf(ctx, kit.id, [[kit.id, "1"]])).toMatchObject({ code: "kit_ring" });
  expect(await kitOf(ctx, kit.id, [[tap.id, "1"], [pipe.id, "1"]])).toMatchObject({ fields: [{ path: "components.1.productId", code: "product_archived", params: { name: "Caño" } }] });
  expect(await kitOf(ctx, kit.id, [[foreign.id, "1"]])).toMatchObject({ fields: [{ code: "not_found" }] });
  expect(await kitOf(other.ctx, kit.id, [[foreign.id, "1"]])).toMatchObject({ code: "not_found" });
  expect(await kitOf(ctx, tap.id, [[kit.id, "1"]])).toMatchObject({ code: "kit_has_stock" });
  must(await kitOf(ctx, kit.id, [[tap.id, "1"]]));
  const outer = await add(ctx, { name: "Obra" });
  must(await kitOf(ctx, outer.id, [[kit.id, "1"]]));
  expect(await kitOf(ctx, kit.id, [[tap.id, "1"], [outer.id, "1"]])).toMatchObject({ fields: [{ path: "components.1.productId", code: "kit_ring", params: { name: "Obra" } }] });
  expect(await changeProducts(ctx, { ids: [tap.id], isActive: false })).toMatchObject({ code: "in_kit", params: { name: "Kit baño" } });
  expect(await deleteProduct(ctx, tap.id)).toMatchObject({ code: "in_kit" });
  expect(await updateProduct(ctx, tap.id, updateProductSchema.parse({ isActive: false }))).toMatchObject({ code: "in_kit" });
  must(await kitOf(ctx, outer.id, []));
  must(await kitOf(ctx, kit.id, []));
  expect(await view(ctx, kit.id)).toMatchObject({ isKit: false, stock: { onHand: "0.000" } });
  must(await changeProducts(ctx, { ids: [tap.id], isActive: false }));
});

test("nothing gives a kit a stock of its own: bills, receipts, orders, returns, adjustments, counts and transfers say what to do instead", async () => {
  const { ctx } = await openShop();
  const { tap, pipe, kit } = await bathroom(ctx);
  must(await kitOf(ctx, kit.id, [[tap.id, "1"], [pipe.id, "2.5"]]));
  const supplier = must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Sanitarios" })));
  const refusal = { ok: false, code: "kit_no_stock", params: { name: "Kit baño" } };
  const bill = (line: object) => registerPurchase(ctx, registerPurchaseSchema.parse({ supplierId: supplier.id, number: "A-1", date: "2026-01-05", lines: [{ productId: tap.id, quantity: "1", unitCost: "60" }, { quantity: "1", unitCost: "90", ...line }] }));
  expect(await bill({ productId: kit.id })).toMatchObject({ ...refusal, fields: [{ path: "lines.1.productId" }] });
  expect(await bill({ sku: "KIT" })).toMatchObject({ ...refusal, fields: [{ path: "lines.1.sku" }] });
  expect(await adjustStock(ctx, adjustStockSchema.parse({ lines: [{ productId: kit.id, quantity: "2" }], reason: "ajuste" }))).toMatchObject(refusal);
  expect(await openCount(ctx, openCountSchema.parse({ productIds: [kit.id] }))).toMatchObject(refusal);
  const running = must(await openCount(ctx, openCountSchema.parse({})));
  expect(await recordCount(ctx, running.id, { lines: [{ productId: kit.id, counted: "1" }] })).toMatchObject(refusal);
  const [shelf] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const elsewhere = must(await saveLocation(ctx, null, createLocationSchema.parse({ name: "Depósito", kind: "warehouse" })));
  expect(await requestTransfer(ctx, requestTransferSchema.parse({ fromLocationId: shelf!.id, toLocationId: elsewhere.id, lines: [{ productId: kit.id, quantity: "1" }] }))).toMatchObject(refusal);
  const goods = (line: object) => ({ supplierId: supplier.id, lines: [{ productId: tap.id, quantity: "1" }, { quantity: "1", ...line }] });
  for (const [line, path] of [[{ productId: kit.id }, "lines.1.productId"], [{ sku: "KIT" }, "lines.1.sku"]] as const) {
    const told = { ...refusal, fields: [{ path }] };
    expect(await registerReceipt(ctx, registerReceiptSchema.parse(goods(line)))).toMatchObject(told);
    expect(await registerReturn(ctx, registerReturnSchema.parse({ ...goods(line), reason: "roto" }))).toMatchObject(told);
    expect(await createPurchaseOrder(ctx, createPurchaseOrderSchema.parse(goods(line)))).toMatchObject(told);
  }
  expect(await ctx.db.rows(sql`SELECT FROM stock_level WHERE product_id = ${kit.id}`)).toEqual([]);
  expect(await ctx.db.rows(sql`SELECT FROM purchase`)).toEqual([]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("what came and was sold before it became a kit: its papers are not turned back into a stock of the kit, and an order of it is not received", async () => {
  const { ctx } = await openShop();
  const { tap, kit } = await bathroom(ctx);
  const supplier = must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Sanitarios" })));
  const there = { supplierId: supplier.id, lines: [{ productId: kit.id, quantity: "2", unitCost: "9" }] };
  const receipt = must(await registerReceipt(ctx, registerReceiptSchema.parse(there)));
  const bill = must(await registerPurchase(ctx, registerPurchaseSchema.parse({ ...there, number: "A-1", date: "2026-01-05" })));
  const back = must(await registerReturn(ctx, registerReturnSchema.parse({ supplierId: supplier.id, reason: "roto", lines: [{ productId: kit.id, quantity: "1" }] })));
  const order = must(await createPurchaseOrder(ctx, createPurchaseOrderSchema.parse(there)));
  must(await sendPurchaseOrder(ctx, order.id));
  must(await sell(ctx, [{ productId: kit.id, quantity: "3", unitPrice: "10" }]));
  must(await kitOf(ctx, kit.id, [[tap.id, "1"]]));
  const refusal = { ok: false, code: "kit_no_stock", params: { name: "Kit baño" } };
  expect(await cancelReceipt(ctx, receipt.id, { reason: "x" })).toMatchObject(refusal);
  expect(await cancelPurchase(ctx, bill.id, { reason: "x" })).toMatchObject(refusal);
  expect(await cancelReturn(ctx, back.id, { reason: "x" })).toMatchObject(refusal);
  expect(await receivePurchaseOrder(ctx, order.id, receivePurchaseOrderSchema.parse({}))).toMatchObject(refusal);
  expect(await ctx.db.rows(sql`SELECT on_hand AS "onHand" FROM stock_level WHERE product_id = ${kit.id}`)).toEqual([{ onHand: "0.000" }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("what is on its way to another place is stock of its own as well", async () => {
  const { ctx } = await openShop();
  const { tap, kit } = await bathroom(ctx);
  const [shelf] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const elsewhere = must(await saveLocation(ctx, null, createLocationSchema.parse({ name: "Depósito", kind: "warehouse" })));
  must(await adjustStock(ctx, adjustStockSchema.parse({ lines: [{ productId: kit.id, quantity: "2" }], reason: "found" })));
  const { id } = must(await requestTransfer(ctx, requestTransferSchema.parse({ fromLocationId: shelf!.id, toLocationId: elsewhere.id, lines: [{ productId: kit.id, quantity: "2" }] })));
  must(await dispatchTransfer(ctx, id, {}));
  expect(await kitOf(ctx, kit.id, [[tap.id, "1"]])).toMatchObject({ code: "kit_has_stock" });
});

test("a component that costs dollars counts at the rate of the day, and a new rate moves the kit", async () => {
  const { ctx } = await openShop();
  const { tap, pipe, kit } = await bathroom(ctx);
  must(await updateProduct(ctx, tap.id, updateProductSchema.parse({ costPrice: "0.5", costCurrency: "USD" })));
  must(await kitOf(ctx, kit.id, [[tap.id, "2"], [pipe.id, "2"]]));
  expect(await view(ctx, kit.id)).toMatchObject({ costPrice: null });
  must(await saveRate(ctx, rateSchema.parse({ currency: "USD", onDate: "2020-01-05", rate: "1000" })));
  expect(await view(ctx, kit.id)).toMatchObject({ costPrice: "1041.00" });
  must(await saveRate(ctx, rateSchema.parse({ currency: "USD", onDate: "2020-01-06", rate: "1100" })));
  expect(await view(ctx, kit.id)).toMatchObject({ costPrice: "1141.00" });
});
