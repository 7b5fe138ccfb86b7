import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Own prices of a product in lists go to another where that one has none; `only` names the lists. Answers the lists whose price moved. */
export async function moveListPrices(tx: TenantTx, { from, to, only }: { from: string; to: string; only: readonly string[] | null }): Promise<string[]> {
  const moved = await tx.rows<{ listId: string }>(sql`
    UPDATE list_price p SET product_id = ${to}::uuid
     WHERE p.product_id = ${from}::uuid AND (${only === null}::boolean OR p.list_id = ANY (${[...(only ?? [])]}::uuid[]))
       AND NOT EXISTS (SELECT FROM list_price o WHERE o.list_id = p.list_id AND o.product_id = ${to}::uuid) RETURNING p.list_id AS "listId"`);
  return moved.map(({ listId }) => listId).sort();
}
