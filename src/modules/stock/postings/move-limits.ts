import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/**
 * Gives one product's least and most at places to another: of all places where the other has none, or of those of `only`. Answers the places
 * that went.
 */
export async function moveLimits(tx: TenantTx, { from, to, only }: { from: string; to: string; only: readonly string[] | null }): Promise<string[]> {
  const rows = await tx.rows<{ locationId: string }>(sql`
    UPDATE stock_limit l SET product_id = ${to}::uuid
     WHERE l.product_id = ${from} AND (${only === null}::boolean OR l.location_id = ANY (${[...(only ?? [])]}::uuid[]))
       AND NOT EXISTS (SELECT FROM stock_limit o WHERE o.location_id = l.location_id AND o.product_id = ${to})
    RETURNING l.location_id AS "locationId"`);
  return rows.map(({ locationId }) => locationId);
}
