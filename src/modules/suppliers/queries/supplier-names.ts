import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

const MOST = 1_000;

/** The suppliers that one may still buy from, by name: for a choice in a form. */
export async function supplierNames(ctx: Pick<Context, "db">): Promise<{ id: string; name: string }[]> {
  return ctx.db.rows(sql`SELECT id, name FROM supplier WHERE is_active ORDER BY search_fold(name), id LIMIT ${MOST}`);
}
