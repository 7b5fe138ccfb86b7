import { sql, type Sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import type { PageKey } from "../rules/page-cursor.ts";
import type { SORTS } from "../schema.ts";
import type { SearchFilter } from "./search-products.ts";

export type Sort = (typeof SORTS)[number];

interface Row {
  id: string;
  key: string;
}

/** Ids of a page of the catalogue with the key that each was sorted by; `after` is the last [key, id] of the page before. */
export async function browseProducts(db: TenantDb, sort: Sort, filter: SearchFilter, after: PageKey | null, limit: number): Promise<Row[]> {
  const [key, id] = after ? [String(after[0]), String(after[1])] : [null, null];
  return db.rows<Row>(STATEMENTS[sort](filter, key, id, limit));
}

/**
 * One statement per order, so that each walks its own index. `product_in_state` is in migration 0003_search; a call of it costs more than
 * the row, so it is not asked for nothing.
 */
const STATEMENTS: Record<Sort, (filter: SearchFilter, key: string | null, id: string | null, limit: number) => Sql> = {
  name: (f, key, id, limit) => sql`
    SELECT p.id, p.search_text AS key FROM product p
     WHERE p.is_active <> ${f.archived} AND (p.search_text, p.id) > (coalesce(${key}::text, ''), coalesce(${id}::uuid, '00000000-0000-0000-0000-000000000000'))
       AND (${f.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${f.categoryIds}::uuid[]))
       AND (${f.tag}::text IS NULL OR ${f.tag}::text = ANY (p.tags)) AND (${f.field}::jsonb IS NULL OR p.custom_fields @> ${f.field}::jsonb)
       AND (${f.brand}::text IS NULL OR p.brand = ${f.brand}::text) AND (${f.supplierId}::uuid IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.supplier_id = ${f.supplierId}::uuid))
       AND (${f.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${f.state}::text))
     ORDER BY p.search_text, p.id LIMIT ${limit}`,
  sku: (f, key, id, limit) => sql`
    SELECT p.id, p.sku AS key FROM product p
     WHERE p.is_active <> ${f.archived} AND p.sku > coalesce(${key}::text, '') AND ${id}::uuid IS DISTINCT FROM p.id
       AND (${f.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${f.categoryIds}::uuid[]))
       AND (${f.tag}::text IS NULL OR ${f.tag}::text = ANY (p.tags)) AND (${f.field}::jsonb IS NULL OR p.custom_fields @> ${f.field}::jsonb)
       AND (${f.brand}::text IS NULL OR p.brand = ${f.brand}::text) AND (${f.supplierId}::uuid IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.supplier_id = ${f.supplierId}::uuid))
       AND (${f.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${f.state}::text))
     ORDER BY p.sku LIMIT ${limit}`,
  price: (f, key, id, limit) => sql`
    SELECT p.id, coalesce(p.sale_price, -1)::text AS key FROM product p
     WHERE p.is_active <> ${f.archived} AND (${key}::numeric IS NULL OR (coalesce(p.sale_price, -1), p.id) > (${key}::numeric, ${id}::uuid))
       AND (${f.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${f.categoryIds}::uuid[]))
       AND (${f.tag}::text IS NULL OR ${f.tag}::text = ANY (p.tags)) AND (${f.field}::jsonb IS NULL OR p.custom_fields @> ${f.field}::jsonb)
       AND (${f.brand}::text IS NULL OR p.brand = ${f.brand}::text) AND (${f.supplierId}::uuid IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.supplier_id = ${f.supplierId}::uuid))
       AND (${f.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${f.state}::text))
     ORDER BY coalesce(p.sale_price, -1), p.id LIMIT ${limit}`,
  "-price": (f, key, id, limit) => sql`
    SELECT p.id, coalesce(p.sale_price, -1)::text AS key FROM product p
     WHERE p.is_active <> ${f.archived} AND (${key}::numeric IS NULL OR (coalesce(p.sale_price, -1), p.id) < (${key}::numeric, ${id}::uuid))
       AND (${f.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${f.categoryIds}::uuid[]))
       AND (${f.tag}::text IS NULL OR ${f.tag}::text = ANY (p.tags)) AND (${f.field}::jsonb IS NULL OR p.custom_fields @> ${f.field}::jsonb)
       AND (${f.brand}::text IS NULL OR p.brand = ${f.brand}::text) AND (${f.supplierId}::uuid IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.supplier_id = ${f.supplierId}::uuid))
       AND (${f.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${f.state}::text))
     ORDER BY coalesce(p.sale_price, -1) DESC, p.id DESC LIMIT ${limit}`,
  "-updated": (f, key, id, limit) => sql`
    SELECT p.id, p.updated_at::text AS key FROM product p
     WHERE p.is_active <> ${f.archived} AND (${key}::timestamptz IS NULL OR (p.updated_at, p.id) < (${key}::timestamptz, ${id}::uuid))
       AND (${f.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${f.categoryIds}::uuid[]))
       AND (${f.tag}::text IS NULL OR ${f.tag}::text = ANY (p.tags)) AND (${f.field}::jsonb IS NULL OR p.custom_fields @> ${f.field}::jsonb)
       AND (${f.brand}::text IS NULL OR p.brand = ${f.brand}::text) AND (${f.supplierId}::uuid IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.supplier_id = ${f.supplierId}::uuid))
       AND (${f.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${f.state}::text))
     ORDER BY p.updated_at DESC, p.id DESC LIMIT ${limit}`,
};
