import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface CountEntry {
  id: string;
  productId: string;
  member: string;
  memberId: string;
  counted: Decimal;
  at: Date;
  /** On hand at that instant, by the ledger. */
  expected: Decimal;
  difference: Decimal;
}

/**
 * The entries of a count that hold (the last of each member about a product), each against the ledger at its own instant. What another count
 * has corrected since is taken off: two counts that found one gap close it once.
 */
export async function loadCountEntries(db: Pick<TenantTx, "rows">, countId: string): Promise<CountEntry[]> {
  return db.rows<CountEntry>(sql`
    WITH last AS (
      SELECT DISTINCT ON (e.product_id, e.member_id) e.id, e.product_id, e.member_id, e.counted, e.at, c.location_id
        FROM stock_count_entry e JOIN stock_count c ON c.id = e.count_id WHERE e.count_id = ${countId}
       ORDER BY e.product_id, e.member_id, e.at DESC, e.id DESC)
    SELECT l.id, l.product_id AS "productId", w.name AS member, l.member_id AS "memberId", l.counted, l.at, coalesce(b.after, 0.000) AS expected, l.counted - coalesce(b.after, 0) - coalesce(s.corrected, 0) AS difference
      FROM last l JOIN member w ON w.id = l.member_id
      LEFT JOIN LATERAL (SELECT m.after FROM stock_movement m
                          WHERE m.product_id = l.product_id AND m.location_id = l.location_id AND m.at <= l.at ORDER BY m.at DESC, m.seq DESC LIMIT 1) b ON true
      LEFT JOIN LATERAL (SELECT sum(m.quantity) AS corrected FROM stock_movement m
                          WHERE m.product_id = l.product_id AND m.location_id = l.location_id AND m.at > l.at AND m.type = 'count' AND m.source_id <> ${countId}) s ON true
     ORDER BY l.product_id, l.at, l.id`);
}
