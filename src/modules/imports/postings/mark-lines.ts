import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Reason } from "../rules/import-values.ts";
import type { LineUndo } from "../rules/line-undo.ts";

export interface LineMark {
  rowNo: number;
  verdict: string;
  /** Besides those of the review. */
  reasons: readonly Reason[];
  productId: string | null;
  /** Null: nothing was written. */
  undo: LineUndo | null;
}

/** Marks rows of a supplier's list as done, in the transaction that did them. */
export async function markLines(tx: TenantTx, batchId: string, marks: readonly LineMark[]): Promise<void> {
  await tx.execute(sql`
    UPDATE import_row r SET verdict = m.verdict, reasons = r.reasons || m.reasons, product_id = coalesce(m."productId", r.product_id), applied = m.undo IS NOT NULL, undo = m.undo
      FROM json_to_recordset(${jsonText(marks)}::json) AS m ("rowNo" int, verdict text, reasons jsonb, "productId" uuid, undo jsonb)
     WHERE r.batch_id = ${batchId} AND r.row_no = m."rowNo"`);
  await tx.execute(sql`UPDATE import_batch SET done_rows = done_rows + ${marks.length} WHERE id = ${batchId}`);
}
