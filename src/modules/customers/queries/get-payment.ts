import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { CollectionMethod } from "../schema.ts";

export interface CustomerPaymentView {
  id: string;
  customerId: string;
  method: CollectionMethod;
  amount: Decimal;
  date: string;
  notes: string | null;
}

/** One payment with the hash of what asked for it; null when the tenant has none of this id. */
export async function getPayment(db: TenantDb | TenantTx, id: string): Promise<{ view: CustomerPaymentView; requestHash: string } | null> {
  const [row] = await db.rows<CustomerPaymentView & { requestHash: string }>(sql`
    SELECT id, customer_id AS "customerId", method, amount, business_date::text AS date, notes, request_hash AS "requestHash" FROM customer_payment WHERE id = ${id}::uuid`);
  if (!row) return null;
  const { requestHash, ...view } = row;
  return { view, requestHash };
}
