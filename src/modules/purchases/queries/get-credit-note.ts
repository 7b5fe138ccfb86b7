import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { ListCreditNotesInput } from "../schema.ts";

export interface CreditNoteRowView {
  id: string;
  supplierId: string;
  supplierName: string;
  number: string;
  date: string;
  status: "posted" | "cancelled";
  returnId: string | null;
  net: Decimal;
  tax: Decimal;
  total: Decimal;
  memberName: string;
  /** RFC 3339, UTC. */
  postedAt: string;
}

export interface CreditNoteView extends CreditNoteRowView {
  /** Of the goods that went back. */
  returnNumber: string | null;
  notes: string | null;
  cancelReason: string | null;
  taxes: { taxRate: Decimal; base: Decimal; tax: Decimal }[];
  differenceIds: string[];
  allocations: { purchaseId: string; number: string; amount: Decimal }[];
  /** What it pays no bill with: it stays in the account. */
  unallocated: Decimal;
}

/** Credit notes, the newest first. */
export async function loadCreditNotes(db: Pick<TenantDb | TenantTx, "rows">, { id, supplierId, after, limit }: { id?: string; supplierId?: string | undefined; after?: string | undefined; limit: number }): Promise<CreditNoteRowView[]> {
  const rows = await db.rows<Omit<CreditNoteRowView, "postedAt"> & { postedAt: Date }>(sql`
    SELECT n.id, n.supplier_id AS "supplierId", s.name AS "supplierName", n.number, n.note_date AS date, CASE WHEN c.at IS NULL THEN 'posted' ELSE 'cancelled' END AS status,
           n.return_id AS "returnId", n.net, n.tax, n.total, m.name AS "memberName", n.posted_at AS "postedAt"
      FROM credit_note n JOIN supplier s ON s.id = n.supplier_id JOIN member m ON m.id = n.member_id LEFT JOIN credit_note_cancellation c ON c.credit_note_id = n.id
     WHERE (${id ?? null}::uuid IS NULL OR n.id = ${id ?? null}::uuid) AND (${supplierId ?? null}::uuid IS NULL OR n.supplier_id = ${supplierId ?? null}::uuid)
       AND (${after ?? null}::uuid IS NULL OR (n.posted_at, n.id) < (SELECT o.posted_at, o.id FROM credit_note o WHERE o.id = ${after ?? null}::uuid))
     ORDER BY n.posted_at DESC, n.id DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, postedAt: row.postedAt.toISOString() }));
}

/** A page of credit notes. The cursor is the last one seen. */
export async function listCreditNotes(ctx: Pick<Context, "db">, { limit, cursor, supplierId }: ListCreditNotesInput): Promise<{ items: CreditNoteRowView[]; nextCursor: string | null }> {
  const found = await loadCreditNotes(ctx.db, { supplierId, limit: limit + 1, after: cursor });
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null };
}

/** One credit note with what it settles, and the hash of the request that made it; null when the tenant has none of this id. */
export async function getCreditNote(db: TenantDb | TenantTx, id: string): Promise<{ view: CreditNoteView; requestHash: string } | null> {
  const [[row], [rest], taxes, claims, allocations] = await burst([
    loadCreditNotes(db, { id, limit: 1 }),
    db.rows<{ returnNumber: string | null; notes: string | null; requestHash: string; cancelReason: string | null; unallocated: Decimal }>(sql`
      SELECT (SELECT r.number::text FROM supplier_return r WHERE r.id = n.return_id) AS "returnNumber", n.notes, n.request_hash AS "requestHash", c.reason AS "cancelReason",
             CASE WHEN c.at IS NULL THEN n.total - coalesce((SELECT sum(a.amount) FROM supplier_allocation a WHERE a.credit_note_id = n.id), 0) ELSE 0 END::numeric(14, 2) AS unallocated
        FROM credit_note n LEFT JOIN credit_note_cancellation c ON c.credit_note_id = n.id WHERE n.id = ${id}`),
    db.rows<CreditNoteView["taxes"][number]>(sql`SELECT tax_rate AS "taxRate", base, tax FROM credit_note_tax WHERE credit_note_id = ${id} ORDER BY tax_rate`),
    db.rows<{ id: string }>(sql`SELECT difference_id AS id FROM credit_note_claim WHERE credit_note_id = ${id} ORDER BY difference_id`),
    db.rows<CreditNoteView["allocations"][number]>(sql`
      SELECT a.purchase_id AS "purchaseId", b.number, sum(a.amount)::numeric(14, 2) AS amount FROM supplier_allocation a JOIN purchase b ON b.id = a.purchase_id
       WHERE a.credit_note_id = ${id} GROUP BY a.purchase_id, b.number, b.due_date HAVING sum(a.amount) <> 0 ORDER BY b.due_date, a.purchase_id`),
  ]);
  if (!row || !rest) return null;
  const { requestHash, ...told } = rest;
  return { view: { ...row, ...told, taxes, differenceIds: claims.map((claim) => claim.id), allocations }, requestHash };
}
