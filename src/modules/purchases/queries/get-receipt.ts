import type { Decimal } from "@/kernel/decimal.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";

export interface ReceiptRowView {
  id: string;
  number: string;
  supplierId: string;
  supplierName: string;
  locationId: string;
  locationName: string;
  purchaseOrderId: string | null;
  purchaseOrderNumber: string | null;
  /** The delivery note's own number. */
  paper: string | null;
  date: string;
  /** unbilled: no bill charged any of it yet. */
  status: "unbilled" | "partly_billed" | "billed" | "cancelled";
  /** At the expected cost. */
  value: Decimal;
  memberName: string;
  /** RFC 3339, UTC. */
  postedAt: string;
}

export interface ReceiptLineView {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  quantity: Decimal;
  /** What was still to come of the order; null without one. */
  ordered: Decimal | null;
  /** What bills charged of it. */
  billed: Decimal;
  reason: string | null;
  unitCost: Decimal;
  value: Decimal;
  taxRate: Decimal;
}

export interface ReceiptView extends ReceiptRowView {
  notes: string | null;
  cancelledAt: string | null;
  cancelledBy: string | null;
  cancelReason: string | null;
  lines: ReceiptLineView[];
  bills: { purchaseId: string; number: string }[];
}

export interface ReceiptFilter {
  id?: string;
  supplierId?: string | undefined;
  purchaseOrderId?: string | undefined;
  status?: "unbilled" | "cancelled" | undefined;
  /** The number of the last one seen. */
  before?: string | null;
  limit: number;
}

/** Receipts, the newest first. "unbilled" are those of which something waits for a bill. */
export async function loadReceipts(db: Pick<TenantDb | TenantTx, "rows">, { id, supplierId, purchaseOrderId, status, before, limit }: ReceiptFilter): Promise<ReceiptRowView[]> {
  const rows = await db.rows<Omit<ReceiptRowView, "postedAt"> & { postedAt: Date }>(sql`
    SELECT * FROM (
      SELECT r.id, r.number::text AS number, r.supplier_id AS "supplierId", s.name AS "supplierName", r.location_id AS "locationId", p.name AS "locationName", r.purchase_order_id AS "purchaseOrderId",
             o.number::text AS "purchaseOrderNumber", r.paper, r.received_on AS date, r.value, m.name AS "memberName", r.posted_at AS "postedAt",
             CASE WHEN EXISTS (SELECT FROM goods_receipt_cancellation c WHERE c.receipt_id = r.id) THEN 'cancelled'
                  WHEN coalesce(k.quantity, 0) = 0 THEN 'unbilled' WHEN k.quantity < l.quantity THEN 'partly_billed' ELSE 'billed' END AS status
        FROM goods_receipt r JOIN supplier s ON s.id = r.supplier_id JOIN location p ON p.id = r.location_id JOIN member m ON m.id = r.member_id LEFT JOIN purchase_order o ON o.id = r.purchase_order_id
        CROSS JOIN LATERAL (SELECT sum(quantity) AS quantity FROM goods_receipt_line WHERE receipt_id = r.id) l
        CROSS JOIN LATERAL (SELECT sum(quantity) AS quantity FROM receipt_match WHERE receipt_id = r.id) k
       WHERE (${id ?? null}::uuid IS NULL OR r.id = ${id ?? null}::uuid) AND (${supplierId ?? null}::uuid IS NULL OR r.supplier_id = ${supplierId ?? null}::uuid)
         AND (${purchaseOrderId ?? null}::uuid IS NULL OR r.purchase_order_id = ${purchaseOrderId ?? null}::uuid) AND (${before ?? null}::bigint IS NULL OR r.number < ${before ?? null}::bigint)) receipt
     WHERE CASE ${status ?? null}::text WHEN 'unbilled' THEN status IN ('unbilled', 'partly_billed') WHEN 'cancelled' THEN status = 'cancelled' ELSE true END
     ORDER BY number::bigint DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, postedAt: row.postedAt.toISOString() }));
}

/** One receipt with its lines and the bills that charged it, and the hash of the request that made it; null when the tenant has none of this id. */
export async function getReceipt(db: TenantDb | TenantTx, id: string): Promise<{ view: ReceiptView; requestHash: string } | null> {
  const [[row], [rest], lines, bills] = await burst([
    loadReceipts(db, { id, limit: 1 }),
    db.rows<{ notes: string | null; requestHash: string; cancelledAt: Date | null; cancelledBy: string | null; cancelReason: string | null }>(sql`
      SELECT r.notes, r.request_hash AS "requestHash", c.at AS "cancelledAt", m.name AS "cancelledBy", c.reason AS "cancelReason"
        FROM goods_receipt r LEFT JOIN goods_receipt_cancellation c ON c.receipt_id = r.id LEFT JOIN member m ON m.id = c.member_id WHERE r.id = ${id}`),
    db.rows<ReceiptLineView>(sql`
      SELECT l.product_id AS "productId", l.sku, l.name, l.unit, l.quantity, l.ordered, l.reason, l.unit_cost AS "unitCost", l.value, l.tax_rate AS "taxRate",
             coalesce((SELECT sum(m.quantity) FROM receipt_match m WHERE m.receipt_id = l.receipt_id AND m.product_id = l.product_id), 0)::numeric(14, 3) AS billed
        FROM goods_receipt_line l WHERE l.receipt_id = ${id} ORDER BY l.line_no`),
    db.rows<ReceiptView["bills"][number]>(sql`
      SELECT b.id AS "purchaseId", b.number FROM receipt_match m JOIN purchase b ON b.id = m.purchase_id WHERE m.receipt_id = ${id} GROUP BY b.id, b.number HAVING sum(m.quantity) <> 0 ORDER BY b.id`),
  ]);
  if (!row || !rest) return null;
  const { requestHash, cancelledAt, ...told } = rest;
  return { view: { ...row, ...told, cancelledAt: cancelledAt?.toISOString() ?? null, lines, bills }, requestHash };
}
