import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { JudgedRow } from "../rules/judged-row.ts";

/** Saves judged rows in one statement. */
export async function saveRows(tx: TenantTx, batchId: string, rows: readonly JudgedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const list = rows.map(({ rowNo, cells, values, verdict, reasons, changes, productId }) => ({
    n: rowNo, c: cells, v: values, d: verdict, r: reasons, ...(verdict === "changed" ? { x: changes } : {}), p: productId,
  }));
  await tx.execute(sql`
    INSERT INTO import_row (batch_id, row_no, cells, values, verdict, reasons, changes, product_id)
    SELECT ${batchId}, n, c, v, d, r, x, p FROM json_to_recordset(${jsonText(list)}::json) AS one (n int, c jsonb, v jsonb, d text, r jsonb, x jsonb, p uuid)`);
}
