import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

/** How many products are below their minimum, and below zero, at one location or over all. */
export async function countShort(ctx: Context, locationId: string | undefined): Promise<{ low: number; negative: number }> {
  const [counts] = await ctx.db.rows<{ low: number; negative: number }>(sql`
    SELECT count(*) FILTER (WHERE coalesce(l.on_hand, 0) < coalesce(b.min_stock, p.min_stock))::int AS low, count(*) FILTER (WHERE l.on_hand < 0)::int AS negative
      FROM product p
      LEFT JOIN (SELECT product_id, sum(on_hand) AS on_hand FROM stock_level WHERE ${locationId ?? null}::uuid IS NULL OR location_id = ${locationId ?? null}::uuid GROUP BY product_id) l ON l.product_id = p.id
      LEFT JOIN stock_limit b ON b.product_id = p.id AND b.location_id = ${locationId ?? null}::uuid
     WHERE p.is_active`);
  return counts!;
}
