import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

/** Customers whose name, phone or document holds what was typed, archived ones too; the first by name. The anonymous buyer is nobody to be found. */
export async function findCustomerIds(ctx: Pick<Context, "db">, typed: string, limit: number): Promise<string[]> {
  const text = typed.trim().toLowerCase();
  const digits = /^[\d\s.+-]{4,}$/.test(text) ? text.replace(/\D/g, "") : "";
  const rows = await ctx.db.rows<{ id: string }>(sql`
    SELECT c.id FROM customer c
     WHERE NOT c.is_final_consumer
       AND (position(${text} IN lower(c.name)) > 0 OR (${digits} <> '' AND (position(${digits} IN c.document) > 0 OR position(${digits} IN regexp_replace(c.phone, '\\D', '', 'g')) > 0)))
     ORDER BY lower(c.name), c.id LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}
