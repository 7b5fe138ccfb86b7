import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { ProductFields } from "../postings/change-products.ts";

/** A product as a list is compared with it: costs included, so only for members who may see them, and for jobs. */
export interface ProductFacts extends ProductFields {
  id: string;
  sku: string;
  categoryName: string | null;
  barcodes: string[];
  packs: { code: string; packSize: Decimal; unit: string | null }[];
  customFields: Record<string, string>;
  /** The cost is kept in another currency than the shop's. */
  hasForeignCost: boolean;
  /** own | sum; null: no kit. */
  kitPricing: string | null;
  version: number;
}

/** The products of these ids, in the order of their ids. `lock`: held for changing until the transaction ends. */
export async function loadProductFacts(db: Pick<TenantTx, "rows">, ids: readonly string[], lock: boolean): Promise<ProductFacts[]> {
  if (ids.length === 0) return [];
  const asked = [...new Set(ids)];
  if (lock) await db.rows(sql`SELECT FROM product WHERE id = ANY (${asked}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  const rows = await db.rows<Omit<ProductFacts, "barcodes">>(sql`
    SELECT p.id, p.sku, p.name, p.description, p.brand, p.supplier_code AS "supplierCode", p.unit, p.category_id AS "categoryId", c.name AS "categoryName",
           p.tax_rate AS "taxRate", p.cost_price AS "costPrice", p.sale_price AS "salePrice", p.min_stock AS "minStock", p.max_stock AS "maxStock", p.is_active AS "isActive", p.is_draft AS "isDraft", p.version, p.cost_currency AS "costCurrency", p.cost_currency <> s.currency AS "hasForeignCost", p.kit_pricing AS "kitPricing",
           p.custom_fields AS "customFields",
           coalesce((SELECT json_agg(json_build_object('code', b.code, 'packSize', b.pack_size::text, 'unit', b.unit) ORDER BY b.pack_size, b.code) FROM product_barcode b WHERE b.tenant_id = p.tenant_id AND b.product_id = p.id), '[]') AS packs
      FROM product p JOIN shop s ON s.tenant_id = p.tenant_id LEFT JOIN category c ON c.tenant_id = p.tenant_id AND c.id = p.category_id
     WHERE p.id = ANY (${asked}::uuid[]) ORDER BY p.id`);
  return rows.map((row) => ({ ...row, barcodes: row.packs.map(({ code }) => code) }));
}
