import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListStockInput } from "../schema.ts";

export interface StockRow {
  id: string;
  sku: string;
  name: string;
  unit: string;
  /** At one location or at all, now or at the end of the day that was asked for. */
  onHand: Decimal;
  reserved: Decimal;
  available: Decimal;
  /** On the way there now. */
  inTransit: Decimal;
  minStock: Decimal | null;
  maxStock: Decimal | null;
  /** Sold in the last four weeks; of the view "soon" only. */
  soldLately: Decimal | null;
}

/** Four weeks say how fast a product sells; below a week's worth it is time to buy; after three months unsold it is dead. */
export const RATE_DAYS = 28;
export const COVER_DAYS = 7;
export const DEAD_DAYS = 90;

/**
 * The shelf as a list by name: everything, what is below its minimum or below zero, what will not last a week at the pace of the last four,
 * or what nobody has bought for three months. The cursor is the id of the last product seen.
 */
export async function listStock(ctx: Context, { q, locationId, view, asOf, limit, cursor }: ListStockInput): Promise<{ items: StockRow[]; nextCursor: string | null }> {
  const words = q ? q.trim().split(/\s+/).slice(0, 8) : [];
  const rows = await ctx.db.rows<StockRow>(sql`
    WITH moment AS MATERIALIZED (
      SELECT ((${asOf ?? null}::date + 1)::timestamp AT TIME ZONE time_zone) - interval '1 millisecond' AS at FROM shop),
    coming AS MATERIALIZED (
      SELECT t.product_id, sum(t.in_transit) AS quantity FROM stock_transfer_line t JOIN stock_transfer d ON d.tenant_id = t.tenant_id AND d.id = t.transfer_id
       WHERE t.in_transit > 0 AND (${locationId ?? null}::uuid IS NULL OR d.to_id = ${locationId ?? null}::uuid) GROUP BY 1)
    SELECT p.id, p.sku, p.name, p.unit, l.on_hand AS "onHand", l.reserved, l.on_hand - l.reserved AS available,
           coalesce((SELECT c.quantity FROM coming c WHERE c.product_id = p.id), 0.000) AS "inTransit", bounds.low AS "minStock", bounds.high AS "maxStock", pace.sold AS "soldLately"
      FROM product p CROSS JOIN moment
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(CASE WHEN moment.at IS NULL THEN s.on_hand ELSE (
                 SELECT m.after FROM stock_movement m WHERE m.tenant_id = s.tenant_id AND m.product_id = s.product_id AND m.location_id = s.location_id AND m.at <= moment.at
                  ORDER BY m.at DESC, m.seq DESC LIMIT 1) END), 0.000) AS on_hand, coalesce(sum(s.reserved), 0.000) AS reserved
          FROM stock_level s WHERE s.product_id = p.id AND (${locationId ?? null}::uuid IS NULL OR s.location_id = ${locationId ?? null}::uuid)) l
      CROSS JOIN LATERAL (
        SELECT coalesce((SELECT b.min_stock FROM stock_limit b WHERE b.product_id = p.id AND b.location_id = ${locationId ?? null}::uuid), p.min_stock) AS low,
               coalesce((SELECT b.max_stock FROM stock_limit b WHERE b.product_id = p.id AND b.location_id = ${locationId ?? null}::uuid), p.max_stock) AS high) bounds
      CROSS JOIN LATERAL (
        SELECT CASE WHEN ${view}::text = 'soon' THEN (
                 SELECT -sum(m.quantity) FROM stock_movement m WHERE m.product_id = p.id AND m.type = 'sale' AND m.at > ${ctx.now}::timestamptz - make_interval(days => ${RATE_DAYS})
                    AND (${locationId ?? null}::uuid IS NULL OR m.location_id = ${locationId ?? null}::uuid)) END AS sold) pace
     WHERE p.is_active AND NOT EXISTS (SELECT FROM unnest(${words}::text[]) w WHERE strpos(p.search_text, search_fold(w)) = 0)
       AND (${cursor ?? null}::uuid IS NULL OR (p.search_text, p.id) > (SELECT c.search_text, c.id FROM product c WHERE c.id = ${cursor ?? null}::uuid))
       AND CASE ${view}::text WHEN 'low' THEN l.on_hand < bounds.low WHEN 'negative' THEN l.on_hand < 0
             WHEN 'soon' THEN pace.sold > 0 AND l.on_hand * ${RATE_DAYS}::int < pace.sold * ${COVER_DAYS}::int
             WHEN 'dead' THEN l.on_hand > 0 AND p.created_at < ${ctx.now}::timestamptz - make_interval(days => ${DEAD_DAYS}) AND NOT EXISTS (
               SELECT FROM stock_movement m WHERE m.product_id = p.id AND m.type = 'sale' AND m.at > ${ctx.now}::timestamptz - make_interval(days => ${DEAD_DAYS}))
             ELSE true END
     ORDER BY p.search_text, p.id LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}
