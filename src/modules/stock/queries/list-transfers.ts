import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListTransfersInput } from "../schema.ts";
import { summaryOf, type TransferRow, type TransferSummary } from "./get-transfer.ts";

/** Transfers, the newest first; `locationId` is either end. The cursor is the number of the last one seen. */
export async function listTransfers(ctx: Context, { locationId, status, limit, cursor }: ListTransfersInput): Promise<{ items: TransferSummary[]; nextCursor: string | null }> {
  const rows = await ctx.db.rows<TransferRow>(sql`
    SELECT t.id, t.number, t.status, t.from_id AS "fromLocationId", a.name AS "from", t.to_id AS "toLocationId", b.name AS "to", t.notes, t.requested_at AS "requestedAt",
           t.dispatched_at AS "dispatchedAt", t.received_at AS "receivedAt", (SELECT count(*)::int FROM stock_transfer_line l WHERE l.transfer_id = t.id) AS "lineCount"
      FROM stock_transfer t JOIN location a ON a.id = t.from_id JOIN location b ON b.id = t.to_id
     WHERE (${locationId ?? null}::uuid IS NULL OR ${locationId ?? null}::uuid IN (t.from_id, t.to_id)) AND (${status ?? null}::text IS NULL OR t.status = ${status ?? null}::text)
       AND (${cursor ?? null}::bigint IS NULL OR t.number < ${cursor ?? null}::bigint)
     ORDER BY t.number DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map(summaryOf);
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.number) : null };
}
