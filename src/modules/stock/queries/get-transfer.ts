import type { Decimal } from "@/kernel/decimal.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";

export interface TransferSummary {
  id: string;
  number: number;
  status: "requested" | "in_transit" | "received" | "canceled";
  fromLocationId: string;
  from: string;
  toLocationId: string;
  to: string;
  notes: string | null;
  /** RFC 3339, UTC; null while it has not happened. */
  requestedAt: string;
  dispatchedAt: string | null;
  receivedAt: string | null;
  lineCount: number;
}

export interface TransferLineView {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  requested: Decimal;
  dispatched: Decimal;
  received: Decimal;
  missing: Decimal;
  inTransit: Decimal;
}

export interface TransferView extends TransferSummary {
  requestedBy: string;
  dispatchedBy: string | null;
  receivedBy: string | null;
  lines: TransferLineView[];
}

export type TransferRow = Omit<TransferSummary, "number" | "requestedAt" | "dispatchedAt" | "receivedAt"> & { number: string; requestedAt: Date; dispatchedAt: Date | null; receivedAt: Date | null };

export function summaryOf<R extends TransferRow>({ number, requestedAt, dispatchedAt, receivedAt, ...row }: R) {
  return { ...row, number: Number(number), requestedAt: requestedAt.toISOString(), dispatchedAt: dispatchedAt?.toISOString() ?? null, receivedAt: receivedAt?.toISOString() ?? null };
}

/** One transfer with the hash of the request that made it; null when the tenant has none of this id. */
export async function getTransfer(db: TenantDb | TenantTx, id: string): Promise<{ view: TransferView; requestHash: string } | null> {
  const [[row], lines] = await burst([
    db.rows<TransferRow & { requestedBy: string; dispatchedBy: string | null; receivedBy: string | null; requestHash: string }>(sql`
      SELECT t.id, t.number, t.status, t.from_id AS "fromLocationId", a.name AS "from", t.to_id AS "toLocationId", b.name AS "to", t.notes, t.requested_at AS "requestedAt",
             t.dispatched_at AS "dispatchedAt", t.received_at AS "receivedAt", (SELECT count(*)::int FROM stock_transfer_line l WHERE l.transfer_id = t.id) AS "lineCount",
             r.name AS "requestedBy", d.name AS "dispatchedBy", e.name AS "receivedBy", t.request_hash AS "requestHash"
        FROM stock_transfer t JOIN location a ON a.id = t.from_id JOIN location b ON b.id = t.to_id JOIN member r ON r.id = t.requested_by
        LEFT JOIN member d ON d.id = t.dispatched_by LEFT JOIN member e ON e.id = t.received_by WHERE t.id = ${id}`),
    db.rows<TransferLineView>(sql`
      SELECT l.product_id AS "productId", p.sku, p.name, p.unit, l.requested, l.dispatched, l.received, l.missing, l.in_transit AS "inTransit"
        FROM stock_transfer_line l JOIN product p ON p.id = l.product_id WHERE l.transfer_id = ${id} ORDER BY l.line_no`),
  ]);
  if (!row) return null;
  const { requestHash, ...rest } = row;
  return { view: { ...summaryOf(rest), lines }, requestHash };
}
