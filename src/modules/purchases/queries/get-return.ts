import type { Decimal } from "@/kernel/decimal.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";

export interface ReturnRowView {
  id: string;
  number: string;
  supplierId: string;
  supplierName: string;
  locationId: string;
  locationName: string;
  reason: string;
  date: string;
  /** pending: its credit note has not come. */
  status: "pending" | "credited" | "cancelled";
  /** What left the shelf, at cost. */
  value: Decimal;
  memberName: string;
  /** RFC 3339, UTC. */
  postedAt: string;
}

export interface ReturnView extends ReturnRowView {
  notes: string | null;
  cancelledAt: string | null;
  cancelledBy: string | null;
  cancelReason: string | null;
  creditNoteId: string | null;
  creditNoteNumber: string | null;
  lines: { productId: string; sku: string; name: string; unit: string; quantity: Decimal; unitCost: Decimal; value: Decimal; taxRate: Decimal }[];
}

interface Filter {
  id?: string;
  supplierId?: string | undefined;
  status?: "pending" | undefined;
  before?: string | null;
  limit: number;
}

/** Returns to suppliers, the newest first. */
export async function loadReturns(db: Pick<TenantDb | TenantTx, "rows">, { id, supplierId, status, before, limit }: Filter): Promise<(ReturnRowView & { creditNoteId: string | null; creditNoteNumber: string | null })[]> {
  const rows = await db.rows<Omit<ReturnRowView, "postedAt"> & { postedAt: Date; creditNoteId: string | null; creditNoteNumber: string | null }>(sql`
    SELECT * FROM (
      SELECT r.id, r.number::text AS number, r.supplier_id AS "supplierId", s.name AS "supplierName", r.location_id AS "locationId", p.name AS "locationName", r.reason, r.returned_on AS date, r.value,
             m.name AS "memberName", r.posted_at AS "postedAt", n.id AS "creditNoteId", n.number AS "creditNoteNumber",
             CASE WHEN EXISTS (SELECT FROM supplier_return_cancellation c WHERE c.return_id = r.id) THEN 'cancelled' WHEN n.id IS NOT NULL THEN 'credited' ELSE 'pending' END AS status
        FROM supplier_return r JOIN supplier s ON s.id = r.supplier_id JOIN location p ON p.id = r.location_id JOIN member m ON m.id = r.member_id
        LEFT JOIN LATERAL (SELECT c.id, c.number FROM credit_note c WHERE c.return_id = r.id AND NOT EXISTS (SELECT FROM credit_note_cancellation x WHERE x.credit_note_id = c.id) LIMIT 1) n ON true
       WHERE (${id ?? null}::uuid IS NULL OR r.id = ${id ?? null}::uuid) AND (${supplierId ?? null}::uuid IS NULL OR r.supplier_id = ${supplierId ?? null}::uuid)
         AND (${before ?? null}::bigint IS NULL OR r.number < ${before ?? null}::bigint)) returned
     WHERE ${status ?? null}::text IS NULL OR status = ${status ?? null}::text
     ORDER BY number::bigint DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, postedAt: row.postedAt.toISOString() }));
}

/** One return with its lines, and the hash of the request that made it; null when the tenant has none of this id. */
export async function getReturn(db: TenantDb | TenantTx, id: string): Promise<{ view: ReturnView; requestHash: string } | null> {
  const [[row], [rest], lines] = await burst([
    loadReturns(db, { id, limit: 1 }),
    db.rows<{ notes: string | null; requestHash: string; cancelledAt: Date | null; cancelledBy: string | null; cancelReason: string | null }>(sql`
      SELECT r.notes, r.request_hash AS "requestHash", c.at AS "cancelledAt", m.name AS "cancelledBy", c.reason AS "cancelReason"
        FROM supplier_return r LEFT JOIN supplier_return_cancellation c ON c.return_id = r.id LEFT JOIN member m ON m.id = c.member_id WHERE r.id = ${id}`),
    db.rows<ReturnView["lines"][number]>(sql`
      SELECT product_id AS "productId", sku, name, unit, quantity, unit_cost AS "unitCost", value, tax_rate AS "taxRate" FROM supplier_return_line WHERE return_id = ${id} ORDER BY line_no`),
  ]);
  if (!row || !rest) return null;
  const { requestHash, cancelledAt, ...told } = rest;
  return { view: { ...row, ...told, cancelledAt: cancelledAt?.toISOString() ?? null, lines }, requestHash };
}
