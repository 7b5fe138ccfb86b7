import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface ScopeOptions {
  suppliers: { id: string; name: string }[];
  brands: string[];
  tags: string[];
}

const MOST = 1_000;

/** What a scope can be narrowed by, by name: suppliers for those who may see them, brands and tags of products for sale. */
export async function listScopeOptions(ctx: Pick<Context, "db" | "permissions">): Promise<ScopeOptions> {
  const [suppliers, brands, tags] = await Promise.all([
    ctx.permissions.has("supplier.read") ? ctx.db.rows<{ id: string; name: string }>(sql`SELECT id, name FROM supplier WHERE is_active ORDER BY search_fold(name), id LIMIT ${MOST}`) : [],
    ctx.db.rows<{ name: string }>(sql`SELECT brand AS name FROM product WHERE is_active AND brand IS NOT NULL GROUP BY brand ORDER BY search_fold(brand), brand LIMIT ${MOST}`),
    ctx.db.rows<{ name: string }>(sql`SELECT tag AS name FROM product p CROSS JOIN LATERAL unnest(p.tags) AS tag WHERE p.is_active GROUP BY tag ORDER BY tag LIMIT ${MOST}`),
  ]);
  return { suppliers, brands: brands.map(({ name }) => name), tags: tags.map(({ name }) => name) };
}
