import type { Context } from "@/modules/tenancy/context.ts";
import { loadProducts } from "@/modules/catalogue/queries/load-products.ts";
import type { ProductView } from "@/modules/catalogue/queries/product-view.ts";
import { sql } from "@/platform/db/sql.ts";
import { faceOfPair } from "../rules/face-of-pair.ts";
import { findPairs, type PairReason } from "../rules/find-pairs.ts";
import { loadRecognisable } from "./load-recognisable.ts";

export interface DuplicatePair {
  reason: PairReason;
  products: [ProductView, ProductView];
}

const MOST_PAIRS = 100;

/** Pairs of products for sale that are likely one, the surest first; without those of which a person said that they are two. */
export async function findDuplicates(ctx: Pick<Context, "db" | "permissions">): Promise<DuplicatePair[]> {
  const [products, told] = await Promise.all([
    loadRecognisable(ctx.db, null),
    ctx.db.rows<{ firstId: string; secondId: string; facts: string }>(sql`SELECT first_id AS "firstId", second_id AS "secondId", facts FROM product_distinct`),
  ]);
  const facts = new Map(told.map(({ firstId, secondId, facts: face }) => [`${firstId} ${secondId}`, face]));
  const pairs = findPairs(products, MOST_PAIRS, (a, b) => facts.size > 0 && facts.get(`${a.id} ${b.id}`) === faceOfPair(a, b));
  const views = new Map((await loadProducts(ctx, ctx.db, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])).map((view) => [view.id, view]));
  return pairs.flatMap(({ a, b, reason }) => {
    const [first, second] = [views.get(a), views.get(b)];
    return first && second ? [{ reason, products: [first, second] as [ProductView, ProductView] }] : [];
  });
}
