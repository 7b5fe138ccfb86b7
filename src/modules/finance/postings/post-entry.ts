import { newId } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { balanceLines, type Posting } from "../rules/balance-lines.ts";

export interface EntryToPost {
  source: { kind: string; id: string };
  /** The tenant's day, "YYYY-MM-DD". */
  businessDate: string;
  postings: readonly Posting[];
}

/**
 * Posts one balanced entry in the caller's transaction; nothing at all when every amount is zero.
 * One statement, so that the database checks the balance once and the entry can never be half written.
 */
export async function postEntry(tx: TenantTx, ctx: Context, entry: EntryToPost): Promise<void> {
  const lines = balanceLines(entry.postings);
  if (lines.length === 0) return;
  await tx.execute(sql`
    WITH entry AS (
      INSERT INTO journal_entry (id, source_kind, source_id, member_id, posted_at, business_date)
      VALUES (${newId(ctx.now.getTime())}, ${entry.source.kind}, ${entry.source.id}, ${ctx.member.id}, ${ctx.now}, ${entry.businessDate}::date)
      RETURNING id)
    INSERT INTO journal_line (entry_id, line_no, account_code, debit, credit)
    SELECT entry.id, line.no, line.account, line.debit, line.credit
      FROM entry, unnest(${lines.map((line) => line.account)}::text[], ${lines.map((line) => line.debit)}::numeric[], ${lines.map((line) => line.credit)}::numeric[])
           WITH ORDINALITY AS line (account, debit, credit, no)`);
}
