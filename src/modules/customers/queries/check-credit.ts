import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface OverLimit {
  name: string;
  /** What they would owe. */
  total: Decimal;
  limit: Decimal;
}

/** Whether a customer would owe more than they may; null: they would not. Locks the customer, so that two sales at once cannot both fit. */
export async function checkCredit(tx: TenantTx, customerId: string, amount: Decimal): Promise<OverLimit | null> {
  const [customer] = await tx.rows<{ name: string; limit: Decimal | null }>(sql`SELECT name, credit_limit AS "limit" FROM customer WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`);
  if (!customer || customer.limit === null) return null;
  // Only now: what others wrote before they let the lock go counts.
  const [owed] = await tx.rows<{ balance: Decimal }>(sql`SELECT coalesce(sum(amount), 0)::numeric(14,2) AS balance FROM customer_entry WHERE customer_id = ${customerId}::uuid`);
  const total = roundMoney(big(owed!.balance).plus(amount));
  return compare(total, customer.limit) > 0 ? { name: customer.name, total, limit: customer.limit } : null;
}
