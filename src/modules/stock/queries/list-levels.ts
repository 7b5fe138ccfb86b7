import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListLevelsInput } from "../schema.ts";

export interface LevelView {
  productId: string;
  locationId: string;
  onHand: Decimal;
  reserved: Decimal;
  available: Decimal;
  /** On the way to this place. */
  inTransit: Decimal;
  /** Of this place, else of the product. */
  minStock: Decimal | null;
  maxStock: Decimal | null;
}

/** What is on hand and on the way, by product. The cursor is the last product seen: a page never parts the locations of one. */
export async function listLevels(ctx: Context, { productId, locationId, limit, cursor }: ListLevelsInput): Promise<{ items: LevelView[]; nextCursor: string | null }> {
  const rows = await ctx.db.rows<LevelView & { isNext: boolean }>(sql`
    WITH coming AS MATERIALIZED (
      SELECT t.to_id AS location_id, l.product_id, sum(l.in_transit) AS quantity
        FROM stock_transfer_line l JOIN stock_transfer t ON t.tenant_id = l.tenant_id AND t.id = l.transfer_id
       WHERE l.in_transit > 0 AND (${productId ?? null}::uuid IS NULL OR l.product_id = ${productId ?? null}::uuid) AND (${locationId ?? null}::uuid IS NULL OR t.to_id = ${locationId ?? null}::uuid)
       GROUP BY 1, 2),
    page AS MATERIALIZED (
      (SELECT DISTINCT product_id FROM stock_level
        WHERE (${productId ?? null}::uuid IS NULL OR product_id = ${productId ?? null}::uuid) AND (${cursor ?? null}::uuid IS NULL OR product_id > ${cursor ?? null}::uuid)
          AND (${locationId ?? null}::uuid IS NULL OR location_id = ${locationId ?? null}::uuid)
        ORDER BY product_id LIMIT ${limit + 1})
      UNION SELECT product_id FROM coming WHERE ${cursor ?? null}::uuid IS NULL OR product_id > ${cursor ?? null}::uuid
      ORDER BY product_id LIMIT ${limit + 1}),
    at AS (
      SELECT l.location_id, l.product_id, l.on_hand, l.reserved FROM page JOIN stock_level l ON l.product_id = page.product_id
       WHERE ${locationId ?? null}::uuid IS NULL OR l.location_id = ${locationId ?? null}::uuid
      UNION ALL SELECT c.location_id, c.product_id, 0.000, 0.000 FROM page JOIN coming c ON c.product_id = page.product_id
       WHERE NOT EXISTS (SELECT FROM stock_level l WHERE l.location_id = c.location_id AND l.product_id = c.product_id))
    SELECT at.product_id AS "productId", at.location_id AS "locationId", at.on_hand AS "onHand", at.reserved, at.on_hand - at.reserved AS available, coalesce(c.quantity, 0.000) AS "inTransit",
           coalesce(b.min_stock, p.min_stock) AS "minStock", coalesce(b.max_stock, p.max_stock) AS "maxStock",
           (SELECT count(*) FROM page) > ${limit} AND at.product_id = (SELECT product_id FROM page ORDER BY product_id DESC LIMIT 1) AS "isNext"
      FROM at JOIN product p ON p.id = at.product_id
      LEFT JOIN coming c ON c.location_id = at.location_id AND c.product_id = at.product_id
      LEFT JOIN stock_limit b ON b.location_id = at.location_id AND b.product_id = at.product_id
     ORDER BY at.product_id, at.location_id`);
  const items = rows.filter(({ isNext }) => !isNext).map(({ isNext: _isNext, ...level }) => level);
  return { items, nextCursor: rows.some(({ isNext }) => isNext) ? items.at(-1)!.productId : null };
}
