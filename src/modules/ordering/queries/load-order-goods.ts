import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** A product as an order to one supplier needs to know it. */
export interface OrderGoods {
  id: string;
  sku: string;
  name: string;
  /** Made of others: nobody receives it. */
  isKit: boolean;
  unit: string;
  taxRate: Decimal;
  supplierCode: string | null;
  packSize: Decimal;
}

/** The products that lines name by id or by own code, with what the supplier calls them and how it packs them. */
export async function loadOrderGoods(db: Pick<TenantTx, "rows">, supplierId: string, lines: readonly { productId?: string | undefined; sku?: string | undefined }[]): Promise<OrderGoods[]> {
  return db.rows<OrderGoods>(sql`
    SELECT p.id, p.sku, p.name, p.kit_pricing IS NOT NULL AS "isKit", p.unit, p.tax_rate AS "taxRate", l.code AS "supplierCode", coalesce(l.pack_size, 1)::numeric(14, 3) AS "packSize"
      FROM product p LEFT JOIN supplier_product l ON l.product_id = p.id AND l.supplier_id = ${supplierId}
     WHERE p.id = ANY (${lines.flatMap(({ productId }) => productId ?? [])}::uuid[]) OR p.sku = ANY (${lines.flatMap(({ sku }) => sku ?? [])}::text[]) ORDER BY p.id`);
}
