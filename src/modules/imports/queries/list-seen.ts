import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Products that a supplier's list has, whatever its rows came to; also those that a line may be, where nobody has said yet. */
export async function listSeen(db: Pick<TenantTx, "rows">, batchId: string): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    SELECT product_id AS id FROM import_row WHERE batch_id = ${batchId} AND product_id IS NOT NULL
     UNION SELECT (c->>'productId')::uuid FROM import_row r CROSS JOIN LATERAL jsonb_array_elements(r.doubt->'candidates') c
     WHERE r.batch_id = ${batchId} AND r.doubt IS NOT NULL AND r.product_id IS NULL AND r.verdict = 'skipped'`);
  return rows.map(({ id }) => id);
}
