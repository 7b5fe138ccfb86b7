import type { Context } from "@/modules/tenancy/context.ts";
import type { NegativeStock } from "../rules/negative-stock.ts";
import { sql } from "@/platform/db/sql.ts";

export interface CategoryView {
  id: string;
  name: string;
  parentId: string | null;
  /** Whether its products may be sold beyond the stock; null: what the shop says. */
  negativeStock: NegativeStock | null;
  /** Active products directly in it. */
  productCount: number;
}

const MOST = 5_000;

/** All categories by name. */
export async function listCategories(ctx: Pick<Context, "db">): Promise<CategoryView[]> {
  return ctx.db.rows<CategoryView>(sql`
    SELECT c.id, c.name, c.parent_id AS "parentId", c.negative_stock AS "negativeStock", count(p.id)::int AS "productCount"
      FROM category c LEFT JOIN product p ON p.tenant_id = c.tenant_id AND p.category_id = c.id AND p.is_active
     GROUP BY c.tenant_id, c.id ORDER BY search_fold(c.name), c.id LIMIT ${MOST}`);
}
