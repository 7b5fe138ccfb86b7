import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { COVER_DAYS, DEAD_DAYS, RATE_DAYS } from "./list-stock.ts";

/** How many products will not last a week at their pace, and how many nobody buys, at one location or over all; the views of list-stock.ts, counted. */
export async function countSlow(ctx: Context, locationId: string | undefined): Promise<{ soon: number; dead: number }> {
  const place = locationId ?? null;
  const [counts] = await ctx.db.rows<{ soon: number; dead: number }>(sql`
    WITH sold AS MATERIALIZED (
      SELECT m.product_id, -sum(m.quantity) FILTER (WHERE m.at > ${ctx.now}::timestamptz - make_interval(days => ${RATE_DAYS}) AND (${place}::uuid IS NULL OR m.location_id = ${place}::uuid)) AS quantity
        FROM stock_movement m WHERE m.type = 'sale' AND m.at > ${ctx.now}::timestamptz - make_interval(days => ${DEAD_DAYS}) GROUP BY m.product_id)
    SELECT count(*) FILTER (WHERE s.quantity > 0 AND coalesce(l.on_hand, 0) * ${RATE_DAYS}::int < s.quantity * ${COVER_DAYS}::int)::int AS soon,
           count(*) FILTER (WHERE l.on_hand > 0 AND s.product_id IS NULL AND p.created_at < ${ctx.now}::timestamptz - make_interval(days => ${DEAD_DAYS}))::int AS dead
      FROM product p
      LEFT JOIN (SELECT product_id, sum(on_hand) AS on_hand FROM stock_level WHERE ${place}::uuid IS NULL OR location_id = ${place}::uuid GROUP BY product_id) l ON l.product_id = p.id
      LEFT JOIN sold s ON s.product_id = p.id
     WHERE p.is_active`);
  return counts!;
}
