import { normaliseBarcode } from "@/kernel/barcode.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import type { PageKey } from "../rules/page-cursor.ts";
import type { SearchFilter } from "./search-products.ts";

/**
 * Ids of every product that holds all words of a question, by name, with the key of each; `after` is the last [key, id] of the page before.
 * A search answers the best few hundred at once and ranks them; a file wants all of them and has no rank.
 */
export async function matchProducts(db: TenantDb, question: string, f: SearchFilter, after: PageKey | null, limit: number): Promise<{ id: string; key: string }[]> {
  const [key, id] = after ? [String(after[0]), String(after[1])] : [null, null];
  return db.rows<{ id: string; key: string }>(sql`
    WITH asked AS MATERIALIZED (SELECT string_to_array(search_fold(left(${question}::text, 120)), ' ') AS words)
    SELECT p.id, p.search_text AS key FROM product p CROSS JOIN asked
     WHERE p.is_active <> ${f.archived} AND (p.search_text, p.id) > (coalesce(${key}::text, ''), coalesce(${id}::uuid, '00000000-0000-0000-0000-000000000000'))
       AND (NOT EXISTS (SELECT FROM unnest(asked.words) w WHERE strpos(p.search_text, w) = 0)
            OR EXISTS (SELECT FROM product_barcode b WHERE b.product_id = p.id AND b.code = ${normaliseBarcode(question)}))
       AND (${f.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${f.categoryIds}::uuid[])) AND (${f.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${f.state}::text))
       AND (${f.tag}::text IS NULL OR ${f.tag}::text = ANY (p.tags)) AND (${f.field}::jsonb IS NULL OR p.custom_fields @> ${f.field}::jsonb)
       AND (${f.brand}::text IS NULL OR p.brand = ${f.brand}::text) AND (${f.supplierId}::uuid IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.supplier_id = ${f.supplierId}::uuid))
     ORDER BY p.search_text, p.id LIMIT ${limit}`);
}
