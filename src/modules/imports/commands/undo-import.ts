import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { postJob } from "@/modules/tenancy/postings/post-job.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { findUsed } from "../queries/find-used.ts";
import { lockBatch } from "../queries/find-batch.ts";
import type { ImportState } from "./apply-import.ts";

/**
 * Takes an applied batch back. Refuses import_in_use, with `count` and the first rows of it, while products that it made were sold or moved; with `keepUsed` those
 * stay and the rest goes. The same request again answers how far it is.
 */
export async function undoImport(ctx: Context, id: string, keepUsed: boolean): Promise<Result<ImportState>> {
  return ctx.transact(async (tx) => {
    const batch = await lockBatch(ctx, tx, id);
    if (!batch) return refuse("not_found");
    if (batch.status === "undone" || batch.job === "import.undo") return accept({ id, status: batch.status });
    const [{ applied }] = (await tx.rows<{ applied: number }>(sql`SELECT count(*)::int AS applied FROM import_row WHERE batch_id = ${id} AND applied`)) as [{ applied: number }];
    if (batch.status !== "applied" && !(batch.status === "failed" && applied > 0)) return refuse(batch.status === "applying" ? "import_busy" : "import_not_in_review");
    const used = keepUsed ? null : await findUsed(tx, id);
    if (used && used.count > 0) return refuse("import_in_use", { params: { count: used.count }, fields: used.named.map(({ rowNo, name }) => ({ path: `rows.${rowNo}`, code: "import_row_used", params: { name } })) });
    await tx.execute(sql`UPDATE import_batch SET status = 'processing', done_rows = 0, failure = NULL, touched_at = clock_timestamp() WHERE id = ${id}`);
    await postJob(tx, ctx, { id, kind: "import.undo" });
    await recordAudit(tx, ctx, { action: "import.undo", entity: "import", entityId: id, detail: { fileName: batch.fileName, rows: applied, keepUsed } });
    return accept({ id, status: "processing" });
  });
}
