import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { SaleFacts } from "../queries/sale-view.ts";
import type { ComposedSale } from "../rules/compose-sale.ts";

export interface SaleToInsert extends SaleFacts {
  memberId: string;
  registerId: string | null;
  /** Open when it was looked for; closed meanwhile, the sale belongs to none. */
  shiftId: string | null;
  businessDate: string;
  requestHash: string;
}

/**
 * Takes the next number and writes the whole document, in one statement and last in its transaction: the counter's row is the lock that
 * every sale of the tenant waits for, and is held only from here to COMMIT. Answers the number.
 */
export async function insertSale(tx: TenantTx, facts: SaleToInsert, sale: ComposedSale): Promise<string> {
  const column = <K extends keyof ComposedSale["lines"][number]>(key: K) => sale.lines.map((line) => line[key]);
  const paid = <K extends keyof ComposedSale["payments"][number]>(key: K) => sale.payments.map((payment) => payment[key]);
  const [row] = await tx.rows<{ number: string }>(sql`
    WITH shift AS (SELECT id FROM till_shift WHERE id = ${facts.shiftId}::uuid AND closed_at IS NULL FOR KEY SHARE),
    taken AS (UPDATE counter SET value = value + 1 WHERE series = 'sale' RETURNING value),
    document AS (
      INSERT INTO sale (id, number, location_id, register_id, customer_id, member_id, sold_at, business_date,
                        subtotal, discount, adjustment, rounding, tax, total, cost, change, notes, request_hash, shift_id)
      SELECT ${facts.id}::uuid, taken.value, ${facts.locationId}::uuid, ${facts.registerId}::uuid, ${facts.customerId}::uuid, ${facts.memberId}::uuid,
             ${facts.soldAt}::timestamptz, ${facts.businessDate}::date, ${sale.subtotal}::numeric, ${sale.discount}::numeric, ${sale.adjustment}::numeric, ${sale.rounding}::numeric, ${sale.tax}::numeric,
             ${sale.total}::numeric, ${sale.cost}::numeric, ${sale.change}::numeric, ${facts.notes}::text, ${facts.requestHash}::text, (SELECT id FROM shift)
        FROM taken RETURNING number),
    lines AS (
      INSERT INTO sale_line (sale_id, id, line_no, product_id, sku, name, unit, quantity, unit_price, list_price,
                             gross, line_discount, ticket_discount, adjustment, total, tax_rate, tax, unit_cost, parts, returned_line_id, price_list_id, break_from, break_percent)
      SELECT ${facts.id}::uuid, l.id, l.no, l.product_id, l.sku, l.name, l.unit, l.quantity, l.unit_price, l.list_price,
             l.gross, l.line_discount, l.ticket_discount, l.adjustment, l.total, l.tax_rate, l.tax, l.unit_cost, l.parts, l.returned_line_id, l.price_list_id, l.break_from, l.break_percent
        FROM unnest(${facts.lineIds}::uuid[], ${column("productId")}::uuid[], ${column("sku")}::text[], ${column("name")}::text[], ${column("unit")}::text[],
                    ${column("quantity")}::numeric[], ${column("unitPrice")}::numeric[], ${column("listPrice")}::numeric[], ${column("gross")}::numeric[],
                    ${column("lineDiscount")}::numeric[], ${column("ticketDiscount")}::numeric[], ${column("adjustment")}::numeric[], ${column("total")}::numeric[],
                    ${column("taxRate")}::numeric[], ${column("tax")}::numeric[], ${column("unitCost")}::numeric[],
                    ${sale.lines.map(({ parts }) => parts && JSON.stringify(parts.map(({ productId, quantity }) => ({ productId, quantity }))))}::jsonb[],
                    ${column("returnedLineId")}::uuid[], ${sale.lines.map(({ priceList }) => priceList?.id ?? null)}::uuid[],
                    ${sale.lines.map(({ quantityBreak }) => quantityBreak?.from ?? null)}::numeric[], ${sale.lines.map(({ quantityBreak }) => quantityBreak?.percent ?? null)}::numeric[])
             WITH ORDINALITY AS l (id, product_id, sku, name, unit, quantity, unit_price, list_price, gross, line_discount, ticket_discount, adjustment, total, tax_rate, tax, unit_cost, parts, returned_line_id, price_list_id, break_from, break_percent, no)),
    payments AS (
      INSERT INTO sale_payment (sale_id, id, method, amount, installments, adjustment)
      SELECT ${facts.id}::uuid, p.id, p.method, p.amount, p.installments, p.adjustment
        FROM unnest(${facts.paymentIds}::uuid[], ${paid("method")}::text[], ${paid("amount")}::numeric[], ${paid("installments")}::int[], ${paid("adjustment")}::numeric[])
             AS p (id, method, amount, installments, adjustment))
    SELECT number FROM document`);
  if (!row) throw new Error("The series sale was never opened for this tenant");
  return row.number;
}
