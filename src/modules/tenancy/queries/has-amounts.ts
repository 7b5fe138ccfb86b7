import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";

/** Whether any document of the shop holds an amount: then its currency stays (0105). */
export async function hasAmounts(ctx: Pick<Context, "db">): Promise<boolean> {
  const [found] = await ctx.db.rows<{ has: boolean }>(sql`SELECT has_amounts() AS has`);
  return found!.has;
}
