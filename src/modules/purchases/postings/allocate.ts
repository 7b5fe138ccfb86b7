import { newId } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Allocation } from "../rules/spread-payment.ts";

/** Writes down which bills a payment pays. */
export async function allocate(tx: TenantTx, ctx: Context, paymentId: string, parts: readonly Allocation[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO supplier_allocation (id, payment_id, purchase_id, amount)
    SELECT a.id, ${paymentId}::uuid, a.purchase_id, a.amount
      FROM unnest(${parts.map(() => newId(ctx.now.getTime()))}::uuid[], ${parts.map(({ purchaseId }) => purchaseId)}::uuid[], ${parts.map(({ amount }) => amount)}::numeric[]) AS a (id, purchase_id, amount)`);
}

/** Takes allocations of a bill or of a payment back by opposite rows: a bill's payments stay in the account, a payment's bills are owed again. */
export async function takeAllocationsBack(tx: TenantTx, of: { purchaseId: string } | { paymentId: string }): Promise<void> {
  const [purchaseId, paymentId] = "purchaseId" in of ? [of.purchaseId, null] : [null, of.paymentId];
  await tx.execute(sql`
    INSERT INTO supplier_allocation (id, payment_id, purchase_id, amount)
    SELECT gen_random_uuid(), a.payment_id, a.purchase_id, -sum(a.amount) FROM supplier_allocation a
     WHERE (${purchaseId}::uuid IS NULL OR a.purchase_id = ${purchaseId}::uuid) AND (${paymentId}::uuid IS NULL OR a.payment_id = ${paymentId}::uuid)
     GROUP BY a.payment_id, a.purchase_id HAVING sum(a.amount) <> 0`);
}
