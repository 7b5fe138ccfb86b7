import { expect, test } from "vitest";
import type { Refusal, Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { receivePurchaseOrder } from "@/modules/ordering/commands/receive-purchase-order.ts";
import { createPurchaseOrder } from "@/modules/ordering/commands/save-purchase-order.ts";
import { sendPurchaseOrder } from "@/modules/ordering/commands/send-purchase-order.ts";
import { createPurchaseOrderSchema, receivePurchaseOrderSchema } from "@/modules/ordering/schema.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { cancelReceipt } from "@/modules/purchases/commands/cancel-receipt.ts";
import { cancelReturn } from "@/modules/purchases/commands/cancel-return.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { registerCreditNote } from "@/modules/purchases/commands/register-credit-note.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { registerReceipt } from "@/modules/purchases/commands/register-receipt.ts";
import { registerReturn } from "@/modules/purchases/commands/register-return.ts";
import { paySupplierSchema, registerCreditNoteSchema, registerPurchaseSchema, registerReceiptSchema, registerReturnSchema } from "@/modules/purchases/schema.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { cancelTransfer } from "@/modules/stock/commands/cancel-transfer.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { cancelCount, reopenCount, reviewCount } from "@/modules/stock/commands/move-count.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { postCount } from "@/modules/stock/commands/post-count.ts";
import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { adjustStockSchema, createLocationSchema, openCountSchema, receiveTransferSchema, requestTransferSchema } from "@/modules/stock/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { PERMISSIONS } from "@/modules/tenancy/permissions.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** A shop with a warehouse that is kept for one of its staff; both of them may do everything, there or elsewhere. */
async function prepare() {
  const shop = await openShop();
  const [insider, outsider] = await Promise.all(["insider", "outsider"].map(async () => {
    const who = await shop.ctxOf("stock_keeper");
    return { ...who, permissions: new Set(PERMISSIONS) };
  }));
  const product = await stockShelf(shop.ctx, { name: "Codo", stock: "50" });
  const [usual] = await shop.ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const kept = must(await saveLocation(shop.ctx, null, createLocationSchema.parse({ name: "Depósito", kind: "warehouse", memberIds: [insider!.member.id] }))).id;
  const supplierId = must(await saveSupplier(shop.ctx, null, createSupplierSchema.parse({ name: "Sur" }))).id;
  return { ...shop, insider: insider!, outsider: outsider!, product, usual: usual!.id, kept, supplierId };
}

const REFUSED = { ok: false, code: "location_not_yours", params: { name: "Depósito" } } satisfies Partial<Refusal>;

test("E2 goods of a supplier come and go only where one works, also by cancelling; what moves money alone is open to whoever pays", async () => {
  const { ctx, insider, outsider, product, kept, supplierId } = await prepare();
  const line = { productId: product, quantity: "5" };
  const there = { supplierId, locationId: kept };
  /** Refused to the one, done by the other. */
  const onlyInside = async <T>(act: (who: Context) => Promise<Result<T>>): Promise<T> => {
    expect(await act(outsider)).toMatchObject(REFUSED);
    return must(await act(insider));
  };
  const receipt = await onlyInside((who) => registerReceipt(who, registerReceiptSchema.parse({ ...there, lines: [{ ...line, unitCost: "10" }] })));
  const order = must(await createPurchaseOrder(insider, createPurchaseOrderSchema.parse({ ...there, lines: [{ ...line, unitCost: "10" }] })));
  must(await sendPurchaseOrder(insider, order.id));
  await onlyInside((who) => receivePurchaseOrder(who, order.id, receivePurchaseOrderSchema.parse({})));
  const bill = await onlyInside((who) => registerPurchase(who, registerPurchaseSchema.parse({ ...there, number: "A 1-1", date: "2026-01-05", lines: [{ ...line, unitCost: "10" }] })));
  const back = await onlyInside((who) => registerReturn(who, registerReturnSchema.parse({ ...there, reason: "roto", lines: [line] })));
  await onlyInside((who) => cancelReturn(who, back.id, { reason: "no" }));
  await onlyInside((who) => cancelReceipt(who, receipt.id, { reason: "no" }));
  must(await paySupplier(outsider, supplierId, paySupplierSchema.parse({ amount: "10", method: "cash" })));
  must(await registerCreditNote(outsider, registerCreditNoteSchema.parse({ supplierId, number: "NC 1", date: "2026-01-05", taxes: [{ taxRate: "21", base: "1" }] })));
  await onlyInside((who) => cancelPurchase(who, bill.id, { reason: "no" }));
  expect(await ctx.db.rows(sql`SELECT on_hand AS "onHand" FROM stock_level WHERE location_id = ${kept}`)).toEqual([{ onHand: "5.000" }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("E2 who works nowhere near the usual place is told so when no place is named", async () => {
  const { ctx, outsider, product, usual, kept, supplierId, insider } = await prepare();
  must(await saveLocation(ctx, usual, { memberIds: [insider.member.id] }));
  const given = { supplierId, lines: [{ productId: product, quantity: "1" }] };
  expect(await registerReceipt(outsider, registerReceiptSchema.parse(given))).toMatchObject({ code: "location_not_yours", fields: [{ path: "locationId" }] });
  expect(await registerReturn(outsider, registerReturnSchema.parse({ ...given, reason: "x" }))).toMatchObject({ code: "location_not_yours" });
  must(await registerReceipt(insider, registerReceiptSchema.parse({ ...given, locationId: kept })));
});

test("E2 E3 transfers and counts of a kept place are its people's: each step, both ends", async () => {
  const { ctx, insider, outsider, product, usual, kept } = await prepare();
  const lines = [{ productId: product, quantity: "4" }];
  const ask = (who: Context, fromLocationId: string, toLocationId: string) => requestTransfer(who, requestTransferSchema.parse({ fromLocationId, toLocationId, lines }));
  must(await saveLocation(ctx, usual, { memberIds: [outsider.member.id] }));
  // Whoever works at one end may ask; who sends works where it leaves, who takes in works where it comes.
  const coming = must(await ask(outsider, usual, kept));
  expect(await dispatchTransfer(insider, coming.id, {})).toMatchObject({ code: "location_not_yours", fields: [{ path: "fromLocationId" }] });
  must(await dispatchTransfer(outsider, coming.id, {}));
  expect(await receiveTransfer(outsider, coming.id, receiveTransferSchema.parse({}))).toMatchObject({ code: "location_not_yours", fields: [{ path: "toLocationId" }] });
  must(await receiveTransfer(insider, coming.id, receiveTransferSchema.parse({})));
  must(await saveLocation(ctx, usual, { memberIds: [] }));
  const third = must(await saveLocation(ctx, null, createLocationSchema.parse({ name: "Otro", kind: "warehouse", memberIds: [insider.member.id] }))).id;
  expect(await ask(outsider, kept, third)).toMatchObject(REFUSED);
  const inner = must(await ask(insider, kept, third));
  expect(await cancelTransfer(outsider, inner.id)).toMatchObject(REFUSED);
  must(await cancelTransfer(insider, inner.id));
  expect(await adjustStock(outsider, adjustStockSchema.parse({ locationId: kept, reason: "found", lines: [{ productId: product, countedQuantity: "1" }] }))).toMatchObject(REFUSED);

  const open = (who: Context) => openCount(who, openCountSchema.parse({ locationId: kept, productIds: [product] }));
  expect(await open(outsider)).toMatchObject(REFUSED);
  const count = must(await open(insider));
  const steps: [string, (who: Context) => Promise<Result<unknown>>][] = [
    ["entries", (who) => recordCount(who, count.id, { lines: [{ productId: product, counted: "3" }] })],
    ["review", (who) => reviewCount(who, count.id)],
    ["reopen", (who) => reopenCount(who, count.id)],
    ["review", (who) => reviewCount(who, count.id)],
    ["post", (who) => postCount(who, count.id, { choices: [] })],
  ];
  for (const [name, step] of steps) {
    expect([name, await step(outsider)]).toMatchObject([name, REFUSED]);
    must(await step(insider));
  }
  const given = must(await open(insider));
  expect(await cancelCount(outsider, given.id)).toMatchObject(REFUSED);
  must(await cancelCount(insider, given.id));
  expect(await ctx.db.rows(sql`SELECT on_hand AS "onHand" FROM stock_level WHERE location_id = ${kept}`)).toEqual([{ onHand: "3.000" }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});
