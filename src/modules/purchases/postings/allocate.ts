import { newId } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Allocation } from "../rules/spread-payment.ts";

/** Writes down which bills a payment or a credit note pays. */
export async function allocate(tx: TenantTx, ctx: Context, by: { paymentId: string } | { creditNoteId: string }, parts: readonly Allocation[]): Promise<void> {
  const [paymentId, creditNoteId] = "paymentId" in by ? [by.paymentId, null] : [null, by.creditNoteId];
  await tx.execute(sql`
    INSERT INTO supplier_allocation (id, payment_id, credit_note_id, purchase_id, amount)
    SELECT a.id, ${paymentId}::uuid, ${creditNoteId}::uuid, a.purchase_id, a.amount
      FROM unnest(${parts.map(() => newId(ctx.now.getTime()))}::uuid[], ${parts.map(({ purchaseId }) => purchaseId)}::uuid[], ${parts.map(({ amount }) => amount)}::numeric[]) AS a (id, purchase_id, amount)`);
}

/** Takes allocations of a bill, a payment or a credit note back by opposite rows: a bill's payments stay in the account, a payment's bills are owed again. */
export async function takeAllocationsBack(tx: TenantTx, of: { purchaseId: string } | { paymentId: string } | { creditNoteId: string }): Promise<void> {
  const [purchaseId, paymentId, creditNoteId] = ["purchaseId" in of ? of.purchaseId : null, "paymentId" in of ? of.paymentId : null, "creditNoteId" in of ? of.creditNoteId : null];
  await tx.execute(sql`
    INSERT INTO supplier_allocation (id, payment_id, credit_note_id, purchase_id, amount)
    SELECT gen_random_uuid(), a.payment_id, a.credit_note_id, a.purchase_id, -sum(a.amount) FROM supplier_allocation a
     WHERE (${purchaseId}::uuid IS NULL OR a.purchase_id = ${purchaseId}::uuid) AND (${paymentId}::uuid IS NULL OR a.payment_id = ${paymentId}::uuid) AND (${creditNoteId}::uuid IS NULL OR a.credit_note_id = ${creditNoteId}::uuid)
     GROUP BY a.payment_id, a.credit_note_id, a.purchase_id HAVING sum(a.amount) <> 0`);
}
