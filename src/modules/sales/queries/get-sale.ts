import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { SaleLineView, SalePaymentView, SaleView } from "./sale-view.ts";

type SaleRow = Omit<SaleView, "number" | "status" | "soldAt" | "lines" | "payments"> & { number: string; soldAt: Date; requestHash: string };

/** One sale with its lines and payments; null when the tenant has none of this id. */
export async function getSale(db: TenantDb | TenantTx, id: string): Promise<SaleView | null> {
  return (await getSaleWithHash(db, id))?.view ?? null;
}

/** The same with the hash of the request that made it, by which a repetition is told from another sale. */
export async function getSaleWithHash(db: TenantDb | TenantTx, id: string): Promise<{ view: SaleView; requestHash: string } | null> {
  const [[sale], lines, payments] = await burst([
    db.rows<SaleRow>(sql`
      SELECT id, number, sold_at AS "soldAt", location_id AS "locationId", customer_id AS "customerId",
             subtotal, discount, adjustment, tax, total, change, notes, request_hash AS "requestHash"
        FROM sale WHERE id = ${id}`),
    db.rows<SaleLineView>(sql`
      SELECT id, product_id AS "productId", sku, name, unit, quantity, unit_price AS "unitPrice", list_price AS "listPrice",
             line_discount + ticket_discount AS discount, adjustment, total, tax_rate AS "taxRate", tax
        FROM sale_line WHERE sale_id = ${id} ORDER BY line_no`),
    db.rows<SalePaymentView>(sql`
      SELECT id, method, amount, installments, adjustment FROM sale_payment WHERE sale_id = ${id} ORDER BY id`),
  ]);
  if (!sale) return null;
  const { requestHash, number, soldAt, ...rest } = sale;
  const view: SaleView = {
    id: rest.id,
    number: Number(number),
    status: "completed",
    soldAt: soldAt.toISOString(),
    locationId: rest.locationId,
    customerId: rest.customerId,
    subtotal: rest.subtotal,
    discount: rest.discount,
    adjustment: rest.adjustment,
    tax: rest.tax,
    total: rest.total,
    change: rest.change,
    notes: rest.notes,
    lines,
    payments,
  };
  return { view, requestHash };
}
