import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Prices of an own list by product; a product that is not on it has none. */
export async function loadListPrices(tx: Pick<TenantTx, "rows">, listId: string, productIds: readonly string[]): Promise<Map<string, Decimal>> {
  const rows = await tx.rows<{ productId: string; price: Decimal }>(sql`
    SELECT product_id AS "productId", price FROM list_price WHERE list_id = ${listId} AND product_id = ANY (${[...productIds]}::uuid[])`);
  return new Map(rows.map(({ productId, price }) => [productId, price]));
}
