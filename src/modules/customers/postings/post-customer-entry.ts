import type { Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export type CustomerEntryKind = "sale" | "sale_cancelled" | "return" | "payment";

interface CustomerEntryToPost {
  customerId: string;
  kind: CustomerEntryKind;
  sourceId: string;
  /** Positive: the customer owes more. */
  amount: Decimal;
  businessDate: string;
}

/** One line of the customer's account, in the caller's transaction. */
export async function postCustomerEntry(tx: TenantTx, ctx: Context, entry: CustomerEntryToPost): Promise<void> {
  await tx.execute(sql`
    INSERT INTO customer_entry (id, customer_id, kind, source_id, amount, business_date, at)
    VALUES (${newId(ctx.now.getTime())}::uuid, ${entry.customerId}::uuid, ${entry.kind}, ${entry.sourceId}::uuid, ${entry.amount}::numeric, ${entry.businessDate}::date, ${ctx.now}::timestamptz)`);
}

/** Turns over what a sale put on an account; nothing happens where it put nothing. */
export async function reverseCustomerEntries(tx: TenantTx, ctx: Context, { sourceId, businessDate }: { sourceId: string; businessDate: string }): Promise<void> {
  await tx.execute(sql`
    INSERT INTO customer_entry (id, customer_id, kind, source_id, amount, business_date, at)
    SELECT ${newId(ctx.now.getTime())}::uuid, e.customer_id, 'sale_cancelled', e.source_id, -sum(e.amount), ${businessDate}::date, ${ctx.now}::timestamptz
      FROM customer_entry e WHERE e.source_id = ${sourceId}::uuid GROUP BY e.customer_id, e.source_id HAVING sum(e.amount) <> 0`);
}
