import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface Unfinished {
  kind: "transfer" | "count";
  number: number;
}

/** The first transfer or count that is not over and names this product; null when there is none. */
export async function findUnfinished(db: Pick<TenantTx, "rows">, productId: string): Promise<Unfinished | null> {
  const [found] = await db.rows<{ kind: Unfinished["kind"]; number: string }>(sql`
    SELECT 'transfer' AS kind, t.number FROM stock_transfer_line l JOIN stock_transfer t ON t.id = l.transfer_id
     WHERE t.status IN ('requested', 'in_transit')
       AND l.product_id = ${productId}
    UNION ALL
    SELECT 'count', c.number FROM stock_count c
     WHERE c.status IN ('open', 'review')
       AND (EXISTS (SELECT FROM stock_count_product p WHERE p.count_id = c.id AND p.product_id = ${productId})
         OR EXISTS (SELECT FROM stock_count_entry e WHERE e.count_id = c.id AND e.product_id = ${productId}))
     ORDER BY 1, 2 LIMIT 1`);
  return found ? { kind: found.kind, number: Number(found.number) } : null;
}
