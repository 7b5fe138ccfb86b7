import type { Decimal } from "@/kernel/decimal.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { withDescendants } from "@/modules/catalogue/rules/category-tree.ts";
import type { PriceListDetail } from "@/modules/pricing/queries/price-list-view.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { LabelFacts } from "../rules/label-layout.ts";
import type { LabelChoice } from "../schema.ts";

/** A product that a label can be made for: one with a price on the list. */
export interface LabelCandidate extends LabelFacts {
  id: string;
  price: Decimal;
  /** On its last label of this list; null when none was printed. */
  printed: Decimal | null;
}

export interface Candidates {
  items: LabelCandidate[];
  /** All of them, shown or not. */
  total: number;
}

/** A list as shelf_of_list (migration 0064_labels_without_statistics) takes it. */
export function listArgument({ kind, id, percent, rounding }: PriceListDetail): string {
  return JSON.stringify({ kind, listId: id, percent, rounding });
}

/** The products of a choice in the order of the shelves, by category and name, with the price that the list gives each this moment. */
export async function listCandidates(ctx: Pick<Context, "db">, db: Pick<Context["db"], "rows">, list: PriceListDetail, choice: LabelChoice, limit: number): Promise<Candidates> {
  const categoryIds = choice.kind === "category" ? withDescendants(await listCategories(ctx), choice.categoryId) : undefined;
  const rows = await db.rows<LabelCandidate & { total: string }>(sql`
    SELECT id, sku, name, unit, tax_rate AS "taxRate", net_content AS "netContent", content_unit AS "contentUnit", price, printed, barcodes, total
      FROM label_candidates(${listArgument(list)}::jsonb, ${JSON.stringify({ ...choice, categoryIds })}::jsonb, ${limit}::integer)`);
  return { items: rows.map(({ total: _total, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
}
