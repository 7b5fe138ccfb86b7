import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface EntryLineView {
  account: string;
  debit: Decimal;
  credit: Decimal;
}

/** The lines that a document posted, in the order of their entries. */
export async function listEntryLines(ctx: Context, sourceId: string): Promise<EntryLineView[]> {
  return ctx.db.rows<EntryLineView>(sql`
    SELECT l.account_code AS account, l.debit, l.credit
      FROM journal_entry e JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
     WHERE e.source_id = ${sourceId}
     ORDER BY e.posted_at, e.id, l.line_no`);
}
