import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface ProductCounts {
  active: number;
  archived: number;
  /** Proposed by a supplier's list and not accepted yet. */
  drafts: number;
  samples: number;
}

export async function countProducts(ctx: Pick<Context, "db">): Promise<ProductCounts> {
  const [counts] = await ctx.db.rows<ProductCounts>(sql`
    SELECT count(*) FILTER (WHERE is_active)::int AS active, count(*) FILTER (WHERE NOT is_active AND NOT is_draft)::int AS archived, count(*) FILTER (WHERE is_draft)::int AS drafts,
           count(*) FILTER (WHERE is_sample AND is_active)::int AS samples FROM product`);
  return counts!;
}
