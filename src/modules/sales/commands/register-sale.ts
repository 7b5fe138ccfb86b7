import { createHash } from "node:crypto";
import { dayIn } from "@/kernel/day.ts";
import { newId } from "@/kernel/id.ts";
import { isZero, type Decimal } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";
import { accept, refuse, refuseField, type Refusal, type Result } from "@/kernel/refusal.ts";
import { checkCredit } from "@/modules/customers/queries/check-credit.ts";
import { postCustomerEntry } from "@/modules/customers/postings/post-customer-entry.ts";
import { ensureAccount } from "@/modules/finance/postings/ensure-account.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { withdrawStock } from "@/modules/stock/postings/withdraw-stock.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { enqueue } from "@/modules/tenancy/postings/enqueue.ts";
import { burst } from "@/platform/db/burst.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { authorityOf, asApproved, writeApproval } from "../postings/write-approval.ts";
import { readApproval, type Approval } from "../postings/read-approval.ts";
import { refreshStatus } from "../postings/lock-sales.ts";
import { issueCredit, spendCredit } from "../postings/move-credit.ts";
import { insertSale, type SaleToInsert } from "../postings/insert-sale.ts";
import { takeGoodsBack } from "../postings/take-goods-back.ts";
import { findSellable } from "../queries/find-sellable.ts";
import { getSale, getSaleWithHash } from "../queries/get-sale.ts";
import { priceBack } from "../queries/price-back.ts";
import { priceByList } from "../queries/price-by-list.ts";
import { loadCounter, type CounterFacts } from "../queries/load-counter.ts";
import { viewOfComposed, type SaleView } from "../queries/sale-view.ts";
import { allows, type Authority } from "../rules/approval.ts";
import { findBelowCost } from "../rules/below-cost.ts";
import { composeSale, type ComposedSale, type Seller } from "../rules/compose-sale.ts";
import { passesDiscountLimit } from "../rules/discount-limit.ts";
import { goodsOf } from "../rules/goods-of.ts";
import { salePostings } from "../rules/sale-postings.ts";
import { unreceiptedOf } from "../rules/unreceipted.ts";
import type { RegisterSaleInput } from "../schema.ts";
import { passesRefundLimit } from "./return-sale.ts";

/**
 * Sells: stock out, money in, books, number, in one transaction. `input.id` makes it idempotent: the same sale again answers what the first
 * did, another sale under the same id is refused (idempotency_mismatch).
 */
export async function registerSale(ctx: Context, input: RegisterSaleInput): Promise<Result<SaleView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  // Without the approval: a hash of few digits is no secret, and a sale is the same whoever allowed it.
  const { approval: _word, ...content } = input;
  const requestHash = createHash("sha256").update(JSON.stringify(content)).digest("base64url");
  const approval = await readApproval(ctx, input.approval);
  const sold = !approval.ok ? approval : await sell(ctx, input, approval.value, id, requestHash).catch((error: unknown) => ({ ok: false as const, error }));
  if (sold.ok || input.id === undefined) return settle(sold);
  // Not looked for before, since a repetition is rare: the key of the sale refuses it, or the shelf that the first one emptied.
  const known = await getSaleWithHash(ctx.db, id);
  return known ? repeat(known, requestHash) : settle(sold);
}

function settle(sold: Result<SaleView> | { ok: false; error: unknown }): Result<SaleView> {
  if ("error" in sold) throw sold.error;
  return sold;
}

async function sell(ctx: Context, input: RegisterSaleInput, approval: Approval | null, id: string, requestHash: string): Promise<Result<SaleView>> {
  const authority = authorityOf(ctx, approval);
  return asApproved(await ctx.transact(async (tx) => {
    const counter = loadCounter(tx, ctx.member.id, input);
    const [products, facts] = await burst([
      findSellable(tx, input.lines, counter),
      counter,
    ]);
    if (input.registerId !== undefined && facts.registerId === null) return refuseField("registerId", "not_found");
    const place = placeOf(facts, ctx.member.role === "STAFF");
    if (!place.ok) return place;
    if (!facts.list) return refuseField("priceListId", "not_found");
    // Another list than the customer's is another price: a wholesale one would be a discount without limit.
    if (facts.list.kind !== "base" && !facts.list.isCustomers && !allows(authority, "price", ({ price }) => price)) return refuseField("priceListId", "price_override");

    const back = await takeGoodsBack(tx, ctx, input, authority);
    if (!back.ok) return back;
    const priced = await priceBack(tx, ctx, input.lines, await priceByList(tx, facts.list, products));
    const composed = composeSale(input, priced, { defaultTaxRate: facts.defaultTaxRate, rules: facts.list.rules, list: facts.list.kind === "base" ? null : { id: facts.list.id, name: facts.list.name } }, sellerOf(authority), back.value.lines);
    if (!composed.ok) return composed;
    const beyond = refuseLimits(authority, composed.value);
    if (beyond) return beyond;

    const debt = sumMoney(composed.value.payments.filter(({ method }) => method === "account").map(({ amount }) => amount));
    const refused = refuseDebt(authority, debt, facts.isAnonymous);
    if (refused) return refused;
    const over = isZero(debt) ? null : await refuseOverLimit(tx, authority, { customerId: place.value.customerId, debt });
    if (over) return over;
    if (!isZero(debt)) await postCustomerEntry(tx, ctx, { customerId: place.value.customerId, kind: "sale", sourceId: id, amount: debt, businessDate: dayIn(ctx.now, facts.timeZone) });
    await payByCredit(tx, ctx, { id, customerId: place.value.customerId, input, sale: composed.value });
    if (!isZero(composed.value.rounding)) await ensureAccount(tx, "cash_rounding", "expense");
    const view = await write(tx, ctx, composed.value, {
      id,
      requestHash,
      soldAt: ctx.now,
      businessDate: dayIn(ctx.now, facts.timeZone),
      ...place.value,
      registerId: facts.registerId,
      shiftId: facts.shiftId,
      memberId: ctx.member.id,
      notes: input.notes || null,
      lineIds: composed.value.lines.map(() => newId(ctx.now.getTime())),
      // Sorted: payments are read back in the order of their ids.
      paymentIds: composed.value.payments.map(() => newId(ctx.now.getTime())).sort(),
    }, { shop: facts.negativeStock, authority });
    await writeApproval(tx, ctx, approval, authority, { kind: "sale", id, saleId: id });
    if (back.value.saleIds.length > 0) await refreshStatus(tx, back.value.saleIds);
    return accept((approval && authority.needed.size > 0) || composed.value.payments.some(({ amount }) => amount.startsWith("-")) ? (await getSale(tx, id))! : view);
  }), approval);
}

/** The limits that the sale is composed within; each is asked for when it is passed, so that only what was needed is noted. */
function sellerOf(authority: Authority): Seller {
  return {
    maxDiscountPercent: authority.own.maxDiscountPercent,
    allowsDiscount: (lines) => allows(authority, "discount", ({ maxDiscountPercent }) => !passesDiscountLimit(lines, maxDiscountPercent)),
    mayOverridePrice: () => allows(authority, "price", ({ price }) => price),
  };
}

/** The refusal of what neither who sells nor who stands by may: money back beyond a limit, goods lowered below their cost. */
function refuseLimits(authority: Authority, { total, lines }: ComposedSale): Refusal | null {
  const passed = total.startsWith("-") ? passesRefundLimit(authority, total.slice(1)) : null;
  if (passed) return passed;
  const below = findBelowCost(lines);
  return below && !allows(authority, "below_cost", ({ belowCost }) => belowCost) ? refuse("price_below_cost", { params: { name: below.name } }) : null;
}

/** Who buys on account has a name, and who sells on account may. */
function refuseDebt(authority: Authority, debt: Decimal, isAnonymous: boolean): Refusal | null {
  if (isZero(debt)) return null;
  if (isAnonymous) return refuseField("customerId", "customer_required");
  return allows(authority, "credit", ({ credit }) => credit) ? null : refuse("credit_forbidden");
}

/** The refusal of a debt beyond what the customer may owe, with both numbers. */
async function refuseOverLimit(tx: TenantTx, authority: Authority, { customerId, debt }: { customerId: string; debt: Decimal }): Promise<Refusal | null> {
  const over = await checkCredit(tx, customerId, debt);
  if (!over || allows(authority, "credit", ({ overCredit }) => overCredit)) return null;
  return refuse("credit_over_limit", { params: { name: over.name, total: { money: over.total }, max: { money: over.limit } } });
}

/** Credit that pays is spent, and credit that an exchange gives is issued. */
async function payByCredit(tx: TenantTx, ctx: Context, { id, customerId, input, sale }: { id: string; customerId: string; input: RegisterSaleInput; sale: ComposedSale }): Promise<void> {
  const given = sale.payments.find(({ method, amount }) => method === "store_credit" && amount.startsWith("-"));
  const source = { kind: "sale" as const, id };
  if (given) {
    await ensureAccount(tx, "store_credit", "liability");
    await issueCredit(tx, ctx, { customerId, amount: given.amount.slice(1), source });
    return;
  }
  const wanted = (input.payments ?? []).filter(({ method }) => method === "store_credit");
  if (wanted.length > 0) await spendCredit(tx, ctx, { customerId, wanted, source });
}

function repeat(known: { view: SaleView; requestHash: string }, requestHash: string): Result<SaleView> {
  return known.requestHash === requestHash ? accept(known.view) : refuse("idempotency_mismatch");
}

function placeOf({ locationId, location, locationIsActive, locationIsOpen, customerId }: CounterFacts, isStaff: boolean): Result<{ locationId: string; customerId: string }> {
  if (locationId === null) return refuseField("locationId", "not_found");
  if (!locationIsActive) return refuseField("locationId", "location_closed", { name: location });
  if (isStaff && !locationIsOpen) return refuseField("locationId", "location_not_yours", { name: location });
  if (customerId === null) return refuseField("customerId", "not_found");
  return accept({ locationId, customerId });
}

/** Stock, books, trace, and the document last, whose number every other sale of the tenant waits for. Sent in one burst. */
async function write(tx: TenantTx, ctx: Context, sale: ComposedSale, facts: SaleToInsert, { shop, authority }: { shop: CounterFacts["negativeStock"]; authority: Authority }): Promise<SaleView> {
  const source = { kind: "sale", id: facts.id };
  const { own, second } = authority;
  const mayGoNegative = { shop, member: own.negativeStock || second?.negativeStock === true };
  const loose = unreceiptedOf(sale.lines);
  const [moved, , , , , number] = await burst([
    withdrawStock(tx, ctx, { locationId: facts.locationId, type: "sale", lines: goodsOf(sale.lines), mayGoNegative, source }),
    postEntry(tx, ctx, { source, businessDate: facts.businessDate, postings: salePostings(sale) }),
    recordAudit(tx, ctx, { action: "sale.register", entity: "sale", entityId: facts.id, detail: { total: sale.total, lines: sale.lines.length } }),
    loose.length === 0 ? null : recordAudit(tx, ctx, { action: "sale.take_back", entity: "sale", entityId: facts.id, detail: { total: sumMoney(loose.map(({ total }) => total)), reason: facts.notes } }),
    enqueue(tx, ctx, { topic: "sale.registered", payload: { saleId: facts.id } }),
    insertSale(tx, facts, sale),
  ]);
  if (moved.some(({ quantity, after }) => quantity.startsWith("-") && after.startsWith("-"))) allows(authority, "negative_stock", ({ negativeStock }) => negativeStock);
  return viewOfComposed(sale, facts, number);
}
