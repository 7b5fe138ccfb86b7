import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ImportStatus } from "../rules/import-status.ts";
import { NO_COUNTS, type RowCounts } from "../rules/row-counts.ts";

export interface ImportSummary {
  id: string;
  fileName: string;
  memberName: string;
  status: ImportStatus;
  counts: RowCounts;
  createdAt: Date;
}

/** Batches that this member may see, the newest first, `from` of them left out; findBatch tells why work without a job has failed. */
export async function listImports(ctx: Context, limit: number, from = 0): Promise<ImportSummary[]> {
  const rows = await ctx.db.rows<Omit<ImportSummary, "counts"> & { counts: Partial<RowCounts> }>(sql`
    SELECT b.id, b.file_name AS "fileName", m.name AS "memberName", b.counts, b.created_at AS "createdAt",
           CASE WHEN j.id IS NULL AND b.status IN ('processing', 'applying') THEN 'failed' ELSE b.status END AS status
      FROM import_batch b JOIN member m ON m.tenant_id = b.tenant_id AND m.id = b.member_id LEFT JOIN job j ON j.tenant_id = b.tenant_id AND j.id = b.id
     WHERE b.member_id = ${ctx.member.id} OR ${ctx.permissions.has("product.cost")}::boolean
     ORDER BY b.created_at DESC, b.id DESC LIMIT ${limit} OFFSET ${from}`);
  return rows.map((row) => ({ ...row, counts: { ...NO_COUNTS, ...row.counts } }));
}
