import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";

/**
 * What one unit is expected to cost from a supplier, net of VAT, in the shop's currency: its list price through its chain, else what the product
 * costs. What nobody knows is missing.
 */
export async function loadExpectedCosts(db: Pick<TenantDb | TenantTx, "rows">, supplierId: string, productIds: readonly string[]): Promise<Map<string, Decimal>> {
  const rows = await db.rows<{ id: string; cost: Decimal }>(sql`
    SELECT id, cost FROM (
      SELECT p.id, coalesce(round(l.list_price * c.rate * discount_factor(s.discounts) * (100 + s.freight_percent) * 0.01 / l.pack_size, 4),
                            CASE WHEN p.cost_currency = shop.currency THEN p.cost_price END)::numeric(14, 4) AS cost
        FROM product p CROSS JOIN shop JOIN supplier s ON s.id = ${supplierId} LEFT JOIN current_rate c ON c.currency = s.currency
        LEFT JOIN supplier_product l ON l.supplier_id = s.id AND l.product_id = p.id
       WHERE p.id = ANY (${[...productIds]}::uuid[])) known WHERE cost IS NOT NULL`);
  return new Map(rows.map(({ id, cost }) => [id, cost]));
}
