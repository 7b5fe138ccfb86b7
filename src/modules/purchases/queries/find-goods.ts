import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** A product as a bill needs to know it: costs included. */
export interface Goods {
  id: string;
  sku: string;
  name: string;
  unit: string;
  taxRate: Decimal;
  isActive: boolean;
  /** Made of others: it has no stock of its own. */
  isKit: boolean;
  /** Net of VAT, in the shop's currency; null when it is unknown or kept in another one. */
  cost: Decimal | null;
  /** Whether the product's cost is kept in the shop's own currency. */
  hasOwnCurrency: boolean;
  average: Decimal | null;
  /** Kilograms of one unit: what was told, or what the unit itself says. */
  weight: Decimal | null;
  listPrice: Decimal | null;
}

/** The products that lines name by id or by own code, held for changing until the transaction ends, in the order of their ids. */
export async function findGoods(tx: TenantTx, supplierId: string, lines: readonly { productId?: string | undefined; sku?: string | undefined }[]): Promise<Goods[]> {
  const [ids, skus] = [lines.flatMap(({ productId }) => productId ?? []), lines.flatMap(({ sku }) => sku ?? [])];
  const held = await tx.rows<{ id: string }>(sql`SELECT id FROM product WHERE id = ANY (${ids}::uuid[]) OR sku = ANY (${skus}::text[]) ORDER BY id FOR NO KEY UPDATE`);
  return tx.rows<Goods>(sql`
    SELECT p.id, p.sku, p.name, p.unit, p.tax_rate AS "taxRate", p.is_active AS "isActive", p.kit_pricing IS NOT NULL AS "isKit",
           CASE WHEN p.cost_currency = s.currency THEN p.cost_price END AS cost, p.cost_currency = s.currency AS "hasOwnCurrency", k.average_cost AS average, coalesce(p.weight, CASE p.unit WHEN 'kg' THEN 1 WHEN 'g' THEN 0.001 END) AS weight, l.list_price AS "listPrice"
      FROM product p CROSS JOIN shop s
      LEFT JOIN product_cost k ON k.product_id = p.id
      LEFT JOIN supplier_product l ON l.product_id = p.id AND l.supplier_id = ${supplierId}
     WHERE p.id = ANY (${held.map(({ id }) => id)}::uuid[]) ORDER BY p.id`);
}
