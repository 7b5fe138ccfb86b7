import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";

/** How far back a price counts for goods whose sale nobody knows (docs/decisions/061-returns-without-their-sale.md). */
export const LOWEST_OF_DAYS = 90;

/**
 * The lowest price of the counter's own list that each product had in the last LOWEST_OF_DAYS, VAT included; products without any are left out. A price that
 * a run wrote and somebody took back does not count: nobody was to sell at it.
 */
export async function loadLowestPrices(db: TenantDb | TenantTx, now: Date, productIds: readonly string[]): Promise<Map<string, Decimal>> {
  const rows = await db.rows<{ id: string; price: Decimal }>(sql`
    SELECT p.id, least(p.sale_price, min(c.to_price)) AS price
      FROM product p
     CROSS JOIN LATERAL (SELECT max(b.at) AS at FROM price_change b WHERE b.tenant_id = p.tenant_id AND b.product_id = p.id AND b.list_id IS NULL AND b.at < ${now}::timestamptz - make_interval(days => ${LOWEST_OF_DAYS})) since
      LEFT JOIN price_change c ON c.tenant_id = p.tenant_id AND c.product_id = p.id AND c.list_id IS NULL AND c.to_price > 0 AND c.at >= coalesce(since.at, '-infinity')
            AND NOT EXISTS (SELECT FROM price_undo u JOIN price_change t ON t.tenant_id = u.tenant_id AND t.source = u.id AND t.product_id = c.product_id WHERE u.tenant_id = c.tenant_id AND u.run_id = c.source)
     WHERE p.id = ANY (${[...new Set(productIds)]}::uuid[])
     GROUP BY p.tenant_id, p.id`);
  return new Map(rows.flatMap(({ id, price }) => (price === null ? [] : [[id, price] as const])));
}
