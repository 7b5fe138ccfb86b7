import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListCountsInput } from "../schema.ts";
import { countSummary, type CountRow, type CountSummary } from "./get-count.ts";

/** Counts, the newest first. The cursor is the number of the last one seen. */
export async function listCounts(ctx: Context, { locationId, status, limit, cursor }: ListCountsInput): Promise<{ items: CountSummary[]; nextCursor: string | null }> {
  const rows = await ctx.db.rows<CountRow>(sql`
    SELECT c.id, c.number, c.status, c.location_id AS "locationId", l.name AS location, c.is_blind AS "isBlind", c.notes, w.name AS "openedBy", c.opened_at AS "openedAt", c.posted_at AS "postedAt", c.value,
           (SELECT count(DISTINCT e.product_id)::int FROM stock_count_entry e WHERE e.count_id = c.id) AS "countedCount",
           (SELECT count(*)::int FROM stock_count_product p WHERE p.count_id = c.id) AS "plannedCount"
      FROM stock_count c JOIN location l ON l.id = c.location_id JOIN member w ON w.id = c.opened_by
     WHERE (${locationId ?? null}::uuid IS NULL OR c.location_id = ${locationId ?? null}::uuid) AND (${status ?? null}::text IS NULL OR c.status = ${status ?? null}::text)
       AND (${cursor ?? null}::bigint IS NULL OR c.number < ${cursor ?? null}::bigint)
     ORDER BY c.number DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map((row) => countSummary(ctx, row));
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.number) : null };
}
