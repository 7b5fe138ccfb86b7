import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/** Entries that do not balance, or that have no lines. Empty when all is well. */
export async function auditJournal(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'debits = credits' AS law, e.id::text AS id, format('debit %s, credit %s', coalesce(sum(l.debit), 0), coalesce(sum(l.credit), 0)) AS detail
      FROM journal_entry e LEFT JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
     GROUP BY e.id
    HAVING coalesce(sum(l.debit), 0) <> coalesce(sum(l.credit), 0) OR count(l.entry_id) = 0`);
}
