import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/** The sale of which something came back with this return; null where there is no such return. */
export async function saleOfReturn(db: Pick<TenantDb, "rows">, returnId: string): Promise<string | null> {
  const [found] = await db.rows<{ saleId: string }>(sql`SELECT sale_id AS "saleId" FROM sale_return WHERE id = ${returnId}::uuid`);
  return found?.saleId ?? null;
}
