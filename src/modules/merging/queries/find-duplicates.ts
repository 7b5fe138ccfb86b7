import type { Context } from "@/modules/tenancy/context.ts";
import { loadProducts } from "@/modules/catalogue/queries/load-products.ts";
import type { ProductView } from "@/modules/catalogue/queries/product-view.ts";
import { sql } from "@/platform/db/sql.ts";
import { findPairs, type PairReason, type Recognisable } from "../rules/find-pairs.ts";

export interface DuplicatePair {
  reason: PairReason;
  products: [ProductView, ProductView];
}

const MOST_PRODUCTS = 100_000;
const MOST_PAIRS = 100;

/** Pairs of products for sale that are likely one, the surest first. */
export async function findDuplicates(ctx: Pick<Context, "db" | "permissions">): Promise<DuplicatePair[]> {
  const products = await ctx.db.rows<Recognisable>(sql`
    SELECT p.id, search_fold(p.name) AS name, p.supplier_code AS "supplierCode", p.family_id AS "familyId", coalesce(b.codes, '{}') AS barcodes
      FROM product p LEFT JOIN (SELECT product_id, array_agg(code) AS codes FROM product_barcode GROUP BY product_id) b ON b.product_id = p.id
     WHERE p.is_active AND p.kit_pricing IS NULL ORDER BY p.id LIMIT ${MOST_PRODUCTS}`);
  const pairs = findPairs(products, MOST_PAIRS);
  const views = new Map((await loadProducts(ctx, ctx.db, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])).map((view) => [view.id, view]));
  return pairs.flatMap(({ a, b, reason }) => {
    const [first, second] = [views.get(a), views.get(b)];
    return first && second ? [{ reason, products: [first, second] as [ProductView, ProductView] }] : [];
  });
}
