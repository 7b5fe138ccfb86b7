import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListBalancesInput } from "../schema.ts";
import { momentOf } from "./list-movements.ts";

export interface BalanceView {
  productId: string;
  locationId: string;
  onHand: Decimal;
}

/**
 * What was on hand at an instant, or at the end of a day, by product: the last movement of each level until then says it. The cursor is
 * the last product seen: a page never parts the locations of one.
 */
export async function listBalances(ctx: Context, { asOf, productId, locationId, limit, cursor }: ListBalancesInput): Promise<{ items: BalanceView[]; nextCursor: string | null }> {
  const { day, instant } = momentOf(asOf);
  const rows = await ctx.db.rows<BalanceView & { isNext: boolean }>(sql`
    WITH moment AS MATERIALIZED (
      SELECT coalesce(${instant}::timestamptz, (${day}::date + 1)::timestamp AT TIME ZONE s.time_zone - interval '1 millisecond') AS at FROM shop s),
    page AS MATERIALIZED (
      SELECT DISTINCT product_id FROM stock_level
       WHERE (${productId ?? null}::uuid IS NULL OR product_id = ${productId ?? null}::uuid) AND (${cursor ?? null}::uuid IS NULL OR product_id > ${cursor ?? null}::uuid)
         AND (${locationId ?? null}::uuid IS NULL OR location_id = ${locationId ?? null}::uuid)
       ORDER BY product_id LIMIT ${limit + 1})
    SELECT l.product_id AS "productId", l.location_id AS "locationId", coalesce(m.after, 0.000) AS "onHand",
           (SELECT count(*) FROM page) > ${limit} AND l.product_id = (SELECT product_id FROM page ORDER BY product_id DESC LIMIT 1) AS "isNext"
      FROM page JOIN stock_level l ON l.product_id = page.product_id CROSS JOIN moment
      LEFT JOIN LATERAL (SELECT m.after FROM stock_movement m
                          WHERE m.tenant_id = l.tenant_id AND m.product_id = l.product_id AND m.location_id = l.location_id AND m.at <= moment.at
                          ORDER BY m.at DESC, m.seq DESC LIMIT 1) m ON true
     WHERE (${locationId ?? null}::uuid IS NULL OR l.location_id = ${locationId ?? null}::uuid)
     ORDER BY l.product_id, l.location_id`);
  const items = rows.filter(({ isNext }) => !isNext).map(({ isNext: _isNext, ...row }) => row);
  return { items, nextCursor: rows.some(({ isNext }) => isNext) ? items.at(-1)!.productId : null };
}
