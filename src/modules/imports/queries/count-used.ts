import { findMoved } from "@/modules/stock/queries/find-moved.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

const PAGE = 5_000;

/** How many products that this batch made were sold or moved since: undoing leaves them. */
export async function countUsed(db: Pick<TenantTx, "rows">, batchId: string): Promise<number> {
  let used = 0;
  for (let after = 0; ; ) {
    const rows = await db.rows<{ rowNo: number; id: string }>(sql`
      SELECT row_no AS "rowNo", product_id AS id FROM import_row
       WHERE batch_id = ${batchId} AND verdict = 'new' AND applied AND row_no > ${after} ORDER BY row_no LIMIT ${PAGE}`);
    used += (await findMoved(db, rows.map(({ id }) => id), batchId)).size;
    if (rows.length < PAGE) return used;
    after = rows.at(-1)!.rowNo;
  }
}
