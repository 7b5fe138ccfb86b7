import type { Decimal } from "@/kernel/decimal.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { PaymentWay } from "../schema.ts";

export interface PaymentView {
  id: string;
  supplierId: string;
  method: PaymentWay;
  amount: Decimal;
  date: string;
  status: "posted" | "cancelled";
  notes: string | null;
  /** The bills that it pays. */
  allocations: { purchaseId: string; number: string; amount: Decimal }[];
  /** What it pays no bill with: it stays in the account. */
  unallocated: Decimal;
}

/** A payment to a supplier with the hash of the request that made it; null when the tenant has none of this id. */
export async function getPayment(db: TenantDb | TenantTx, id: string): Promise<{ view: PaymentView; requestHash: string } | null> {
  const [[row], allocations] = await burst([
    db.rows<Omit<PaymentView, "allocations"> & { requestHash: string }>(sql`
      SELECT p.id, p.supplier_id AS "supplierId", p.method, p.amount, p.paid_on AS date, CASE WHEN c.at IS NULL THEN 'posted' ELSE 'cancelled' END AS status, p.notes, p.request_hash AS "requestHash",
             CASE WHEN c.at IS NULL THEN p.amount - coalesce((SELECT sum(a.amount) FROM supplier_allocation a WHERE a.payment_id = p.id), 0) ELSE 0 END::numeric(14, 2) AS unallocated
        FROM supplier_payment p LEFT JOIN supplier_payment_cancellation c ON c.payment_id = p.id WHERE p.id = ${id}`),
    db.rows<PaymentView["allocations"][number]>(sql`
      SELECT a.purchase_id AS "purchaseId", b.number, sum(a.amount)::numeric(14, 2) AS amount FROM supplier_allocation a JOIN purchase b ON b.id = a.purchase_id
       WHERE a.payment_id = ${id} GROUP BY a.purchase_id, b.number, b.due_date HAVING sum(a.amount) <> 0 ORDER BY b.due_date, a.purchase_id`),
  ]);
  if (!row) return null;
  const { requestHash, ...view } = row;
  return { view: { ...view, allocations }, requestHash };
}
