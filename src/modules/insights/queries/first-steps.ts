import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface FirstSteps {
  /** Goods of its own: those of a sample catalogue are not. */
  products: boolean;
  /** A sale says that the till was open: shifts are not kept yet. */
  till: boolean;
  sale: boolean;
  /** Somebody looked at the settings and saved them. */
  shop: boolean;
  team: boolean;
}

/** How far the first hour of a shop is. */
export async function firstSteps(ctx: Pick<Context, "db">): Promise<FirstSteps> {
  const [steps] = await ctx.db.rows<FirstSteps>(sql`
    SELECT EXISTS (SELECT 1 FROM product WHERE NOT is_sample) AS products,
           EXISTS (SELECT 1 FROM sale) AS till,
           EXISTS (SELECT 1 FROM sale) AS sale,
           EXISTS (SELECT 1 FROM audit_entry WHERE entity = 'shop' AND action = 'settings.change') AS shop,
           EXISTS (SELECT 1 FROM member OFFSET 1) AS team`);
  return steps!;
}
