import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface BalanceSum {
  levels: number;
  onHand: Decimal;
}

/** All levels of the tenant as they stood at an instant, added up: one step down the index of movements per level, in its order, so that its pages are read one after the other. */
export async function sumBalances(ctx: Context, at: Date): Promise<BalanceSum> {
  const [sum] = await ctx.db.rows<BalanceSum>(sql`
    SELECT count(*)::int AS levels, coalesce(sum(m.after), 0) AS "onHand"
      FROM (SELECT location_id, product_id FROM stock_level ORDER BY location_id, product_id OFFSET 0) l
      CROSS JOIN LATERAL (SELECT m.after FROM stock_movement m
                           WHERE m.product_id = l.product_id AND m.location_id = l.location_id AND m.at <= ${at}
                           ORDER BY m.at DESC, m.seq DESC LIMIT 1) m`);
  return sum!;
}
