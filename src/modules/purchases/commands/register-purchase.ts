import { createHash } from "node:crypto";
import { dayIn } from "@/kernel/day.ts";
import { big, compare } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, RefusedError, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import { changeProducts, type ProductChange } from "@/modules/catalogue/postings/change-products.ts";
import { ensureAccount } from "@/modules/finance/postings/ensure-account.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { correctAverages, raiseAverages } from "@/modules/stock/postings/average-costs.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { takeCosts } from "@/modules/suppliers/postings/take-costs.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { enqueue } from "@/modules/tenancy/postings/enqueue.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { insertPurchase, type PurchaseFacts } from "../postings/insert-purchase.ts";
import { postSupplierEntry } from "../postings/post-supplier-entry.ts";
import { writeMatches } from "../postings/write-matches.ts";
import { findGoods, type Goods } from "../queries/find-goods.ts";
import { getPurchase, getPurchaseWithHash } from "../queries/get-purchase.ts";
import { loadOpenGoods } from "../queries/load-open-goods.ts";
import { loadPlace } from "../queries/load-place.ts";
import type { PurchaseView } from "../queries/purchase-view.ts";
import { billPostings } from "../rules/bill-postings.ts";
import { composeBill, receivedGoods, type BillLine, type ComposedBill } from "../rules/compose-bill.ts";
import { matchBill, type MatchedBill, type OpenGoods } from "../rules/match-bill.ts";
import { nameGoods } from "../rules/name-goods.ts";
import { numberKey } from "../rules/number-key.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import type { RegisterPurchaseInput } from "../schema.ts";

/**
 * Takes a supplier's bill: goods in, what they cost now and on average, VAT to recover and what is owed, in one transaction. `input.id` makes it
 * idempotent: the same bill again answers what the first did, another one under the same id is refused (idempotency_mismatch).
 */
export async function registerPurchase(ctx: Context, input: RegisterPurchaseInput): Promise<Result<PurchaseView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
  const posted = await post(ctx, input, id, requestHash);
  if (posted.ok || input.id === undefined) return posted;
  // Not looked for before, since a repetition is rare: the keys of the bill refuse it.
  const known = await getPurchaseWithHash(ctx.db, id);
  if (!known) return posted;
  return known.requestHash === requestHash ? accept(known.view) : refuse("idempotency_mismatch");
}

function post(ctx: Context, input: RegisterPurchaseInput, id: string, requestHash: string): Promise<Result<PurchaseView>> {
  return ctx.transact(async (tx) => {
    const place = await loadPlace(tx, ctx, { locationId: input.locationId, supplierId: input.supplierId });
    if (!place.ok) return place;
    const goods = await findGoods(tx, input.supplierId, input.lines);
    const lines = linesOf(input, goods);
    if (!lines.ok) return lines;
    const freightSpread = input.freightSpread ?? place.value.freightSpread;
    const unweighed = freightSpread === "weight" && compare(input.freight, "0") > 0 ? lines.value.flatMap(({ weight }, i): FieldRefusal[] => (weight ? [] : [{ path: `lines.${i}.weight`, code: "weight_missing" }])) : [];
    if (unweighed.length > 0) return refuse("weight_missing", { fields: unweighed });
    const bill = composeBill(lines.value, input.freight, input.otherTaxes, freightSpread);
    if (isTooLarge(bill)) return refuseField("lines", "too_large");
    if (input.expectedTotal !== undefined && compare(input.expectedTotal, bill.total) !== 0) return refuseField("expectedTotal", "bill_total_differs", { total: { money: bill.total } });
    const open = await openOf(tx, input);
    if (!open.ok) return open;
    const matched = matchBill(bill.lines, receivedGoods(bill.lines), open.value, place.value.billTolerance);
    await write(tx, ctx, { ...bill, matched }, goods, {
      id,
      requestHash,
      supplierId: input.supplierId,
      locationId: place.value.locationId,
      memberId: ctx.member.id,
      number: input.number,
      numberKey: numberKey(input.number),
      date: input.date,
      dueDate: input.dueDate ?? input.date,
      postedAt: ctx.now,
      notes: input.notes ?? null,
      freightSpread,
    }, dayIn(ctx.now, place.value.timeZone));
    return accept((await getPurchase(tx, id))!);
  });
}

/** More than the ledgers' columns hold. */
function isTooLarge({ total, lines }: ComposedBill): boolean {
  return compare(total, "99999999999.99") > 0 || receivedGoods(lines).some(({ quantity, landedCost }) => compare(quantity, "9999999999") > 0 || compare(landedCost, "9999999999") > 0);
}

function linesOf({ lines }: RegisterPurchaseInput, goods: readonly Goods[]): Result<BillLine[]> {
  const found = nameGoods(lines, goods, { once: false });
  if (!found.ok) return found;
  return accept(lines.map(({ quantity, unitCost, discounts, taxRate, weight }, i) => ({ productId: found.value[i]!.id, quantity, unitCost, discounts, taxRate: taxRate ?? found.value[i]!.taxRate, weight: weight ?? found.value[i]!.weight })));
}

/** What the named receipts still have; a receipt with nothing left, or of another supplier, is none to name. */
async function openOf(tx: TenantTx, { supplierId, receiptIds = [] }: RegisterPurchaseInput): Promise<Result<OpenGoods[]>> {
  if (receiptIds.length === 0) return accept([]);
  const open = await loadOpenGoods(tx, supplierId, receiptIds);
  const missing = receiptIds.flatMap((id, i): FieldRefusal[] => (open.some(({ receiptId }) => receiptId === id) ? [] : [{ path: `receiptIds.${i}`, code: "receipt_billed" }]));
  return missing.length > 0 ? refuse("receipt_billed", { fields: missing }) : accept(open);
}

/** The document first, whose keys refuse a repetition before anything else is touched. */
async function write(tx: TenantTx, ctx: Context, { matched, ...bill }: ComposedBill & { matched: MatchedBill }, goods: readonly Goods[], facts: PurchaseFacts, businessDate: string): Promise<void> {
  const byId = new Map(goods.map((one) => [one.id, one]));
  const received = receivedGoods(bill.lines);
  const weights = new Map(bill.lines.map(({ productId, weight }) => [productId, weight]));
  // What came free says nothing of what it costs to buy again.
  const paid = received.filter(({ landedCost }) => big(landedCost).gt(0));
  const source = { kind: "purchase", id: facts.id };
  await insertPurchase(tx, facts, bill, byId).catch((error: unknown) => {
    const refusal = refuseDuplicate(error);
    throw refusal ? new RefusedError(refusal) : error;
  });
  await burst([
    correctAverages(tx, ctx, matched.corrected),
    raiseAverages(tx, ctx, matched.fresh.map(({ productId, quantity, landedCost }) => ({ productId, quantity, unitCost: landedCost }))),
    changeProducts(tx, ctx, received.flatMap(({ productId, landedCost }) => learn(byId.get(productId)!, landedCost, weights.get(productId)))),
    takeCosts(tx, ctx, facts.supplierId, paid.map(({ productId, landedCost }) => ({ productId, unitCost: landedCost }))),
    postMovements(tx, ctx, { type: "purchase", locationId: facts.locationId, lines: matched.fresh.map(({ productId, quantity, landedCost }) => ({ productId, quantity, unitCost: landedCost, name: byId.get(productId)!.name })), mayGoNegative: true, source }),
    writeMatches(tx, ctx, facts.id, matched),
    ensureAccount(tx, "tax_credits", "asset"),
    ensureAccount(tx, "goods_received", "liability"),
    postEntry(tx, ctx, { source, businessDate, postings: billPostings(bill, 1, matched.value) }),
    postSupplierEntry(tx, ctx, { supplierId: facts.supplierId, kind: "bill", sourceId: facts.id, amount: bill.total, businessDate }),
    recordAudit(tx, ctx, { action: "purchase.register", entity: "purchase", entityId: facts.id, detail: { number: facts.number, total: bill.total, lines: bill.lines.length } }),
    enqueue(tx, ctx, { topic: "purchase.registered", payload: { purchaseId: facts.id } }),
  ]);
}

/** What a bill teaches of a product: its cost, unless it came free, and its weight where nobody had told it. */
function learn(goods: Goods, landed: string, weight: string | null | undefined): ProductChange[] {
  const cost = big(landed).gt(0) && costMoves(goods, landed) ? { costPrice: landed } : {};
  const told = goods.weight === null && weight ? { weight } : {};
  return Object.keys({ ...cost, ...told }).length > 0 ? [{ id: goods.id, ...cost, ...told }] : [];
}

/** A cost kept in another currency was written down by a person for a reason: the bill leaves it. */
function costMoves({ cost, hasOwnCurrency }: Goods, landed: string): boolean {
  return hasOwnCurrency && (cost === null || compare(cost, landed) !== 0);
}
