import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Deletes products without history. A product with history fails with 23503. */
export async function deleteProducts(tx: TenantTx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.execute(sql`DELETE FROM product WHERE id = ANY (${[...ids]}::uuid[])`);
}
