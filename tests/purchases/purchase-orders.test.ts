import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { answerPurchaseOrder } from "@/modules/ordering/commands/answer-purchase-order.ts";
import { duplicatePurchaseOrder } from "@/modules/ordering/commands/duplicate-purchase-order.ts";
import { cancelPurchaseOrder, closePurchaseOrder } from "@/modules/ordering/commands/end-purchase-order.ts";
import { makeOrderLink, revokeOrderLink } from "@/modules/ordering/commands/make-order-link.ts";
import { receivePurchaseOrder } from "@/modules/ordering/commands/receive-purchase-order.ts";
import { changePurchaseOrder, createPurchaseOrder } from "@/modules/ordering/commands/save-purchase-order.ts";
import { sendPurchaseOrder } from "@/modules/ordering/commands/send-purchase-order.ts";
import { findLink } from "@/modules/tenancy/queries/find-link.ts";
import { getPurchaseOrder } from "@/modules/ordering/queries/get-purchase-order.ts";
import { listPurchaseOrders } from "@/modules/ordering/queries/list-purchase-orders.ts";
import { orderPdf, orderSheet } from "@/modules/ordering/queries/order-file.ts";
import { suggestLines } from "@/modules/ordering/queries/suggest-lines.ts";
import { createPurchaseOrderSchema, receivePurchaseOrderSchema } from "@/modules/ordering/schema.ts";
import { cancelReceipt } from "@/modules/purchases/commands/cancel-receipt.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { listDifferences } from "@/modules/purchases/queries/list-differences.ts";
import { listDifferencesSchema, registerPurchaseSchema } from "@/modules/purchases/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { saveSupplierProducts } from "@/modules/suppliers/commands/save-supplier-products.ts";
import { createSupplierSchema, supplierProductsSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { newAddress, openShop, visitor } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ unit: "u", taxRate: "21", ...given }))).id;
const order = (ctx: Context, given: object) => createPurchaseOrder(ctx, createPurchaseOrderSchema.parse(given));
const receive = (ctx: Context, id: string, given: object = {}) => receivePurchaseOrder(ctx, id, receivePurchaseOrderSchema.parse(given));
const stateOf = async (ctx: Context, id: string) => (await getPurchaseOrder(ctx.db, id))!.view.status;

/** A supplier with a chain of discounts that sells nails in boxes of twelve, and has hammers. */
async function shelf() {
  const shop = await openShop();
  const { ctx } = shop;
  const supplierId = must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Distribuidora Sur", currency: "ARS", discounts: "20+10", leadDays: 4 }))).id;
  const [nails, hammer] = [await product(ctx, { name: "Clavo", sku: "C", minStock: "10" }), await product(ctx, { name: "Martillo", sku: "M", costPrice: "50" })];
  must(await saveSupplierProducts(ctx, supplierId, supplierProductsSchema.parse({ items: [{ sku: "C", code: "0012", listPrice: "1200", packSize: "12" }, { sku: "M", code: "=1+1" }] }).items));
  return { ...shop, supplierId, nails, hammer };
}

test("G2 an order goes from draft to received: numbers without gap, costs by the supplier's chain, lines that stay once sent", async () => {
  const { ctx, supplierId, nails, hammer } = await shelf();
  const first = must(await order(ctx, { supplierId, lines: [{ sku: "C", quantity: "24" }, { productId: hammer, quantity: "5", unitCost: "45" }] }));
  // 1200 less 20 and 10 percent, a box of twelve.
  expect(first).toMatchObject({ number: "1", status: "draft", total: "1953.00", lines: [{ supplierCode: "0012", unitCost: "72.0000", packSize: "12.000" }, { unitCost: "45.0000" }] });
  expect(first.expectedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await order(ctx, { supplierId, lines: [{ sku: "C", quantity: "1" }, { productId: nails, quantity: "1" }] })).toMatchObject({ fields: [{ path: "lines.1.productId", code: "product_repeated" }] });
  expect(await receive(ctx, first.id)).toMatchObject({ code: "purchase_order_state" });
  must(await changePurchaseOrder(ctx, first.id, createPurchaseOrderSchema.omit({ id: true }).parse({ supplierId, lines: [{ sku: "C", quantity: "12" }, { sku: "M", quantity: "5" }] })));
  must(await sendPurchaseOrder(ctx, first.id));
  expect(await changePurchaseOrder(ctx, first.id, createPurchaseOrderSchema.omit({ id: true }).parse({ supplierId, lines: [{ sku: "C", quantity: "1" }] }))).toMatchObject({ code: "purchase_order_state" });

  const part = must(await receive(ctx, first.id, { paper: "R 1", lines: [{ productId: nails, quantity: "8" }] }));
  expect(part).toMatchObject({ number: "1", purchaseOrderNumber: "1", value: "576.00", lines: [{ ordered: "12.000", unitCost: "72.0000" }] });
  expect(await stateOf(ctx, first.id)).toBe("partly_received");
  expect(await receive(ctx, first.id, { lines: [{ productId: nails, quantity: "5" }] })).toMatchObject({ fields: [{ path: "lines.0.reason", code: "reason_required" }] });
  const rest = must(await receive(ctx, first.id));
  expect(rest.lines.map(({ quantity }) => quantity)).toEqual(["4.000", "5.000"]);
  expect(await stateOf(ctx, first.id)).toBe("received");
  must(await cancelReceipt(ctx, rest.id, { reason: "era de otro" }));
  expect(await stateOf(ctx, first.id)).toBe("partly_received");
  expect(await cancelPurchaseOrder(ctx, first.id, { reason: "no" })).toMatchObject({ code: "purchase_order_state" });
  must(await receive(ctx, first.id, { close: true, lines: [{ productId: hammer, quantity: "7", reason: "mandaron de más" }, { productId: nails, quantity: "0", reason: "no tienen" }] }));
  expect((await getPurchaseOrder(ctx.db, first.id))!.view).toMatchObject({ status: "closed", endReason: "mandaron de más" });

  const again = must(await duplicatePurchaseOrder(ctx, first.id));
  expect(again).toMatchObject({ number: "2", status: "draft", lines: [{ quantity: "12.000" }, { quantity: "5.000" }] });
  must(await cancelPurchaseOrder(ctx, again.id, { reason: "mejor no" }));
  expect((await listPurchaseOrders(ctx, { status: "closed", limit: 5 })).items.map(({ number }) => number)).toEqual(["1"]);
  expect(await closePurchaseOrder(ctx, again.id, { reason: "x" })).toMatchObject({ code: "purchase_order_state" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G2 order, receipt and bill are matched: what differs waits for a decision", async () => {
  const { ctx, supplierId, nails } = await shelf();
  const made = must(await order(ctx, { supplierId, lines: [{ productId: nails, quantity: "24" }] }));
  must(await sendPurchaseOrder(ctx, made.id));
  const receipt = must(await receive(ctx, made.id));
  must(await registerPurchase(ctx, registerPurchaseSchema.parse({ supplierId, number: "1", date: "2026-11-20", receiptIds: [receipt.id], lines: [{ productId: nails, quantity: "2", unitCost: "864" }] })));
  expect((await listDifferences(ctx, listDifferencesSchema.parse({ supplierId }))).items).toMatchObject([{ kind: "pack", expected: "24.0000", found: "2.0000", supplierName: "Distribuidora Sur" }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G2 the same id at once is one order and one receipt", async () => {
  const { ctx, supplierId, nails } = await shelf();
  const given = { id: newId(), supplierId, lines: [{ productId: nails, quantity: "10" }] };
  expect((await Promise.all([order(ctx, given), order(ctx, given)])).map((answer) => answer.ok && answer.value.number)).toEqual(["1", "1"]);
  expect(await order(ctx, { ...given, notes: "otra" })).toMatchObject({ code: "idempotency_mismatch" });
  must(await sendPurchaseOrder(ctx, given.id));
  const came = { id: newId(), lines: [{ productId: nails, quantity: "4" }] };
  expect((await Promise.all([receive(ctx, given.id, came), receive(ctx, given.id, came)])).map((answer) => answer.ok && answer.value.number)).toEqual(["1", "1"]);
  expect((await getPurchaseOrder(ctx.db, given.id))!.view.lines).toMatchObject([{ received: "4.000" }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G2 what is below its minimum and not on its way is suggested in whole packs", async () => {
  const { ctx, supplierId, nails } = await shelf();
  expect(await suggestLines(ctx, { supplierId })).toEqual([{ productId: nails, quantity: "12.000" }]);
  const made = must(await order(ctx, { supplierId, lines: [{ productId: nails, quantity: "12" }] }));
  expect(await suggestLines(ctx, { supplierId })).toHaveLength(1);
  must(await sendPurchaseOrder(ctx, made.id));
  expect(await suggestLines(ctx, { supplierId })).toEqual([]);
});

test("G2 the supplier's link opens one order without an account, until it is revoked or over; all that opens nothing looks alike", async () => {
  const { ctx, contextAt, supplierId, nails } = await shelf();
  const made = must(await order(ctx, { supplierId, lines: [{ productId: nails, quantity: "12" }] }));
  expect(await makeOrderLink(ctx, made.id, { days: 30 })).toMatchObject({ code: "purchase_order_state" });
  must(await sendPurchaseOrder(ctx, made.id));
  const link = must(await makeOrderLink(ctx, made.id, { days: 30 }));
  const token = link.url.split("/").at(-1)!;
  expect(token).toMatch(/^[\w-]{43}$/);
  const address = newAddress();
  const at = (now = new Date()) => visitor({ address, now });
  expect((await findLink("purchase_order", token, at()))?.documentId).toBe(made.id);
  must(await answerPurchaseOrder({ token, kind: "note", note: "Entrego el jueves" }, at()));
  must(await answerPurchaseOrder({ token, kind: "confirmed", note: "" }, at()));
  expect((await getPurchaseOrder(ctx.db, made.id))!.view).toMatchObject({ status: "sent", answers: [{ kind: "note", note: "Entrego el jueves" }, { kind: "confirmed" }] });
  const [kept] = await ctx.db.rows<{ action: string; by: string | null; address: string | null }>(sql`SELECT action, member_id AS by, address FROM audit_entry WHERE entity_id = ${made.id} ORDER BY at DESC, id DESC`);
  // The supplier's own, not of the member who made the link.
  expect(kept).toEqual({ action: "purchase_order.answer", by: null, address });

  expect(await findLink("purchase_order", token, at(new Date(Date.now() + 31 * 86_400_000)))).toBeNull();
  const newer = must(await makeOrderLink(contextAt(new Date(Date.now() + 1_000)), made.id, { days: 30 }));
  expect(await findLink("purchase_order", token, at())).toBeNull();
  must(await revokeOrderLink(ctx, made.id));
  expect(await findLink("purchase_order", newer.url.split("/").at(-1)!, at())).toBeNull();
  expect(await answerPurchaseOrder({ token, kind: "confirmed", note: "" }, at())).toEqual(await answerPurchaseOrder({ token: "nothing", kind: "confirmed", note: "" }, at()));
});

test("G2 whoever tries links is held up, and honest visits are not counted", async () => {
  const { ctx, supplierId, nails } = await shelf();
  const made = must(await order(ctx, { supplierId, lines: [{ productId: nails, quantity: "12" }] }));
  must(await sendPurchaseOrder(ctx, made.id));
  const token = must(await makeOrderLink(ctx, made.id, { days: 1 })).url.split("/").at(-1)!;
  const someone = visitor({ address: newAddress() });
  for (let i = 0; i < 25; i += 1) expect(await findLink("purchase_order", token, someone)).not.toBeNull();
  for (let i = 0; i < 110; i += 1) await findLink("purchase_order", `guess-${i}`, someone);
  expect(await findLink("purchase_order", token, someone)).toBeNull();
  expect(await findLink("purchase_order", token, visitor({ address: newAddress() }))).not.toBeNull();
});

test("G2 an order as a paper and as a table that no spreadsheet runs", async () => {
  const { ctx, supplierId, nails, hammer } = await shelf();
  const made = must(await order(ctx, { supplierId, notes: "Dejar en el depósito", lines: [{ productId: nails, quantity: "24" }, { productId: hammer, quantity: "3" }] }));
  const paper = must(await orderPdf(ctx, made.id));
  const chunks: Buffer[] = [];
  for await (const chunk of paper.stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe("%PDF-");
  const sheet = must(await orderSheet(ctx, made.id, "csv"));
  const text = await new Response(sheet.body).text();
  expect(text).toContain("0012");
  expect(text).toContain("'=1+1");
  expect(await orderPdf(ctx, newId())).toMatchObject({ code: "not_found" });
});
