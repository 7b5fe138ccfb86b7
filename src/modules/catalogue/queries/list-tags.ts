import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

/** The tags that products for sale have, by name. */
export async function listTags(ctx: Pick<Context, "db">): Promise<string[]> {
  const rows = await ctx.db.rows<{ tag: string }>(sql`SELECT DISTINCT unnest(tags) AS tag FROM product WHERE is_active AND tags <> '{}' ORDER BY tag LIMIT 200`);
  return rows.map(({ tag }) => tag);
}
