import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Marks what an earlier list of this supplier had and the latest has not (`seen` products) as gone from today on; answers which. */
export async function markGone(tx: TenantTx, ctx: Context, supplierId: string, seen: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    UPDATE supplier_product SET gone_since = (${ctx.now}::timestamptz AT TIME ZONE (SELECT time_zone FROM shop))::date
     WHERE supplier_id = ${supplierId} AND listed_name IS NOT NULL AND gone_since IS NULL AND product_id <> ALL (${[...seen]}::uuid[]) RETURNING product_id AS id`);
  return rows.map(({ id }) => id);
}

/** Takes the marks away again. */
export async function unmarkGone(tx: TenantTx, supplierId: string, productIds: readonly string[]): Promise<void> {
  if (productIds.length > 0) await tx.execute(sql`UPDATE supplier_product SET gone_since = NULL WHERE supplier_id = ${supplierId} AND product_id = ANY (${[...productIds]}::uuid[])`);
}
