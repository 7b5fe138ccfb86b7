import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { PurchaseRowView } from "./purchase-view.ts";

export type PurchaseRow = Omit<PurchaseRowView, "postedAt"> & { postedAt: Date };

interface Filter {
  id?: string;
  supplierId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  status?: "posted" | "due" | "cancelled" | undefined;
  /** Part of the number, or of the supplier's name. */
  q?: string | null;
  /** Day and id of the last one seen. */
  after?: readonly [string, string] | null;
  limit: number;
}

/** Bills, the newest paper first; those that are due by the day on which they are. */
export async function loadPurchases(db: Pick<TenantDb | TenantTx, "rows">, { id, supplierId, from, to, status, q, after, limit }: Filter): Promise<PurchaseRow[]> {
  const [byDue, day, last] = [status === "due", after?.[0] ?? null, after?.[1] ?? null];
  const text = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : null;
  return db.rows<PurchaseRow>(sql`
    SELECT * FROM (
      SELECT b.id, b.supplier_id AS "supplierId", s.name AS "supplierName", b.location_id AS "locationId", b.number, b.bill_date AS date, b.due_date AS "dueDate",
             CASE WHEN c.at IS NULL THEN 'posted' ELSE 'cancelled' END AS status,
             b.subtotal, b.freight, b.freight_spread AS "freightSpread", b.tax, b.other_taxes AS "otherTaxes", b.total, m.name AS "memberName", b.posted_at AS "postedAt",
             CASE WHEN c.at IS NULL THEN b.total - coalesce((SELECT sum(a.amount) FROM supplier_allocation a WHERE a.purchase_id = b.id), 0) ELSE 0 END::numeric(14, 2) AS due
        FROM purchase b JOIN supplier s ON s.id = b.supplier_id JOIN member m ON m.id = b.member_id LEFT JOIN purchase_cancellation c ON c.purchase_id = b.id
       WHERE (${id ?? null}::uuid IS NULL OR b.id = ${id ?? null}::uuid)
         AND (${supplierId ?? null}::uuid IS NULL OR b.supplier_id = ${supplierId ?? null}::uuid)
         AND (${from ?? null}::date IS NULL OR b.bill_date >= ${from ?? null}::date)
         AND (${to ?? null}::date IS NULL OR b.bill_date <= ${to ?? null}::date)
         AND (${status ?? null}::text IS NULL OR (c.at IS NOT NULL) = (${status ?? null}::text = 'cancelled'))
         AND (${text}::text IS NULL OR b.number ILIKE ${text}::text OR s.name ILIKE ${text}::text)
         AND (${day}::date IS NULL OR CASE WHEN ${byDue}::boolean THEN (b.due_date, b.id) > (${day}::date, ${last}::uuid) ELSE (b.bill_date, b.id) < (${day}::date, ${last}::uuid) END)) bill
     WHERE NOT ${byDue}::boolean OR due > 0
     ORDER BY CASE WHEN ${byDue}::boolean THEN "dueDate" END, CASE WHEN ${byDue}::boolean THEN id END, date DESC, id DESC
     LIMIT ${limit}`);
}
