import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListDocumentsInput } from "../schema.ts";
import type { AdjustmentSummary } from "./get-adjustment.ts";

type Row = Omit<AdjustmentSummary, "number" | "at" | "value"> & { number: string; at: Date; value: Decimal };

/** Adjustments, the newest first. The cursor is the number of the last one seen. */
export async function listAdjustments(ctx: Context, { locationId, limit, cursor }: ListDocumentsInput): Promise<{ items: AdjustmentSummary[]; nextCursor: string | null }> {
  const rows = await ctx.db.rows<Row>(sql`
    SELECT a.id, a.number, a.location_id AS "locationId", l.name AS location, w.name AS member, a.at, a.reason, a.notes, a.line_count AS "lineCount", a.value
      FROM stock_adjustment a JOIN location l ON l.id = a.location_id JOIN member w ON w.id = a.member_id
     WHERE (${locationId ?? null}::uuid IS NULL OR a.location_id = ${locationId ?? null}::uuid) AND (${cursor ?? null}::bigint IS NULL OR a.number < ${cursor ?? null}::bigint)
     ORDER BY a.number DESC LIMIT ${limit + 1}`);
  const seesCost = ctx.permissions.has("product.cost");
  const items = rows.slice(0, limit).map(({ number, at, value, ...row }) => ({ ...row, number: Number(number), at: at.toISOString(), ...(seesCost ? { value } : {}) }));
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.number) : null };
}
