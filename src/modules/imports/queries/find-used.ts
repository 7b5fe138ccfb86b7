import { findMoved } from "@/modules/stock/queries/find-moved.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

const PAGE = 5_000;
/** Rows that are named; beyond them the number says how many there are. */
const NAMED = 20;

export interface UsedRows {
  count: number;
  /** The first of them, with their product's name. */
  named: { rowNo: number; name: string }[];
}

/** Rows of this batch whose new product was sold or moved since: undoing leaves them. */
export async function findUsed(db: Pick<TenantTx, "rows">, batchId: string): Promise<UsedRows> {
  const used: UsedRows = { count: 0, named: [] };
  for (let after = 0; ; ) {
    const rows = await db.rows<{ rowNo: number; id: string; name: string }>(sql`
      SELECT r.row_no AS "rowNo", r.product_id AS id, p.name FROM import_row r JOIN product p ON p.id = r.product_id
       WHERE r.batch_id = ${batchId} AND r.verdict = 'new' AND r.applied AND r.row_no > ${after} ORDER BY r.row_no LIMIT ${PAGE}`);
    const moved = await findMoved(db, rows.map(({ id }) => id), batchId);
    used.count += moved.size;
    used.named.push(...rows.filter(({ id }) => moved.has(id)).slice(0, NAMED - used.named.length).map(({ rowNo, name }) => ({ rowNo, name })));
    if (rows.length < PAGE) return used;
    after = rows.at(-1)!.rowNo;
  }
}
