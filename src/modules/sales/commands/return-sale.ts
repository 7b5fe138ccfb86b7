import { createHash } from "node:crypto";
import { dayIn } from "@/kernel/day.ts";
import { compare, type Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Refusal, type Result } from "@/kernel/refusal.ts";
import { postCustomerEntry } from "@/modules/customers/postings/post-customer-entry.ts";
import { ensureAccount } from "@/modules/finance/postings/ensure-account.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { enqueue } from "@/modules/tenancy/postings/enqueue.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sqlState, type TenantTx } from "@/platform/db/tenant-client.ts";
import { insertReturn, sumReturned, type ReturnToInsert } from "../postings/insert-return.ts";
import { readApproval, type Approval } from "../postings/read-approval.ts";
import { asApproved, authorityOf, writeApproval } from "../postings/write-approval.ts";
import { lockSales, refreshStatus } from "../postings/lock-sales.ts";
import { issueCredit } from "../postings/move-credit.ts";
import { getReturn, listReturns, viewOf } from "../queries/list-returns.ts";
import { loadSaleFacts, type SaleMoney } from "../queries/load-sale-facts.ts";
import { loadSoldLines } from "../queries/load-sold-lines.ts";
import type { ReturnView } from "../queries/return-view.ts";
import { allows, type Authority } from "../rules/approval.ts";
import { goodsOf } from "../rules/goods-of.ts";
import { returnPostings } from "../rules/return-postings.ts";
import { keptOf, shareRefund } from "../rules/share-refund.ts";
import { takeBack, type ReturnedLine } from "../rules/take-back.ts";
import type { ReturnSaleInput } from "../schema.ts";

/**
 * Takes goods of a sale back: stock in at the cost it left with, money out, books turned over by the part that came back, in one transaction.
 * Returns of one sale wait for each other, so that no line comes back twice. `input.id` makes it idempotent.
 */
export async function returnSale(ctx: Context, saleId: string, input: ReturnSaleInput): Promise<Result<ReturnView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const { approval: _word, ...content } = input;
  const requestHash = createHash("sha256").update(JSON.stringify([saleId, content])).digest("base64url");
  const approval = await readApproval(ctx, input.approval);
  const returned = !approval.ok ? approval : await take(ctx, saleId, input, approval.value, { id, requestHash }).catch((error: unknown) => ({ ok: false as const, error }));
  if (returned.ok || input.id === undefined) return settle(returned);
  // Not looked for before, since a repetition is rare: its key refuses it, or that nothing is left to return.
  const [known] = await listReturns(ctx.db, { id });
  if (!known) return settle(returned);
  return known.requestHash === requestHash ? accept(viewOf(known)) : refuse("idempotency_mismatch");
}

const TAKEN = "23505";

function settle(returned: Result<ReturnView> | { ok: false; error: unknown }): Result<ReturnView> {
  if (!("error" in returned)) return returned;
  if (sqlState(returned.error) === TAKEN) return refuse("conflict");
  throw returned.error;
}

async function take(ctx: Context, saleId: string, input: ReturnSaleInput, approval: Approval | null, { id, requestHash }: { id: string; requestHash: string }): Promise<Result<ReturnView>> {
  const authority = authorityOf(ctx, approval);
  return asApproved(await ctx.transact(async (tx) => {
    const [statuses, sale, sold] = await burst([lockSales(tx, ctx, { saleId }), loadSaleFacts(tx, saleId, ctx.member.id, input.registerId ?? null), loadSoldLines(tx, { saleId })]);
    if (!sale) return refuse("not_found");
    if (!sale.isRegisterKnown) return refuseField("registerId", "not_found");
    if (statuses.get(saleId) === "cancelled") return refuse("sale_cancelled");
    if (ctx.member.role === "STAFF" && !sale.locationIsOpen) return refuse("location_not_yours", { params: { name: sale.locationName } });
    const byId = new Map(sold.map((line) => [line.id, line]));
    const lines = takeBack(input.lines.map(({ saleLineId, quantity }, i) => ({ line: byId.get(saleLineId) ?? null, quantity, path: `lines.${i}` })));
    if (!lines.ok) return lines;
    const sums = sumReturned(lines.value);
    const passed = passesRefundLimit(authority, sums.total);
    if (passed) return passed;
    const businessDate = dayIn(ctx.now, sale.timeZone);
    const refunds = shareRefund(input.refund, sums.total, keptOf(sale.payments, sale.change, sale.given));
    await write(tx, ctx, input, lines.value, sale, { id, saleId, locationId: sale.locationId, customerId: sale.customerId, shiftId: sale.openShiftId, businessDate, requestHash, ...sums, refunds });
    await writeApproval(tx, ctx, approval, authority, { kind: "sale_return", id, saleId });
    return accept((await getReturn(tx, id))!);
  }), approval);
}

/** The refusal of money that neither who gives it back may, nor who stands by. */
export function passesRefundLimit(authority: Authority, amount: Decimal): Refusal | null {
  const isAllowed = allows(authority, "refund", ({ maxRefund }) => maxRefund === null || compare(amount, maxRefund) <= 0);
  return isAllowed ? null : refuse("refund_over_limit", { params: authority.own.maxRefund === null ? {} : { max: { money: authority.own.maxRefund } } });
}

async function write(tx: TenantTx, ctx: Context, input: ReturnSaleInput, lines: readonly ReturnedLine[], sale: SaleMoney, facts: ReturnToInsert): Promise<void> {
  const source = { kind: "sale_return", id: facts.id };
  const credit = facts.refunds.find(({ method }) => method === "store_credit");
  const debt = facts.refunds.find(({ method }) => method === "account");
  const goods = goodsOf(lines.map(({ line, quantity }) => ({ ...line, quantity })));
  await burst([
    postMovements(tx, ctx, { type: "return", locationId: facts.locationId, lines: goods, mayGoNegative: true, source }),
    credit ? ensureAccount(tx, "store_credit", "liability") : null,
    postEntry(tx, ctx, { source, businessDate: facts.businessDate, postings: returnPostings(facts, facts.refunds) }),
    credit ? issueCredit(tx, ctx, { customerId: facts.customerId, amount: credit.amount, source: { kind: "sale_return", id: facts.id } }) : null,
    debt ? postCustomerEntry(tx, ctx, { customerId: facts.customerId, kind: "return", sourceId: facts.id, amount: `-${debt.amount}`, businessDate: facts.businessDate }) : null,
    recordAudit(tx, ctx, { action: "sale.return", entity: "sale", entityId: facts.saleId, detail: { number: sale.number, total: facts.total, reason: input.reason } }),
    enqueue(tx, ctx, { topic: "sale.returned", payload: { returnId: facts.id, saleId: facts.saleId } }),
    insertReturn(tx, ctx, facts, input, lines),
    refreshStatus(tx, [facts.saleId]),
  ]);
}
