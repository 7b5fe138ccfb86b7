import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

/** The name of the place that goods leave from when nobody says another. */
export async function usualPlace(ctx: Pick<Context, "db">): Promise<string> {
  const [place] = await ctx.db.rows<{ name: string }>(sql`SELECT name FROM location WHERE is_default`);
  return place?.name ?? "";
}
