import type { Decimal } from "@/kernel/decimal.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import { stateOf } from "../rules/order-state.ts";
import type { PurchaseOrderState } from "../schema.ts";

export interface PurchaseOrderRowView {
  id: string;
  number: string;
  supplierId: string;
  supplierName: string;
  locationId: string;
  locationName: string;
  status: PurchaseOrderState;
  expectedOn: string | null;
  /** Of the lines whose cost somebody knows, net of VAT. */
  total: Decimal;
  lineCount: number;
  memberName: string;
  /** RFC 3339, UTC. */
  createdAt: string;
  sentAt: string | null;
  /** The supplier confirmed it behind the link. */
  confirmedAt: string | null;
}

export interface PurchaseOrderLineView {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  supplierCode: string | null;
  packSize: Decimal;
  quantity: Decimal;
  /** Null when nobody knows. */
  unitCost: Decimal | null;
  taxRate: Decimal;
  received: Decimal;
}

export interface PurchaseOrderView extends PurchaseOrderRowView {
  notes: string | null;
  endedAt: string | null;
  endedBy: string | null;
  endReason: string | null;
  lines: PurchaseOrderLineView[];
  answers: { kind: "confirmed" | "note"; note: string | null; at: string }[];
  receipts: { receiptId: string; number: string; paper: string | null; date: string }[];
}

type Row = Omit<PurchaseOrderRowView, "status" | "createdAt" | "sentAt" | "confirmedAt"> & { status: "draft" | "sent" | "closed" | "cancelled"; came: "none" | "some" | "all"; createdAt: Date; sentAt: Date | null; confirmedAt: Date | null };

interface Filter {
  id?: string;
  q?: string | null;
  supplierId?: string | undefined;
  status?: PurchaseOrderState | undefined;
  /** The number of the last one seen. */
  before?: string | null;
  limit: number;
}

const CAME = { none: "sent", some: "partly_received", all: "received" } as const;

/** Orders, the newest first. */
export async function loadPurchaseOrders(db: Pick<TenantDb | TenantTx, "rows">, { id, q, supplierId, status, before, limit }: Filter): Promise<PurchaseOrderRowView[]> {
  const text = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : null;
  const rows = await db.rows<Row>(sql`
    SELECT * FROM (
      SELECT o.id, o.number::text AS number, o.supplier_id AS "supplierId", s.name AS "supplierName", o.location_id AS "locationId", p.name AS "locationName", o.status, o.expected_on AS "expectedOn",
             l.total, l.count AS "lineCount", m.name AS "memberName", o.created_at AS "createdAt", o.sent_at AS "sentAt",
             (SELECT max(a.at) FROM purchase_order_answer a WHERE a.purchase_order_id = o.id AND a.kind = 'confirmed') AS "confirmedAt",
             CASE WHEN l.missing = 0 THEN 'all' WHEN l.came > 0 THEN 'some' ELSE 'none' END AS came
        FROM purchase_order o JOIN supplier s ON s.id = o.supplier_id JOIN location p ON p.id = o.location_id JOIN member m ON m.id = o.member_id
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(round(l.quantity * l.unit_cost, 2)), 0)::numeric(14, 2) AS total, count(*)::int AS count, count(*) FILTER (WHERE coalesce(r.quantity, 0) < l.quantity) AS missing, coalesce(sum(r.quantity), 0) AS came
            FROM purchase_order_line l
            LEFT JOIN (SELECT x.product_id, sum(x.quantity) AS quantity FROM goods_receipt g JOIN goods_receipt_line x ON x.receipt_id = g.id
                        WHERE g.purchase_order_id = o.id AND NOT EXISTS (SELECT FROM goods_receipt_cancellation c WHERE c.receipt_id = g.id) GROUP BY x.product_id) r ON r.product_id = l.product_id
           WHERE l.purchase_order_id = o.id) l
       WHERE (${id ?? null}::uuid IS NULL OR o.id = ${id ?? null}::uuid) AND (${supplierId ?? null}::uuid IS NULL OR o.supplier_id = ${supplierId ?? null}::uuid)
         AND (${text}::text IS NULL OR o.number::text = ${q ?? null}::text OR s.name ILIKE ${text}::text) AND (${before ?? null}::bigint IS NULL OR o.number < ${before ?? null}::bigint)) asked
     WHERE CASE ${status ?? null}::text WHEN 'sent' THEN status = 'sent' AND came = 'none' WHEN 'partly_received' THEN status = 'sent' AND came = 'some' WHEN 'received' THEN status = 'sent' AND came = 'all'
             ELSE ${status ?? null}::text IS NULL OR status = ${status ?? null}::text END
     ORDER BY number::bigint DESC LIMIT ${limit}`);
  return rows.map(({ came, createdAt, sentAt, confirmedAt, ...row }) => ({ ...row, status: row.status === "sent" ? CAME[came] : row.status, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null, confirmedAt: confirmedAt?.toISOString() ?? null }));
}

/** The lines of an order with what came of each. */
export async function loadPurchaseOrderLines(db: Pick<TenantDb | TenantTx, "rows">, id: string): Promise<PurchaseOrderLineView[]> {
  return db.rows<PurchaseOrderLineView>(sql`
    SELECT l.product_id AS "productId", l.sku, l.name, l.unit, l.supplier_code AS "supplierCode", l.pack_size AS "packSize", l.quantity, l.unit_cost AS "unitCost", l.tax_rate AS "taxRate",
           coalesce((SELECT sum(x.quantity) FROM goods_receipt g JOIN goods_receipt_line x ON x.receipt_id = g.id
                      WHERE g.purchase_order_id = l.purchase_order_id AND x.product_id = l.product_id AND NOT EXISTS (SELECT FROM goods_receipt_cancellation c WHERE c.receipt_id = g.id)), 0)::numeric(14, 3) AS received
      FROM purchase_order_line l WHERE l.purchase_order_id = ${id} ORDER BY l.line_no`);
}

/** One order with its lines, what the supplier said and what came of it, and the hash of the request that made it; null when the tenant has none of this id. */
export async function getPurchaseOrder(db: TenantDb | TenantTx, id: string): Promise<{ view: PurchaseOrderView; requestHash: string } | null> {
  const [[row], [rest], lines, answers, receipts] = await burst([
    loadPurchaseOrders(db, { id, limit: 1 }),
    db.rows<{ notes: string | null; requestHash: string; endedAt: Date | null; endedBy: string | null; endReason: string | null; status: "draft" | "sent" | "closed" | "cancelled" }>(sql`
      SELECT o.notes, o.request_hash AS "requestHash", o.ended_at AS "endedAt", m.name AS "endedBy", o.end_reason AS "endReason", o.status FROM purchase_order o LEFT JOIN member m ON m.id = o.ended_by WHERE o.id = ${id}`),
    loadPurchaseOrderLines(db, id),
    db.rows<{ kind: "confirmed" | "note"; note: string | null; at: Date }>(sql`SELECT kind, note, at FROM purchase_order_answer WHERE purchase_order_id = ${id} ORDER BY at, id`),
    db.rows<PurchaseOrderView["receipts"][number]>(sql`
      SELECT g.id AS "receiptId", g.number::text AS number, g.paper, g.received_on AS date FROM goods_receipt g
       WHERE g.purchase_order_id = ${id} AND NOT EXISTS (SELECT FROM goods_receipt_cancellation c WHERE c.receipt_id = g.id) ORDER BY g.number`),
  ]);
  if (!row || !rest) return null;
  const { requestHash, endedAt, status, ...told } = rest;
  return { view: { ...row, ...told, status: stateOf(status, lines), endedAt: endedAt?.toISOString() ?? null, lines, answers: answers.map((answer) => ({ ...answer, at: answer.at.toISOString() })), receipts }, requestHash };
}
