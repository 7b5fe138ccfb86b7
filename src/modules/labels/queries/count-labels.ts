import type { PriceListDetail } from "@/modules/pricing/queries/price-list-view.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { listArgument } from "./list-candidates.ts";

export interface LabelCounts {
  /** With another price on the list than on their label. */
  outdated: number;
  /** Without a label. */
  unlabelled: number;
  /** With a price on the list. */
  all: number;
}

/** How the shelf stands against a price list. */
export async function countLabels(ctx: Pick<Context, "db">, list: PriceListDetail): Promise<LabelCounts> {
  const [counts] = await ctx.db.rows<LabelCounts>(sql`
    SELECT count(*) FILTER (WHERE q.price <> c.price)::int AS outdated, count(*) FILTER (WHERE q.price IS NULL)::int AS unlabelled, count(*)::int AS all
      FROM prices_of_list(${listArgument(list)}::jsonb) c LEFT JOIN label_print q ON q.list_id = ${list.id} AND q.product_id = c.product_id`);
  return counts!;
}
