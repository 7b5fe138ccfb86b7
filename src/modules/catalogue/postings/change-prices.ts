import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface PriceMove {
  productId: string;
  from: Decimal | null;
  to: Decimal | null;
}

/**
 * Changes sale prices by the thousand in one statement, for a document (`source`): a product whose price is no longer `from` is left alone,
 * unless `whatever`. Answers the ids of those that have their new price. Products are locked in one order; the stamp is the statement's own,
 * since a document may take longer than tills look back, and not `updated_at`, whose index would be written with it.
 */
export async function changePrices(tx: TenantTx, source: string, moves: readonly PriceMove[], whatever: boolean): Promise<string[]> {
  if (moves.length === 0) return [];
  const changed = await tx.rows<{ id: string }>(sql`
    WITH moves AS MATERIALIZED (
      SELECT * FROM unnest(${moves.map(({ productId }) => productId)}::uuid[], ${moves.map(({ from }) => from)}::numeric[], ${moves.map(({ to }) => to)}::numeric[]) AS m (id, before, after)),
    held AS MATERIALIZED (SELECT p.id, p.sale_price FROM product p WHERE p.id = ANY (${moves.map(({ productId }) => productId)}::uuid[]) ORDER BY p.id FOR NO KEY UPDATE)
    UPDATE product p SET sale_price = m.after, price_source = ${source}::uuid, version = p.version + 1, priced_at = statement_timestamp()
      FROM moves m JOIN held h ON h.id = m.id
     WHERE p.id = m.id AND (${whatever}::boolean OR h.sale_price IS NOT DISTINCT FROM m.before)
    RETURNING p.id`);
  return changed.map(({ id }) => id);
}
