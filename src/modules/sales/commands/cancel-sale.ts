import { dayIn } from "@/kernel/day.ts";
import { fix, big } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { reverseCustomerEntries } from "@/modules/customers/postings/post-customer-entry.ts";
import { reverseEntry } from "@/modules/finance/postings/reverse-entry.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { enqueue } from "@/modules/tenancy/postings/enqueue.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { shareShift } from "../postings/lock-shift.ts";
import { readApproval } from "../postings/read-approval.ts";
import { asApproved, authorityOf, writeApproval } from "../postings/write-approval.ts";
import { lockSales, markCancelled, refreshStatus } from "../postings/lock-sales.ts";
import { returnCredit } from "../postings/move-credit.ts";
import { getSale } from "../queries/get-sale.ts";
import { loadSaleGoods } from "../queries/load-sale-goods.ts";
import { loadSaleFacts, type SaleMoney } from "../queries/load-sale-facts.ts";
import type { SaleView } from "../queries/sale-view.ts";
import { goodsOf } from "../rules/goods-of.ts";
import type { Authority } from "../rules/approval.ts";
import type { CancelSaleInput } from "../schema.ts";
import { passesRefundLimit } from "./return-sale.ts";

/**
 * Cancels a whole sale by opposite entries of stock, money and credit, within its shift only, or on its own day where it has none: what is older is returned. Not of a sale of which
 * something came back already. What an exchange had taken back may come back again.
 */
export async function cancelSale(ctx: Context, id: string, { reason, approval: word }: CancelSaleInput): Promise<Result<SaleView>> {
  const approval = await readApproval(ctx, word);
  if (!approval.ok) return approval;
  const authority = authorityOf(ctx, approval.value);
  return asApproved(await ctx.transact(async (tx) => {
    const taken = await tx.rows<{ id: string }>(sql`SELECT returned_line_id AS id FROM sale_line WHERE sale_id = ${id}::uuid AND returned_line_id IS NOT NULL`);
    // With the sales whose goods it took back: they are opened again.
    const lineIds = taken.map((line) => line.id);
    const [first] = await tx.rows<{ id: string }>(sql`SELECT id FROM sale_line WHERE sale_id = ${id}::uuid LIMIT 1`);
    if (!first) return refuse("not_found");
    const [statuses, sale, goods] = await burst([lockSales(tx, ctx, { lineIds: [first.id, ...lineIds] }), loadSaleFacts(tx, id, ctx.member.id), loadSaleGoods(tx, id)]);
    const refused = refuseCancelling(ctx, authority, statuses.get(id), sale);
    if (!sale || refused) return refused ?? refuse("not_found");
    // The shift is not closed under the sale that leaves it.
    const shift = sale.shiftId === null ? null : await shareShift(tx, sale.shiftId);
    if (shift && !shift.ok) return refuse("sale_closed");
    const source = { kind: "sale_cancellation", id };
    const businessDate = dayIn(ctx.now, sale.timeZone);
    await returnCredit(tx, ctx, id);
    await burst([
      postMovements(tx, ctx, {
        type: "return",
        locationId: sale.locationId,
        lines: goodsOf(goods).map((line) => ({ ...line, quantity: fix(line.quantity, QUANTITY_SCALE) })),
        mayGoNegative: { shop: sale.negativeStock, member: ctx.permissions.has("stock.negative") },
        source,
      }),
      reverseEntry(tx, ctx, { of: { kind: "sale", id }, source, businessDate }),
      tx.execute(sql`INSERT INTO sale_cancellation (sale_id, member_id, reason, at, business_date, shift_id) VALUES (${id}::uuid, ${ctx.member.id}::uuid, ${reason}, ${ctx.now}::timestamptz, ${businessDate}::date, ${sale.shiftId}::uuid)`),
      reverseCustomerEntries(tx, ctx, { sourceId: id, businessDate }),
      refreshStatus(tx, [...statuses.keys()].filter((one) => one !== id && statuses.get(one) !== "cancelled")),
      markCancelled(tx, id),
      recordAudit(tx, ctx, { action: "sale.cancel", entity: "sale", entityId: id, detail: { number: sale.number, total: sale.total, reason } }),
      enqueue(tx, ctx, { topic: "sale.cancelled", payload: { saleId: id } }),
    ]);
    await writeApproval(tx, ctx, approval.value, authority, { kind: "sale_cancellation", id, saleId: id });
    return accept((await getSale(tx, id))!);
  }), approval.value);
}

function refuseCancelling(ctx: Context, authority: Authority, status: string | undefined, sale: SaleMoney | null) {
  if (status === undefined || !sale) return refuse("not_found");
  if (status === "cancelled") return refuse("sale_cancelled");
  if (status !== "completed") return refuse("sale_returned");
  if (ctx.member.role === "STAFF" && !sale.locationIsOpen) return refuse("location_not_yours", { params: { name: sale.locationName } });
  if (sale.shiftId === null ? sale.businessDate !== dayIn(ctx.now, sale.timeZone) : !sale.shiftIsOpen) return refuse("sale_closed");
  return big(sale.total).gt(0) ? passesRefundLimit(authority, sale.total) : null;
}
