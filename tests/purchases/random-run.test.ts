import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelPurchaseOrder, closePurchaseOrder } from "@/modules/ordering/commands/end-purchase-order.ts";
import { receivePurchaseOrder } from "@/modules/ordering/commands/receive-purchase-order.ts";
import { createPurchaseOrder } from "@/modules/ordering/commands/save-purchase-order.ts";
import { sendPurchaseOrder } from "@/modules/ordering/commands/send-purchase-order.ts";
import { receivePurchaseOrderSchema } from "@/modules/ordering/schema.ts";
import { cancelCreditNote } from "@/modules/purchases/commands/cancel-credit-note.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { cancelReceipt } from "@/modules/purchases/commands/cancel-receipt.ts";
import { cancelReturn } from "@/modules/purchases/commands/cancel-return.ts";
import { decideDifference } from "@/modules/purchases/commands/decide-difference.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { registerCreditNote } from "@/modules/purchases/commands/register-credit-note.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { registerReceipt } from "@/modules/purchases/commands/register-receipt.ts";
import { registerReturn } from "@/modules/purchases/commands/register-return.ts";
import { DECISIONS } from "@/modules/purchases/rules/decisions.ts";
import { loadDifferences } from "@/modules/purchases/queries/list-differences.ts";
import { paySupplierSchema, registerCreditNoteSchema, registerPurchaseSchema, registerReceiptSchema, registerReturnSchema } from "@/modules/purchases/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";
import { stockShelf } from "../support/stock-shelf.ts";
import { watchDeadlocks } from "../support/watch-deadlocks.ts";

// Orders, receipts, bills of receipts, decisions, returns, credit notes, payments and what cancels them, beside sales. DEEDS=10000 makes it long.

const deadlocks = watchDeadlocks();
const WORKERS = 6;
const DEEDS = Number(process.env["DEEDS"] ?? 150);
const SHELF = 7;
const EXPECTED = new Set(["stock_short", "purchase_order_state", "receipt_billed", "receipt_cancelled", "purchase_cancelled", "return_credited", "return_cancelled", "credit_note_cancelled", "difference_decided", "not_found", "reason_required", "busy"]);

interface Played {
  /** A fresh context: each request has its own instant. */
  now: () => Context;
  random: (below: number) => number;
  shelf: string[];
  suppliers: string[];
  orders: string[];
  receipts: { id: string; supplierId: string; productIds: string[] }[];
  bills: string[];
  returns: { id: string; supplierId: string }[];
  notes: string[];
}

async function prepare(): Promise<Played> {
  const shop = await openShop();
  const shelf = [];
  for (let i = 0; i < SHELF; i += 1) shelf.push(await stockShelf(shop.ctx, { stock: String(60 * (i + 1)), costPrice: `${10 + i}.37` }));
  const suppliers: string[] = [];
  for (const name of ["Norte", "Sur"]) {
    const made = await saveSupplier(shop.ctx, null, createSupplierSchema.parse({ name }));
    if (made.ok) suppliers.push(made.value.id);
  }
  return { now: () => shop.contextAt(new Date()), random: seeded(), shelf, suppliers, orders: [], receipts: [], bills: [], returns: [], notes: [] };
}

const pick = <T>({ random }: Played, from: readonly T[]): T => from[random(from.length)]!;
/** One of the latest. */
const late = <T>({ random }: Played, list: readonly T[]): T | undefined => list.at(-1 - random(4));
const some = (played: Played): string[] => [...new Set(Array.from({ length: 1 + played.random(4) }, () => pick(played, played.shelf)))];
const cost = ({ random }: Played): string => `${5 + random(20)}.${random(90) + 10}`;
const few = ({ random }: Played): string => String(1 + random(9));

const DEEDS_OF: readonly ((played: Played) => Promise<Result<unknown>>)[] = [
  (played) => registerSale(played.now(), registerSaleSchema.parse({ lines: some(played).map((productId) => ({ productId, quantity: String(1 + played.random(3)) })) })),
  async (played) => {
    const made = await createPurchaseOrder(played.now(), { supplierId: pick(played, played.suppliers), lines: some(played).map((productId) => ({ productId, quantity: few(played), unitCost: cost(played) })) });
    if (!made.ok) return made;
    played.orders.push(made.value.id);
    return played.random(5) ? sendPurchaseOrder(played.now(), made.value.id) : cancelPurchaseOrder(played.now(), made.value.id, { reason: "no" });
  },
  async (played) => {
    const came = await receivePurchaseOrder(played.now(), late(played, played.orders) ?? newId(), receivePurchaseOrderSchema.parse({}));
    if (came.ok) played.receipts.push({ id: came.value.id, supplierId: came.value.supplierId, productIds: came.value.lines.map(({ productId }) => productId) });
    return came;
  },
  async (played) => {
    const [supplierId, productIds] = [pick(played, played.suppliers), some(played)];
    const came = await registerReceipt(played.now(), registerReceiptSchema.parse({ supplierId, lines: productIds.map((productId) => ({ productId, quantity: few(played), unitCost: cost(played) })) }));
    if (came.ok) played.receipts.push({ id: came.value.id, supplierId, productIds });
    return came;
  },
  async (played) => {
    const receipt = late(played, played.receipts);
    if (!receipt) return registerSale(played.now(), registerSaleSchema.parse({ lines: [{ productId: played.shelf[0], quantity: "1" }] }));
    const productIds = [...new Set([...receipt.productIds, ...(played.random(3) ? [] : some(played))])];
    const billed = await registerPurchase(played.now(), registerPurchaseSchema.parse({
      supplierId: receipt.supplierId, number: newId(), date: "2026-11-20", receiptIds: [receipt.id], freight: played.random(2) ? "12.34" : "0", lines: productIds.map((productId) => ({ productId, quantity: few(played), unitCost: cost(played) })),
    }));
    if (billed.ok) played.bills.push(billed.value.id);
    return billed;
  },
  (played) => cancelPurchase(played.now(), late(played, played.bills) ?? newId(), { reason: "mal" }),
  (played) => cancelReceipt(played.now(), late(played, played.receipts)?.id ?? newId(), { reason: "mal" }),
  (played) => closePurchaseOrder(played.now(), late(played, played.orders) ?? newId(), { reason: "no viene más" }),
  async (played) => {
    const supplierId = pick(played, played.suppliers);
    const back = await registerReturn(played.now(), registerReturnSchema.parse({ supplierId, reason: "roto", lines: some(played).map((productId) => ({ productId, quantity: String(1 + played.random(2)) })) }));
    if (back.ok) played.returns.push({ id: back.value.id, supplierId });
    return back;
  },
  async (played) => {
    const back = played.random(2) ? late(played, played.returns) : undefined;
    const note = await registerCreditNote(played.now(), registerCreditNoteSchema.parse({ supplierId: back?.supplierId ?? pick(played, played.suppliers), number: newId(), date: "2026-11-20", ...(back ? { returnId: back.id } : {}), taxes: [{ taxRate: "21", base: cost(played) }] }));
    if (note.ok) played.notes.push(note.value.id);
    return note;
  },
  (played) => cancelReturn(played.now(), late(played, played.returns)?.id ?? newId(), { reason: "no" }),
  (played) => cancelCreditNote(played.now(), late(played, played.notes) ?? newId(), { reason: "no" }),
  (played) => paySupplier(played.now(), pick(played, played.suppliers), paySupplierSchema.parse({ amount: cost(played) })),
  async (played) => {
    const ctx = played.now();
    const [open] = await loadDifferences(ctx.db, { status: "open", limit: 1 });
    return decideDifference(ctx, open?.id ?? newId(), { decision: pick(played, DECISIONS), reason: "visto" });
  },
];

test(`G2 G3 G4 ${DEEDS} deeds of buying and selling at random by ${WORKERS} at once: the audit is clean, and nobody waited in a ring`, async () => {
  const played = await prepare();
  const refusals = new Map<string, number>();
  let done = 0;
  await Promise.all(Array.from({ length: WORKERS }, async () => {
    while (done < DEEDS) {
      done += 1;
      const answer = await (played.random(3) ? pick(played, DEEDS_OF) : DEEDS_OF[0]!)(played);
      if (!answer.ok) refusals.set(answer.code, (refusals.get(answer.code) ?? 0) + 1);
    }
  }));
  expect([...refusals.keys()].filter((code) => !EXPECTED.has(code))).toEqual([]);
  const { db } = played.now();
  const [seen] = await db.rows<Record<string, number>>(sql`
    SELECT (SELECT count(*)::int FROM sale) AS sales, (SELECT count(*)::int FROM goods_receipt) AS receipts, (SELECT count(*)::int FROM receipt_match) AS matches, (SELECT count(*)::int FROM bill_difference) AS differences,
           (SELECT count(*)::int FROM supplier_return) AS returns, (SELECT count(*)::int FROM credit_note) AS notes, (SELECT count(*)::int FROM stock_movement) AS movements, ${deadlocks()}::int AS deadlocks`);
  console.log(JSON.stringify({ deeds: done, ...seen, refusals: Object.fromEntries(refusals) }));
  for (const kind of ["sales", "receipts", "matches", "differences", "returns", "notes"]) expect([kind, seen![kind]! > 0]).toEqual([kind, true]);
  expect(await auditTenant(db)).toEqual([]);
  expect(deadlocks()).toBe(0);
}, 900_000);
