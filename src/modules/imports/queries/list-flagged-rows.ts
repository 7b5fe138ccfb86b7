import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Reason } from "../rules/import-values.ts";

/** The first rows of a batch with something to be said about them that is more than a note. The caller has made sure of the batch. */
export async function listFlaggedRows(ctx: Context, id: string, limit: number): Promise<{ row: number; reason: Reason }[]> {
  const rows = await ctx.db.rows<{ row: number; reasons: Reason[] }>(sql`
    SELECT row_no AS row, reasons FROM import_row
     WHERE batch_id = ${id} AND (reasons @> '[{"severity": "warning"}]' OR reasons @> '[{"severity": "error"}]') ORDER BY row_no LIMIT ${limit}`);
  return rows.flatMap(({ row, reasons }) => reasons.filter(({ severity }) => severity !== "note").map((reason) => ({ row, reason }))).slice(0, limit);
}
