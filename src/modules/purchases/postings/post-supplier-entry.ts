import type { Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface SupplierEntryToPost {
  supplierId: string;
  kind: "bill" | "bill_cancelled" | "payment" | "payment_cancelled" | "credit_note" | "credit_note_cancelled";
  sourceId: string;
  /** Positive: the shop owes more. */
  amount: Decimal;
  businessDate: string;
}

/** One line of the supplier's account, in the caller's transaction. */
export async function postSupplierEntry(tx: TenantTx, ctx: Context, entry: SupplierEntryToPost): Promise<void> {
  await tx.execute(sql`
    INSERT INTO supplier_entry (id, supplier_id, kind, source_id, amount, business_date, at)
    VALUES (${newId(ctx.now.getTime())}, ${entry.supplierId}, ${entry.kind}, ${entry.sourceId}, ${entry.amount}::numeric, ${entry.businessDate}::date, ${ctx.now})`);
}
