import { changePrices, type PriceMove } from "@/modules/catalogue/postings/change-prices.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Changes prices of the base list (null) or of an own one, as changePrices does; a price of null takes a product off an own list. */
export async function movePrices(tx: TenantTx, listId: string | null, source: string, moves: readonly PriceMove[], whatever: boolean): Promise<string[]> {
  if (listId === null) return changePrices(tx, source, moves, whatever);
  // Products are locked first and in one order, as everywhere; a row of the list may not be there yet.
  const held = await tx.rows<{ id: string; price: string | null }>(sql`
    SELECT p.id, (SELECT l.price FROM list_price l WHERE l.list_id = ${listId} AND l.product_id = p.id) AS price
      FROM product p WHERE p.id = ANY (${moves.map(({ productId }) => productId)}::uuid[]) ORDER BY p.id FOR NO KEY UPDATE`);
  const now = new Map(held.map(({ id, price }) => [id, price]));
  const sure = moves.filter(({ productId, from }) => now.has(productId) && (whatever || now.get(productId) === from));
  const json = JSON.stringify(sure.map(({ productId, to }) => ({ p: productId, n: to })));
  await tx.execute(sql`DELETE FROM list_price WHERE list_id = ${listId} AND product_id IN (SELECT one.p FROM json_to_recordset(${json}::json) AS one (p uuid, n numeric) WHERE one.n IS NULL)`);
  await tx.execute(sql`
    INSERT INTO list_price (list_id, product_id, price, source, updated_at)
    SELECT ${listId}::uuid, one.p, one.n, ${source}::uuid, statement_timestamp() FROM json_to_recordset(${json}::json) AS one (p uuid, n numeric) WHERE one.n IS NOT NULL
        ON CONFLICT (tenant_id, list_id, product_id) DO UPDATE SET price = excluded.price, source = excluded.source, updated_at = excluded.updated_at`);
  return sure.map(({ productId }) => productId);
}
