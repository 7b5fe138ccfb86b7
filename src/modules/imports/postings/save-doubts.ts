import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { JudgedRow } from "../rules/judged-row.ts";

/** Puts doubtful lines among those that wait for a person. */
export async function saveDoubts(tx: TenantTx, batchId: string, rows: readonly JudgedRow[]): Promise<void> {
  const doubts = rows.flatMap(({ rowNo, doubt }) => (doubt === undefined ? [] : [{ n: rowNo, x: doubt }]));
  if (doubts.length === 0) return;
  await tx.execute(sql`
    UPDATE import_row r SET doubt = d.x FROM json_to_recordset(${jsonText(doubts)}::json) AS d (n int, x jsonb) WHERE r.batch_id = ${batchId} AND r.row_no = d.n`);
}
