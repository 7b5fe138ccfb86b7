import type { Decimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { CustomerEntryKind } from "../postings/post-customer-entry.ts";
import { getCustomer } from "./list-customers.ts";

export interface CustomerEntryView {
  id: string;
  kind: CustomerEntryKind;
  /** The sale, the return or the payment. */
  sourceId: string;
  date: string;
  /** Positive: the customer owes more. */
  amount: Decimal;
  /** What they owed after it. */
  balance: Decimal;
  /** Of a payment: how it was paid. */
  method: string | null;
}

export interface CustomerAccountView {
  balance: Decimal;
  items: CustomerEntryView[];
  nextCursor: string | null;
}

/** A customer's account, the newest entry first, each with what was owed after it. Refuses an unknown customer and a foreign cursor. */
export async function customerAccount(ctx: Pick<Context, "db">, customerId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Result<CustomerAccountView>> {
  const key = cursor === undefined ? null : readCursor(cursor, 1);
  if (cursor !== undefined && !isUuid(key?.[0])) return refuseField("cursor", "invalid");
  const customer = await getCustomer(ctx.db, customerId);
  if (!customer) return refuse("not_found");
  const after = key === null ? null : String(key[0]);
  const rows = await ctx.db.rows<CustomerEntryView>(sql`
    SELECT id, kind, "sourceId", date::text AS date, amount, balance, method FROM (
      SELECT e.id, e.kind, e.source_id AS "sourceId", e.business_date AS date, e.amount, e.at, p.method, sum(e.amount) OVER (ORDER BY e.at, e.id)::numeric(14,2) AS balance
        FROM customer_entry e LEFT JOIN customer_payment p ON p.tenant_id = e.tenant_id AND e.kind = 'payment' AND p.id = e.source_id WHERE e.customer_id = ${customerId}::uuid) entry
     WHERE ${after}::uuid IS NULL OR (at, id) < (SELECT c.at, c.id FROM customer_entry c WHERE c.id = ${after}::uuid)
     ORDER BY at DESC, id DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit);
  return accept({ balance: customer.balance, items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null });
}
