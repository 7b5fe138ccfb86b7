import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Of the given products those whose stock has a history (more than openings that were taken back), with what is on hand. */
export async function findOpened(db: Pick<TenantTx, "rows">, productIds: readonly string[]): Promise<Map<string, Decimal>> {
  if (productIds.length === 0) return new Map();
  const rows = await db.rows<{ productId: string; onHand: Decimal }>(sql`
    SELECT product_id AS "productId", sum(quantity) AS "onHand" FROM stock_movement WHERE product_id = ANY (${[...productIds]}::uuid[])
     GROUP BY product_id HAVING bool_or(type <> 'opening') OR sum(quantity) <> 0`);
  return new Map(rows.map(({ productId, onHand }) => [productId, onHand]));
}
