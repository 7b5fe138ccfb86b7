import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { ReceiptForm } from "../rules/receipt.ts";

export interface PrintView {
  id: string;
  /** Of a return; null: the sale's own. */
  returnId: string | null;
  form: ReceiptForm;
  isCopy: boolean;
  memberName: string;
  at: string;
}

/** What was printed of a sale and its returns, in order. */
export async function listPrints(db: TenantDb | TenantTx, saleId: string): Promise<PrintView[]> {
  const rows = await db.rows<Omit<PrintView, "at"> & { at: Date }>(sql`
    SELECT p.id, p.return_id AS "returnId", p.form, p.is_copy AS "isCopy", m.name AS "memberName", p.at
      FROM receipt_print p JOIN member m ON m.tenant_id = p.tenant_id AND m.id = p.member_id WHERE p.sale_id = ${saleId} ORDER BY p.at, p.id LIMIT 500`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
