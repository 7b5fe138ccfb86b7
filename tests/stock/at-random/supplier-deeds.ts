import { newId } from "@/kernel/id.ts";
import { cancelPurchaseOrder, closePurchaseOrder } from "@/modules/ordering/commands/end-purchase-order.ts";
import { receivePurchaseOrder } from "@/modules/ordering/commands/receive-purchase-order.ts";
import { createPurchaseOrder } from "@/modules/ordering/commands/save-purchase-order.ts";
import { sendPurchaseOrder } from "@/modules/ordering/commands/send-purchase-order.ts";
import { receivePurchaseOrderSchema } from "@/modules/ordering/schema.ts";
import { cancelCreditNote } from "@/modules/purchases/commands/cancel-credit-note.ts";
import { cancelPayment } from "@/modules/purchases/commands/cancel-payment.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { cancelReceipt } from "@/modules/purchases/commands/cancel-receipt.ts";
import { cancelReturn } from "@/modules/purchases/commands/cancel-return.ts";
import { decideDifference } from "@/modules/purchases/commands/decide-difference.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { registerCreditNote } from "@/modules/purchases/commands/register-credit-note.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { registerReceipt } from "@/modules/purchases/commands/register-receipt.ts";
import { registerReturn } from "@/modules/purchases/commands/register-return.ts";
import { loadDifferences } from "@/modules/purchases/queries/list-differences.ts";
import { DECISIONS } from "@/modules/purchases/rules/decisions.ts";
import { FREIGHT_SPREADS } from "@/modules/purchases/rules/spread-freight.ts";
import { paySupplierSchema, registerCreditNoteSchema, registerPurchaseSchema, registerReceiptSchema, registerReturnSchema } from "@/modules/purchases/schema.ts";
import { cost, few, keep, late, pick, some, type Act, type Played } from "./played.ts";

const DATE = "2026-11-02";
const linesOf = (played: Played, productIds: readonly string[]) => productIds.map((productId) => ({ productId, quantity: few(played), unitCost: cost(played), weight: "1.5" }));
/** A bill's terms; each is another paper. */
const paper = (played: Played) => ({ number: newId(), date: DATE, freight: `${played.random(50)}.37`, freightSpread: pick(played, FREIGHT_SPREADS) });
const placed = (played: Played) => ({ supplierId: pick(played, played.suppliers), locationId: pick(played, played.places) });
const weightless = ({ weight: _weight, ...line }: ReturnType<typeof linesOf>[number]) => line;

/** What is ordered, comes, is billed, goes back and is paid, and what cancels each. */
export const SUPPLIER_DEEDS: readonly Act[] = [
  async (played) => keep(played.bills, await registerPurchase(played.now(), registerPurchaseSchema.parse({ ...placed(played), ...paper(played), lines: linesOf(played, some(played)) }))),
  async (played) => {
    const receipt = late(played, played.receipts);
    if (!receipt) return registerPurchase(played.now(), registerPurchaseSchema.parse({ ...placed(played), ...paper(played), lines: linesOf(played, some(played)) }));
    const productIds = [...new Set([...receipt.productIds, ...(played.random(3) ? [] : some(played))])];
    return keep(played.bills, await registerPurchase(played.now(), registerPurchaseSchema.parse({ supplierId: receipt.supplierId, locationId: receipt.locationId, ...paper(played), receiptIds: [receipt.id], lines: linesOf(played, productIds) })));
  },
  async (played) => keep(played.payments, await paySupplier(played.now(), pick(played, played.suppliers), paySupplierSchema.parse({ amount: `${1 + played.random(300)}.55` }))),
  (played) => cancelPurchase(played.now(), late(played, played.bills) ?? newId(), { reason: "mal" }),
  (played) => cancelPayment(played.now(), late(played, played.payments) ?? newId(), { reason: "mal" }),
  async (played) => {
    const made = await createPurchaseOrder(played.now(), { ...placed(played), lines: linesOf(played, some(played)).map(weightless) });
    if (!made.ok) return made;
    played.orders.push(made.value.id);
    return played.random(5) ? sendPurchaseOrder(played.now(), made.value.id) : cancelPurchaseOrder(played.now(), made.value.id, { reason: "no" });
  },
  async (played) => {
    const came = await receivePurchaseOrder(played.now(), late(played, played.orders) ?? newId(), receivePurchaseOrderSchema.parse({}));
    if (came.ok) played.receipts.push({ ...came.value, productIds: came.value.lines.map(({ productId }) => productId) });
    return came;
  },
  (played) => closePurchaseOrder(played.now(), late(played, played.orders) ?? newId(), { reason: "no viene más" }),
  async (played) => {
    const productIds = some(played);
    const came = await registerReceipt(played.now(), registerReceiptSchema.parse({ ...placed(played), lines: linesOf(played, productIds).map(weightless) }));
    if (came.ok) played.receipts.push({ ...came.value, productIds });
    return came;
  },
  (played) => cancelReceipt(played.now(), late(played, played.receipts)?.id ?? newId(), { reason: "mal" }),
  async (played) => {
    const ctx = played.now();
    const [open] = await loadDifferences(ctx.db, { status: "open", limit: 1 });
    return decideDifference(ctx, open?.id ?? newId(), { decision: pick(played, DECISIONS), reason: "visto" });
  },
  async (played) => {
    const back = await registerReturn(played.now(), registerReturnSchema.parse({ ...placed(played), reason: "roto", lines: some(played).map((productId) => ({ productId, quantity: String(1 + played.random(2)) })) }));
    if (back.ok) played.returns.push(back.value);
    return back;
  },
  (played) => cancelReturn(played.now(), late(played, played.returns)?.id ?? newId(), { reason: "no" }),
  async (played) => {
    const back = played.random(2) ? late(played, played.returns) : undefined;
    const note = registerCreditNoteSchema.parse({ supplierId: back?.supplierId ?? pick(played, played.suppliers), number: newId(), date: DATE, ...(back ? { returnId: back.id } : {}), taxes: [{ taxRate: "21", base: cost(played) }] });
    return keep(played.notes, await registerCreditNote(played.now(), note));
  },
  (played) => cancelCreditNote(played.now(), late(played, played.notes) ?? newId(), { reason: "no" }),
];
