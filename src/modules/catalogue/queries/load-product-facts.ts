import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { ProductFields } from "../postings/change-products.ts";

/** A product as a list is compared with it: costs included, so only for members who may see them, and for jobs. */
export interface ProductFacts extends ProductFields {
  id: string;
  sku: string;
  categoryName: string | null;
  barcodes: string[];
  /** The cost is kept in another currency than the shop's. */
  hasForeignCost: boolean;
  version: number;
}

/** The products of these ids, in the order of their ids. `lock`: held for changing until the transaction ends. */
export async function loadProductFacts(db: Pick<TenantTx, "rows">, ids: readonly string[], lock: boolean): Promise<ProductFacts[]> {
  if (ids.length === 0) return [];
  const asked = [...new Set(ids)];
  if (lock) await db.rows(sql`SELECT FROM product WHERE id = ANY (${asked}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  return db.rows<ProductFacts>(sql`
    SELECT p.id, p.sku, p.name, p.description, p.brand, p.supplier_code AS "supplierCode", p.unit, p.category_id AS "categoryId", c.name AS "categoryName",
           p.tax_rate AS "taxRate", p.cost_price AS "costPrice", p.sale_price AS "salePrice", p.min_stock AS "minStock", p.max_stock AS "maxStock", p.is_active AS "isActive", p.is_draft AS "isDraft", p.version, p.cost_currency AS "costCurrency", p.cost_currency <> s.currency AS "hasForeignCost",
           coalesce((SELECT array_agg(b.code ORDER BY b.pack_size, b.code) FROM product_barcode b WHERE b.tenant_id = p.tenant_id AND b.product_id = p.id), '{}') AS barcodes
      FROM product p JOIN shop s ON s.tenant_id = p.tenant_id LEFT JOIN category c ON c.tenant_id = p.tenant_id AND c.id = p.category_id
     WHERE p.id = ANY (${asked}::uuid[]) ORDER BY p.id`);
}
