import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Counts the rows of a batch as they ended; applying and undoing may have decided otherwise than the review. */
export async function recount(tx: TenantTx, batchId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE import_batch SET counts = counts || (
      SELECT jsonb_build_object(
               'new', count(*) FILTER (WHERE verdict = 'new'), 'changed', count(*) FILTER (WHERE verdict = 'changed'), 'same', count(*) FILTER (WHERE verdict = 'same'),
               'error', count(*) FILTER (WHERE verdict = 'error'), 'skipped', count(*) FILTER (WHERE verdict = 'skipped'),
               'warning', count(*) FILTER (WHERE reasons @> '[{"severity": "warning"}]'), 'kept', count(*) FILTER (WHERE reasons @> '[{"code": "row_kept"}]'))
        FROM import_row WHERE batch_id = ${batchId})
     WHERE id = ${batchId}`);
}
