import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { postJob } from "@/modules/tenancy/postings/post-job.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { lockBatch } from "../queries/find-batch.ts";

/** Hands a reviewed batch to its job, or one that stopped half-way. Refuses mapping_incomplete (of a supplier's list list_mapping_incomplete) and import_busy. */
export async function startApplying(ctx: Context, tx: TenantTx, id: string): Promise<Result<null>> {
  const batch = await lockBatch(ctx, tx, id);
  if (!batch) return refuse("not_found");
  const columns = batch.plan.mapping?.columns ?? {};
  const isKnown = columns.name !== undefined || columns.sku !== undefined || columns.barcode !== undefined;
  const isList = batch.supplierId !== null && columns.costPrice !== undefined && (isKnown || columns.supplierCode !== undefined);
  if (batch.supplierId === null ? !isKnown : !isList) return refuse(batch.supplierId === null ? "mapping_incomplete" : "list_mapping_incomplete");
  const [other] = await tx.rows(sql`SELECT FROM import_batch b WHERE status = 'applying' AND id <> ${id} AND EXISTS (SELECT FROM job j WHERE j.id = b.id) LIMIT 1`);
  if (other) return refuse("import_busy");
  await tx.execute(sql`
    UPDATE import_batch SET status = 'applying', failure = NULL, touched_at = clock_timestamp(),
           done_rows = (SELECT count(*) FROM import_row r WHERE r.batch_id = ${id} AND r.applied) WHERE id = ${id}`);
  await postJob(tx, ctx, { id, kind: "import.apply" });
  await recordAudit(tx, ctx, { action: "import.apply", entity: "import", entityId: id, detail: { fileName: batch.fileName, ...batch.counts } });
  return accept(null);
}
