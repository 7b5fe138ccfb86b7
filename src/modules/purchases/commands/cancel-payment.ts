import { dayIn } from "@/kernel/day.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { takeAllocationsBack } from "../postings/allocate.ts";
import { postSupplierEntry } from "../postings/post-supplier-entry.ts";
import { getPayment, type PaymentView } from "../queries/get-payment.ts";
import { lockSupplier } from "../queries/lock-supplier.ts";
import { paymentPostings } from "../rules/bill-postings.ts";

/** Cancels a payment by opposite entries: what it paid is owed again. */
export async function cancelPayment(ctx: Context, id: string, { reason }: { reason: string }): Promise<Result<PaymentView>> {
  return ctx.transact(async (tx) => {
    const known = await getPayment(tx, id);
    if (!known) return refuse("not_found");
    const { supplierId, method, amount } = known.view;
    const supplier = await lockSupplier(tx, supplierId);
    if (!supplier.ok) return supplier;
    const [taken] = await tx.rows(sql`
      INSERT INTO supplier_payment_cancellation (payment_id, member_id, reason, at) VALUES (${id}, ${ctx.member.id}, ${reason}, ${ctx.now}) ON CONFLICT (tenant_id, payment_id) DO NOTHING RETURNING payment_id`);
    if (!taken) return refuse("payment_cancelled");
    const businessDate = dayIn(ctx.now, supplier.value.timeZone);
    await burst([
      takeAllocationsBack(tx, { paymentId: id }),
      postEntry(tx, ctx, { source: { kind: "supplier_payment", id }, businessDate, postings: paymentPostings(method, amount, -1) }),
      postSupplierEntry(tx, ctx, { supplierId, kind: "payment_cancelled", sourceId: id, amount, businessDate }),
      recordAudit(tx, ctx, { action: "purchase.cancel_payment", entity: "supplier", entityId: supplierId, detail: { amount, method, reason } }),
    ]);
    return accept((await getPayment(tx, id))!.view);
  });
}
