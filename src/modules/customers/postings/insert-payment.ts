import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { CollectionMethod } from "../schema.ts";

interface PaymentToInsert {
  id: string;
  customerId: string;
  method: CollectionMethod;
  amount: Decimal;
  businessDate: string;
  notes: string | null;
  /** Whose drawer it belongs to; null where none was open. */
  shiftId: string | null;
  requestHash: string;
}

/** Writes a customer's payment, in the caller's transaction; its key refuses a repetition. */
export async function insertPayment(tx: TenantTx, ctx: Context, p: PaymentToInsert): Promise<void> {
  await tx.execute(sql`
    INSERT INTO customer_payment (id, customer_id, member_id, method, amount, business_date, notes, shift_id, request_hash, at)
    VALUES (${p.id}::uuid, ${p.customerId}::uuid, ${ctx.member.id}::uuid, ${p.method}, ${p.amount}::numeric, ${p.businessDate}::date, ${p.notes}, ${p.shiftId}::uuid, ${p.requestHash}, ${ctx.now}::timestamptz)`);
}
