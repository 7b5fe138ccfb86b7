import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { OpenBill } from "../rules/spread-payment.ts";

/** A supplier's bills of which something is owed, the oldest due first. */
export async function listOpenBills(db: Pick<TenantDb | TenantTx, "rows">, supplierId: string): Promise<OpenBill[]> {
  return db.rows<OpenBill>(sql`
    SELECT * FROM (SELECT b.id, (b.total - coalesce((SELECT sum(a.amount) FROM supplier_allocation a WHERE a.purchase_id = b.id), 0))::numeric(14, 2) AS due
                     FROM purchase b WHERE b.supplier_id = ${supplierId} AND NOT EXISTS (SELECT FROM purchase_cancellation c WHERE c.purchase_id = b.id) ORDER BY b.due_date, b.id) bill
     WHERE due > 0`);
}
