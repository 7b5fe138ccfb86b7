import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { postJob } from "@/modules/tenancy/postings/post-job.ts";
import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { lockBatch, type Batch } from "../queries/find-batch.ts";
import type { Choices } from "../rules/import-values.ts";
import { isLongReading } from "../rules/is-long-reading.ts";
import { mergeChoices } from "../rules/merge-choices.ts";
import type { ImportState } from "./apply-import.ts";

/** Decides about the plan of a batch that is not applied yet; its rows are judged anew. Absent choices stay. */
export async function chooseMapping(ctx: Context, id: string, choices: Choices): Promise<Result<ImportState>> {
  return ctx.transact(async (tx) => {
    const batch = await lockBatch(ctx, tx, id);
    return batch ? readAgain(ctx, tx, batch, choices, false) : refuse("not_found");
  });
}

export async function readAgain(ctx: Context, tx: TenantTx, batch: Batch, choices: Choices, thenApply: boolean): Promise<Result<ImportState>> {
  if ((batch.status !== "review" && batch.status !== "processing" && batch.status !== "failed") || batch.job === "import.undo") return refuse("import_not_in_review");
  const [kept] = await tx.rows<{ bytes: number | null; hasApplied: boolean }>(sql`
    SELECT (SELECT octet_length(bytes) FROM import_file WHERE batch_id = ${batch.id}) AS bytes, EXISTS (SELECT FROM import_row WHERE batch_id = ${batch.id} AND applied) AS "hasApplied"`);
  if (kept!.bytes === null || kept!.hasApplied) return refuse("import_not_in_review");
  if (choices.sheet !== undefined && batch.plan.sheets?.some(({ name }) => name === choices.sheet) === false) return refuse("sheet_missing");
  await tx.execute(sql`
    UPDATE import_batch SET status = 'processing', choices = ${jsonText(mergeChoices(batch.choices, choices))}::jsonb, done_rows = 0, failure = NULL, touched_at = clock_timestamp()
     WHERE id = ${batch.id}`);
  await postJob(tx, ctx, { id: batch.id, kind: thenApply ? "import.read_and_apply" : "import.read", isLong: isLongReading(kept!.bytes) });
  return accept({ id: batch.id, status: "processing" });
}
