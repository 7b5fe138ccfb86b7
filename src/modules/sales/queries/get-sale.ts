import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import { listReturns, viewOf } from "./list-returns.ts";
import type { ApprovalView, SaleLineView, SalePaymentView, SaleView } from "./sale-view.ts";

type SaleRow = Omit<SaleView, "number" | "soldAt" | "lines" | "payments" | "returns" | "cancellation" | "storeCredits" | "approvals"> & { number: string; soldAt: Date; requestHash: string; cancelledAt: Date | null; cancelledBy: string; cancelReason: string };

/** One sale with its lines and payments; null when the tenant has none of this id. */
export async function getSale(db: TenantDb | TenantTx, id: string): Promise<SaleView | null> {
  return (await getSaleWithHash(db, id))?.view ?? null;
}

/** The same with the hash of the request that made it, by which a repetition is told from another sale. Fields in the order of viewOfComposed: a repetition is answered the same text. */
export async function getSaleWithHash(db: TenantDb | TenantTx, id: string): Promise<{ view: SaleView; requestHash: string } | null> {
  const [[sale], lines, payments, returns, approvals, storeCredits] = await burst([
    db.rows<SaleRow>(sql`
      SELECT s.id, s.number, coalesce(t.status, 'completed') AS status, s.sold_at AS "soldAt", s.location_id AS "locationId", s.customer_id AS "customerId",
             s.subtotal, s.discount, s.adjustment, s.rounding, s.tax, s.total, s.change, s.notes, s.request_hash AS "requestHash", c.at AS "cancelledAt", m.name AS "cancelledBy", c.reason AS "cancelReason"
        FROM sale s
        LEFT JOIN sale_state t ON t.tenant_id = s.tenant_id AND t.sale_id = s.id
        LEFT JOIN sale_cancellation c ON c.tenant_id = s.tenant_id AND c.sale_id = s.id
        LEFT JOIN member m ON m.tenant_id = c.tenant_id AND m.id = c.member_id
       WHERE s.id = ${id}`),
    db.rows<SaleLineView>(sql`
      SELECT id, product_id AS "productId", sku, name, unit, quantity, unit_price AS "unitPrice", list_price AS "listPrice",
             line_discount + ticket_discount AS discount, adjustment, total, tax_rate AS "taxRate", tax,
             ((SELECT coalesce(sum(r.quantity), 0) FROM sale_return_line r WHERE r.tenant_id = l.tenant_id AND r.sale_line_id = l.id)
              - (SELECT coalesce(sum(x.quantity), 0) FROM sale_line x WHERE x.tenant_id = l.tenant_id AND x.returned_line_id = l.id
                    AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = x.tenant_id AND c.sale_id = x.sale_id)))::numeric(14,3) AS returned,
             (SELECT json_build_object('id', p.id, 'name', p.name) FROM price_list p WHERE p.tenant_id = l.tenant_id AND p.id = l.price_list_id) AS "priceList",
             CASE WHEN break_from IS NULL THEN NULL ELSE json_build_object('from', break_from::text, 'percent', break_percent::text) END AS "quantityBreak",
             returned_line_id AS "returnedLineId"
        FROM sale_line l WHERE sale_id = ${id} ORDER BY line_no`),
    db.rows<SalePaymentView>(sql`
      SELECT id, method, amount, installments, adjustment FROM sale_payment WHERE sale_id = ${id} ORDER BY id`),
    listReturns(db, { saleId: id }),
    db.rows<Omit<ApprovalView, "at"> & { at: Date }>(sql`
      SELECT a.document_kind AS document, a.document_id AS "documentId", a.kinds, m.name AS "memberName", k.name AS "askedBy", a.reason, a.at
        FROM approval a JOIN member m ON m.tenant_id = a.tenant_id AND m.id = a.member_id JOIN member k ON k.tenant_id = a.tenant_id AND k.id = a.asked_by
       WHERE (a.document_kind IN ('sale', 'sale_cancellation') AND a.document_id = ${id}::uuid)
          OR (a.document_kind = 'sale_return' AND a.document_id IN (SELECT r.id FROM sale_return r WHERE r.sale_id = ${id}::uuid))
       ORDER BY a.at, a.id`),
    db.rows<SaleView["storeCredits"][number]>(sql`
      SELECT c.code, e.amount, c.balance FROM store_credit_entry e JOIN store_credit c ON c.tenant_id = e.tenant_id AND c.id = e.credit_id
       WHERE e.source_kind = 'sale' AND e.source_id = ${id}::uuid AND e.amount > 0`),
  ]);
  if (!sale) return null;
  const { requestHash, number, soldAt, ...rest } = sale;
  const view: SaleView = {
    id: rest.id,
    number: Number(number),
    status: rest.status,
    soldAt: soldAt.toISOString(),
    locationId: rest.locationId,
    customerId: rest.customerId,
    subtotal: rest.subtotal,
    discount: rest.discount,
    adjustment: rest.adjustment,
    rounding: rest.rounding,
    tax: rest.tax,
    total: rest.total,
    change: rest.change,
    notes: rest.notes,
    lines: lines.map((line) => ({ ...line, unitPrice: plainPrice(line.unitPrice), listPrice: plainPrice(line.listPrice) })),
    payments,
    returns: returns.map(viewOf),
    cancellation: rest.cancelledAt && { at: rest.cancelledAt.toISOString(), memberName: rest.cancelledBy, reason: rest.cancelReason },
    storeCredits,
    approvals: approvals.map(({ at, ...approval }) => ({ ...approval, at: at.toISOString() })),
  };
  return { view, requestHash };
}
