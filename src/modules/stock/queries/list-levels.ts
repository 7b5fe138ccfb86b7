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
}

/** What is on hand, by product. The cursor is the last product seen: a page never parts the locations of one. */
export async function listLevels(ctx: Context, { productId, locationId, limit, cursor }: ListLevelsInput): Promise<{ items: LevelView[]; nextCursor: string | null }> {
  const rows = await ctx.db.rows<LevelView & { place: number }>(sql`
    SELECT "productId", "locationId", "onHand", reserved, available, place
      FROM (SELECT product_id AS "productId", location_id AS "locationId", on_hand AS "onHand", reserved, on_hand - reserved AS available,
                   dense_rank() OVER (ORDER BY product_id)::int AS place
              FROM stock_level
             WHERE (${productId ?? null}::uuid IS NULL OR product_id = ${productId ?? null}::uuid)
               AND (${locationId ?? null}::uuid IS NULL OR location_id = ${locationId ?? null}::uuid)
               AND (${cursor ?? null}::uuid IS NULL OR product_id > ${cursor ?? null}::uuid)) level
     WHERE place <= ${limit + 1} ORDER BY "productId", "locationId"`);
  const items = rows.filter((row) => row.place <= limit).map(({ place: _place, ...level }) => level);
  return { items, nextCursor: rows.some((row) => row.place > limit) ? items.at(-1)!.productId : null };
}
