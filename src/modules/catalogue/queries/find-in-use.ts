import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Of the given products those that documents, the ledger or other products refer to (migration 0108): they can be archived, not deleted. */
export async function findInUse(db: Pick<TenantTx, "rows">, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.rows<{ id: string }>(sql`SELECT products_in_use(${[...ids]}::uuid[]) AS id`);
  return new Set(rows.map(({ id }) => id));
}
