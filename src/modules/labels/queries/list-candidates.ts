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

/** A list as prices_of_list (migration 0023_labels) takes it. */
export function listArgument({ kind, id, percent, rounding }: PriceListDetail): string {
  return JSON.stringify({ kind, listId: id, percent, rounding });
}

/** The products of a choice in the order of the shelves, by category and name, with the price that the list gives each this moment. */
export async function listCandidates(ctx: Pick<Context, "db">, db: Pick<Context["db"], "rows">, list: PriceListDetail, choice: LabelChoice, limit: number): Promise<Candidates> {
  const categoryIds = choice.kind === "category" ? withDescendants(await listCategories(ctx), choice.categoryId) : null;
  const productIds = choice.kind === "products" ? choice.productIds : null;
  const runId = choice.kind === "run" ? choice.runId : null;
  const rows = await db.rows<LabelCandidate & { total: string }>(sql`
    WITH chosen AS MATERIALIZED (
      SELECT p.id, p.sku, p.name, p.unit, p.tax_rate, p.net_content, p.content_unit, c.price, q.price AS printed, g.name AS category, p.search_text
        FROM prices_of_list(${listArgument(list)}::jsonb) c JOIN product p ON p.id = c.product_id
        LEFT JOIN label_print q ON q.list_id = ${list.id} AND q.product_id = p.id
        LEFT JOIN category g ON g.id = p.category_id
       WHERE (${choice.kind}::text <> 'outdated' OR q.price <> c.price)
         AND (${choice.kind}::text <> 'unlabelled' OR q.price IS NULL)
         AND (${categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${categoryIds}::uuid[]))
         AND (${productIds}::uuid[] IS NULL OR p.id = ANY (${productIds}::uuid[]))
         AND (${choice.kind}::text <> 'run' OR p.id IN (
               SELECT w.product_id FROM price_run_row w WHERE w.run_id = ${runId}::uuid
                  AND w.state = 'applied'))),
    wanted AS (SELECT * FROM chosen ORDER BY category NULLS LAST, search_text, id LIMIT ${limit})
    SELECT w.id, w.sku, w.name, w.unit, w.tax_rate AS "taxRate", w.net_content AS "netContent", w.content_unit AS "contentUnit", w.price, w.printed,
           ARRAY(SELECT b.code FROM product_barcode b WHERE b.product_id = w.id AND b.pack_size = 1 ORDER BY b.code) AS barcodes, (SELECT count(*) FROM chosen) AS total
      FROM wanted w ORDER BY w.category NULLS LAST, w.search_text, w.id`);
  return { items: rows.map(({ total: _total, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
}
