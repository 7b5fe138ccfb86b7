import { newId } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

interface EntryToReverse {
  /** Whose entries are turned over; nothing happens where there are none. */
  of: { kind: string; id: string };
  /** What turns them over. */
  source: { kind: string; id: string };
  businessDate: string;
}

/** Posts the opposite of what a document posted, in the caller's transaction, as one entry. */
export async function reverseEntry(tx: TenantTx, ctx: Context, { of, source, businessDate }: EntryToReverse): Promise<void> {
  await tx.execute(sql`
    WITH posted AS (
      SELECT l.account_code, sum(l.credit - l.debit) AS amount
        FROM journal_entry e JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
       WHERE e.source_kind = ${of.kind} AND e.source_id = ${of.id}::uuid GROUP BY l.account_code HAVING sum(l.credit - l.debit) <> 0),
    entry AS (
      INSERT INTO journal_entry (id, source_kind, source_id, member_id, posted_at, business_date)
      SELECT ${newId(ctx.now.getTime())}::uuid, ${source.kind}, ${source.id}::uuid, ${ctx.member.id}::uuid, ${ctx.now}::timestamptz, ${businessDate}::date WHERE EXISTS (SELECT FROM posted)
      RETURNING id)
    INSERT INTO journal_line (entry_id, line_no, account_code, debit, credit)
    SELECT entry.id, row_number() OVER (ORDER BY p.amount DESC, p.account_code), p.account_code, greatest(p.amount, 0), greatest(-p.amount, 0) FROM entry, posted p`);
}
