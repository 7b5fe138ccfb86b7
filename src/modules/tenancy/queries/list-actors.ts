import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";

/** The people whom documents and the audit trail name, for choosing one. */
export async function listActors(ctx: Pick<Context, "db">): Promise<{ id: string; name: string }[]> {
  return ctx.db.rows<{ id: string; name: string }>(sql`SELECT id, name FROM member ORDER BY name, id LIMIT 500`);
}
