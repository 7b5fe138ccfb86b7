import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Of the given products those that anything but this source has moved. */
export async function findMoved(db: Pick<TenantTx, "rows">, productIds: readonly string[], exceptSourceId: string): Promise<Set<string>> {
  if (productIds.length === 0) return new Set();
  const rows = await db.rows<{ id: string }>(sql`
    SELECT DISTINCT product_id AS id FROM stock_movement WHERE product_id = ANY (${[...productIds]}::uuid[]) AND source_id <> ${exceptSourceId}`);
  return new Set(rows.map(({ id }) => id));
}
