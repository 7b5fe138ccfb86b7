import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/** Accounts against the books, payments against their entries, and that nobody owes without a name. Empty when all is well. */
export async function auditCustomers(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'customers owe = receivables' AS law, 'receivables' AS id, format('customers %s, books %s', c.sum, b.sum) AS detail
      FROM (SELECT coalesce(sum(amount), 0) AS sum FROM customer_entry) c,
           (SELECT coalesce(sum(debit - credit), 0) AS sum FROM journal_line WHERE account_code = 'receivables') b WHERE c.sum <> b.sum
    UNION ALL
    SELECT 'payment = entry', p.id::text, format('paid %s, entry %s', p.amount, coalesce(sum(e.amount), 0))
      FROM customer_payment p LEFT JOIN customer_entry e ON e.tenant_id = p.tenant_id AND e.source_id = p.id AND e.kind = 'payment' GROUP BY p.tenant_id, p.id HAVING p.amount <> -coalesce(sum(e.amount), 0)
    UNION ALL
    SELECT 'the anonymous buyer owes nothing', e.id::text, e.amount::text FROM customer_entry e JOIN customer c ON c.tenant_id = e.tenant_id AND c.id = e.customer_id WHERE c.is_final_consumer`);
}
