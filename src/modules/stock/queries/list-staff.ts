import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

const MOST = 200;

/** The people of the tenant by name, as documents know them: whom a location can be kept for. */
export async function listStaff(ctx: Context): Promise<{ id: string; name: string }[]> {
  return ctx.db.rows(sql`SELECT id, name FROM member WHERE active AND id <> ${ctx.member.id} ORDER BY name, id LIMIT ${MOST}`);
}
