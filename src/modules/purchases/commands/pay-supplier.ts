import { createHash } from "node:crypto";
import { dayIn } from "@/kernel/day.ts";
import { big } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { roundMoney } from "@/kernel/money.ts";
import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { allocate } from "../postings/allocate.ts";
import { postSupplierEntry } from "../postings/post-supplier-entry.ts";
import { getPayment, type PaymentView } from "../queries/get-payment.ts";
import { listOpenBills } from "../queries/list-open-bills.ts";
import { lockSupplier } from "../queries/lock-supplier.ts";
import { paymentPostings } from "../rules/bill-postings.ts";
import { partAllocations } from "../rules/part-allocations.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import type { PaySupplierInput } from "../schema.ts";

/**
 * Pays a supplier, wholly or in part: the named bills, or the oldest due first. What is paid beyond the bills stays in the account.
 * `input.id` makes it idempotent.
 */
export async function paySupplier(ctx: Context, supplierId: string, input: PaySupplierInput): Promise<Result<PaymentView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = createHash("sha256").update(JSON.stringify([supplierId, input])).digest("base64url");
  const paid = await pay(ctx, supplierId, input, id, requestHash);
  if (paid.ok || input.id === undefined) return paid;
  const known = await getPayment(ctx.db, id);
  if (!known) return paid;
  return known.requestHash === requestHash ? accept(known.view) : refuse("idempotency_mismatch");
}

function pay(ctx: Context, supplierId: string, input: PaySupplierInput, id: string, requestHash: string): Promise<Result<PaymentView>> {
  return ctx.transact(async (tx) => {
    const supplier = await lockSupplier(tx, supplierId);
    if (!supplier.ok) return refuse("not_found");
    const parts = partAllocations(input.amount, input.allocations, await listOpenBills(tx, supplierId), "payment_excess");
    if (!parts.ok) return parts;
    const today = dayIn(ctx.now, supplier.value.timeZone);
    const source = { kind: "supplier_payment", id };
    await tx.execute(sql`
      INSERT INTO supplier_payment (id, supplier_id, member_id, method, amount, paid_on, notes, request_hash, created_at)
      VALUES (${id}, ${supplierId}, ${ctx.member.id}, ${input.method}, ${input.amount}::numeric, ${input.date ?? today}::date, ${input.notes ?? null}, ${requestHash}, ${ctx.now})`)
      .catch((error: unknown) => {
        const refusal = refuseDuplicate(error);
        throw refusal ? new RefusedError(refusal) : error;
      });
    await burst([
      allocate(tx, ctx, { paymentId: id }, parts.value),
      postEntry(tx, ctx, { source, businessDate: today, postings: paymentPostings(input.method, roundMoney(input.amount), 1) }),
      postSupplierEntry(tx, ctx, { supplierId, kind: "payment", sourceId: id, amount: roundMoney(big(input.amount).times(-1)), businessDate: today }),
      recordAudit(tx, ctx, { action: "purchase.pay", entity: "supplier", entityId: supplierId, detail: { amount: roundMoney(input.amount), method: input.method } }),
    ]);
    return accept((await getPayment(tx, id))!.view);
  });
}
