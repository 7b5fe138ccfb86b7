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
export async function countLabels(db: Pick<Context["db"], "rows">, list: PriceListDetail): Promise<LabelCounts> {
  const [counts] = await db.rows<LabelCounts>(sql`
    SELECT count(*) FILTER (WHERE printed <> price)::int AS outdated, count(*) FILTER (WHERE printed IS NULL)::int AS unlabelled, count(*)::int AS all
      FROM shelf_of_list(${listArgument(list)}::jsonb)`);
  return counts!;
}
