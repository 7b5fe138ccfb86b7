import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

const MOST = 1_000;

/** Active suppliers by name, to choose one from. */
export async function listSupplierNames(ctx: Pick<Context, "db">): Promise<{ id: string; name: string }[]> {
  return ctx.db.rows<{ id: string; name: string }>(sql`SELECT id, name FROM supplier WHERE is_active ORDER BY search_fold(name), id LIMIT ${MOST}`);
}
