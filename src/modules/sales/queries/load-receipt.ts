import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import { receiptOfReturn, receiptOfSale, type ReceiptContent, type ReceiptIssuer } from "../rules/receipt.ts";
import { getSale } from "./get-sale.ts";
import type { SaleView } from "./sale-view.ts";

export interface LoadedReceipt {
  sale: SaleView;
  issuer: ReceiptIssuer;
  content: ReceiptContent;
}

/** Who sells at a place, as its receipts say; at the default one when none is named. */
export async function loadIssuer(db: TenantDb | TenantTx, locationId?: string): Promise<ReceiptIssuer> {
  const [issuer] = await db.rows<ReceiptIssuer>(sql`
    SELECT s.name, s.legal_name AS "legalName", s.tax_id AS "taxId", s.tax_condition AS "taxCondition", s.locale, l.address
      FROM shop s LEFT JOIN location l ON l.tenant_id = s.tenant_id AND CASE WHEN ${locationId ?? null}::uuid IS NULL THEN l.is_default ELSE l.id = ${locationId ?? null}::uuid END`);
  if (!issuer) throw new Error("The tenant has no shop row");
  return issuer;
}

/** The receipt of a sale, or of one return of it. */
export async function loadReceipt(db: TenantDb | TenantTx, saleId: string, returnId?: string): Promise<Result<LoadedReceipt>> {
  const [sale, [people], back] = await burst([
    getSale(db, saleId),
    db.rows<{ memberName: string; customer: string | null }>(sql`
      SELECT m.name AS "memberName", CASE WHEN c.is_final_consumer THEN NULL ELSE c.name END AS customer
        FROM sale s JOIN member m ON m.tenant_id = s.tenant_id AND m.id = s.member_id JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer_id WHERE s.id = ${saleId}`),
    db.rows<{ id: string; number: string }>(sql`
      SELECT l.id, s.number::text FROM sale_line l JOIN sale_line o ON o.tenant_id = l.tenant_id AND o.id = l.returned_line_id JOIN sale s ON s.tenant_id = o.tenant_id AND s.id = o.sale_id WHERE l.sale_id = ${saleId}`),
  ]);
  if (!sale || !people) return refuse("not_found");
  const returned = returnId === undefined ? null : sale.returns.find(({ id }) => id === returnId);
  if (returned === undefined) return refuse("not_found");
  const issuer = await loadIssuer(db, sale.locationId);
  return accept({ sale, issuer, content: returned ? receiptOfReturn(returned, people.customer) : receiptOfSale(sale, people, new Map(back.map(({ id, number }) => [id, number]))) });
}
