import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** What one unit came to in the supplier's last bill that stands; what no bill had is missing. */
export async function loadLastCosts(db: Pick<TenantTx, "rows">, supplierId: string, productIds: readonly string[]): Promise<Map<string, Decimal>> {
  const rows = await db.rows<{ id: string; cost: Decimal }>(sql`
    SELECT DISTINCT ON (l.product_id) l.product_id AS id, l.landed_cost AS cost FROM purchase_line l JOIN purchase b ON b.id = l.purchase_id
     WHERE b.supplier_id = ${supplierId} AND l.product_id = ANY (${[...productIds]}::uuid[]) AND l.landed_cost > 0 AND NOT EXISTS (SELECT FROM purchase_cancellation c WHERE c.purchase_id = b.id)
     ORDER BY l.product_id, b.posted_at DESC, l.line_no`);
  return new Map(rows.map(({ id, cost }) => [id, cost]));
}
