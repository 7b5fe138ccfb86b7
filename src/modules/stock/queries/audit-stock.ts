import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/** Levels against the sum of their movements, and each movement's arithmetic. Empty when all is well. */
export async function auditStock(db: TenantDb): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    WITH summed AS (SELECT location_id, product_id, sum(quantity) AS quantity FROM stock_movement GROUP BY location_id, product_id)
    SELECT 'level = sum of movements' AS law, coalesce(l.product_id, m.product_id)::text AS id,
           format('level %s, movements %s', coalesce(l.on_hand, 0), coalesce(m.quantity, 0)) AS detail
      FROM stock_level l FULL JOIN summed m ON m.location_id = l.location_id AND m.product_id = l.product_id
     WHERE coalesce(l.on_hand, 0) <> coalesce(m.quantity, 0)
    UNION ALL
    SELECT 'after = before + quantity', id::text, format('%s + %s <> %s', before, quantity, after) FROM stock_movement WHERE after <> before + quantity`);
}
