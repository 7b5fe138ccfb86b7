import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** The name of a kit for sale that holds one of these products and does not go with them; null when there is none. */
export async function findKitUsing(db: Pick<TenantTx, "rows">, ids: readonly string[]): Promise<string | null> {
  const [kit] = await db.rows<{ name: string }>(sql`
    SELECT p.name FROM kit_component k JOIN product p ON p.tenant_id = k.tenant_id AND p.id = k.kit_id
     WHERE k.component_id = ANY (${[...ids]}::uuid[]) AND p.is_active AND NOT p.id = ANY (${[...ids]}::uuid[]) ORDER BY p.name LIMIT 1`);
  return kit?.name ?? null;
}
