import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Takes products off a supplier's list. */
export async function deleteLines(tx: TenantTx, supplierId: string, productIds: readonly string[]): Promise<void> {
  if (productIds.length > 0) await tx.execute(sql`DELETE FROM supplier_product WHERE supplier_id = ${supplierId} AND product_id = ANY (${[...productIds]}::uuid[])`);
}
