import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Deletes of the given categories those that hold neither products nor categories. */
export async function deleteEmptyCategories(tx: TenantTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    DELETE FROM category c WHERE c.id = ANY (${[...ids]}::uuid[])
       AND NOT EXISTS (SELECT FROM product p WHERE p.tenant_id = c.tenant_id AND p.category_id = c.id)
       AND NOT EXISTS (SELECT FROM category k WHERE k.tenant_id = c.tenant_id AND k.parent_id = c.id)`);
}
