import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { DifferenceKind } from "../rules/match-bill.ts";
import type { Decision } from "../rules/decisions.ts";
import type { ListDifferencesInput } from "../schema.ts";

export interface DifferenceView {
  id: string;
  purchaseId: string;
  purchaseNumber: string;
  date: string;
  supplierId: string;
  supplierName: string;
  productId: string;
  sku: string;
  name: string;
  unit: string;
  kind: DifferenceKind;
  /** Of the order and the receipts: units, cost of one, or percent of VAT. */
  expected: Decimal;
  /** Of the bill. */
  found: Decimal;
  /** What it comes to, net of VAT: positive when the bill asks for more. */
  amount: Decimal;
  /** Null while nobody decided. */
  decision: Decision | null;
  reason: string | null;
  decidedBy: string | null;
  /** RFC 3339. */
  decidedAt: string | null;
  /** The credit note that settled the claim. */
  creditNoteId: string | null;
}

interface Filter {
  id?: string;
  supplierId?: string | undefined;
  purchaseId?: string | undefined;
  status?: ListDifferencesInput["status"];
  after?: string | undefined;
  limit: number;
}

/** Differences, by supplier, the oldest first. Those of cancelled bills ask for nothing any more and are left out of the queue. */
export async function loadDifferences(db: Pick<TenantDb | TenantTx, "rows">, { id, supplierId, purchaseId, status, after, limit }: Filter): Promise<DifferenceView[]> {
  const rows = await db.rows<Omit<DifferenceView, "decidedAt"> & { decidedAt: Date | null }>(sql`
    SELECT d.id, d.purchase_id AS "purchaseId", b.number AS "purchaseNumber", b.bill_date AS date, b.supplier_id AS "supplierId", s.name AS "supplierName", d.product_id AS "productId",
           p.sku, p.name, p.unit, d.kind, d.expected, d.found, d.amount, k.decision, k.reason, m.name AS "decidedBy", k.at AS "decidedAt", n.credit_note_id AS "creditNoteId"
      FROM bill_difference d JOIN purchase b ON b.id = d.purchase_id JOIN supplier s ON s.id = b.supplier_id JOIN product p ON p.id = d.product_id
      LEFT JOIN bill_difference_decision k ON k.difference_id = d.id LEFT JOIN member m ON m.id = k.member_id
      LEFT JOIN LATERAL (SELECT c.credit_note_id FROM credit_note_claim c WHERE c.difference_id = d.id AND NOT EXISTS (SELECT FROM credit_note_cancellation x WHERE x.credit_note_id = c.credit_note_id) LIMIT 1) n ON true
     WHERE (${id ?? null}::uuid IS NULL OR d.id = ${id ?? null}::uuid) AND (${supplierId ?? null}::uuid IS NULL OR b.supplier_id = ${supplierId ?? null}::uuid)
       AND (${purchaseId ?? null}::uuid IS NULL OR d.purchase_id = ${purchaseId ?? null}::uuid)
       AND CASE ${status ?? null}::text WHEN 'open' THEN k.decision IS NULL AND NOT EXISTS (SELECT FROM purchase_cancellation x WHERE x.purchase_id = b.id)
             WHEN 'claimed' THEN k.decision = 'claim' AND n.credit_note_id IS NULL AND NOT EXISTS (SELECT FROM purchase_cancellation x WHERE x.purchase_id = b.id)
             WHEN 'decided' THEN k.decision IS NOT NULL ELSE true END
       AND (${after ?? null}::uuid IS NULL OR (s.name, s.id, b.posted_at, d.id) > (
             SELECT ss.name, ss.id, bb.posted_at, dd.id FROM bill_difference dd JOIN purchase bb ON bb.id = dd.purchase_id JOIN supplier ss ON ss.id = bb.supplier_id WHERE dd.id = ${after ?? null}::uuid))
     ORDER BY s.name, s.id, b.posted_at, d.id LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt?.toISOString() ?? null }));
}

/** A page of the queue. The cursor is the last one seen. */
export async function listDifferences(ctx: Pick<Context, "db">, { limit, cursor, ...filter }: ListDifferencesInput): Promise<{ items: DifferenceView[]; nextCursor: string | null }> {
  const found = await loadDifferences(ctx.db, { ...filter, limit: limit + 1, after: cursor });
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null };
}

/** How many wait for a decision. */
export async function countOpenDifferences(ctx: Pick<Context, "db">): Promise<number> {
  const [row] = await ctx.db.rows<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM bill_difference d WHERE NOT EXISTS (SELECT FROM bill_difference_decision k WHERE k.difference_id = d.id)
       AND NOT EXISTS (SELECT FROM purchase_cancellation x WHERE x.purchase_id = d.purchase_id)`);
  return row!.count;
}
