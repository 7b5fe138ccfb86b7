import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { ReturnLineView, ReturnView } from "./return-view.ts";

type ReturnRow = Omit<ReturnView, "number" | "saleNumber" | "returnedAt" | "lines" | "refunds" | "storeCredits"> & { number: string; saleNumber: string; returnedAt: Date; requestHash: string };
type Of<T> = T & { returnId: string };

/** The returns of a sale, or the one of this id, in the order of their numbers. */
export async function listReturns(db: TenantDb | TenantTx, of: { saleId: string } | { id: string }): Promise<(ReturnView & { requestHash: string })[]> {
  const [saleId, id] = "saleId" in of ? [of.saleId, null] : [null, of.id];
  const [returns, lines, refunds, credits] = await burst([
    db.rows<ReturnRow>(sql`
      SELECT r.id, r.number, r.sale_id AS "saleId", s.number AS "saleNumber", r.returned_at AS "returnedAt", m.name AS "memberName", r.customer_id AS "customerId",
             r.refund, r.reason, r.tax, r.total, r.request_hash AS "requestHash"
        FROM sale_return r JOIN sale s ON s.tenant_id = r.tenant_id AND s.id = r.sale_id JOIN member m ON m.tenant_id = r.tenant_id AND m.id = r.member_id
       WHERE CASE WHEN ${saleId}::uuid IS NULL THEN r.id = ${id}::uuid ELSE r.sale_id = ${saleId}::uuid END ORDER BY r.number`),
    db.rows<Of<ReturnLineView>>(sql`
      SELECT b.return_id AS "returnId", b.sale_line_id AS "saleLineId", l.product_id AS "productId", l.sku, l.name, l.unit, b.quantity, l.unit_price AS "unitPrice", b.discount, b.adjustment, b.total, l.tax_rate AS "taxRate", b.tax
        FROM sale_return r JOIN sale_return_line b ON b.tenant_id = r.tenant_id AND b.return_id = r.id JOIN sale_line l ON l.tenant_id = b.tenant_id AND l.id = b.sale_line_id
       WHERE CASE WHEN ${saleId}::uuid IS NULL THEN r.id = ${id}::uuid ELSE r.sale_id = ${saleId}::uuid END ORDER BY b.line_no`),
    db.rows<Of<ReturnView["refunds"][number]>>(sql`
      SELECT f.return_id AS "returnId", f.method, f.amount FROM sale_return r JOIN sale_refund f ON f.tenant_id = r.tenant_id AND f.return_id = r.id
       WHERE CASE WHEN ${saleId}::uuid IS NULL THEN r.id = ${id}::uuid ELSE r.sale_id = ${saleId}::uuid END ORDER BY f.amount DESC, f.method`),
    db.rows<Of<ReturnView["storeCredits"][number]>>(sql`
      SELECT r.id AS "returnId", c.code, e.amount, c.balance
        FROM sale_return r JOIN store_credit_entry e ON e.tenant_id = r.tenant_id AND e.source_id = r.id JOIN store_credit c ON c.tenant_id = e.tenant_id AND c.id = e.credit_id
       WHERE CASE WHEN ${saleId}::uuid IS NULL THEN r.id = ${id}::uuid ELSE r.sale_id = ${saleId}::uuid END ORDER BY c.code`),
  ]);
  const own = <T>(rows: readonly Of<T>[], returnId: string) => rows.filter((row) => row.returnId === returnId).map(({ returnId: _of, ...row }) => row as T);
  return returns.map((row) => ({
    ...row,
    number: Number(row.number),
    saleNumber: Number(row.saleNumber),
    returnedAt: row.returnedAt.toISOString(),
    lines: own<ReturnLineView>(lines, row.id).map((line) => ({ ...line, unitPrice: plainPrice(line.unitPrice) })),
    refunds: own<ReturnView["refunds"][number]>(refunds, row.id),
    storeCredits: own<ReturnView["storeCredits"][number]>(credits, row.id),
  }));
}

/** One return; null when the tenant has none of this id. */
export async function getReturn(db: TenantDb | TenantTx, id: string): Promise<ReturnView | null> {
  const [found] = await listReturns(db, { id });
  return found ? viewOf(found) : null;
}

export function viewOf({ requestHash: _hash, ...view }: ReturnView & { requestHash: string }): ReturnView {
  return view;
}
