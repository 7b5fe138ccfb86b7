import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface MissingLine {
  productId: string;
  sku: string;
  name: string;
  code: string | null;
  listPrice: Decimal | null;
}

/** What earlier lists of a supplier had and is not among the `seen` products, by name, with its number; at most `limit` of them. */
export async function listMissing(db: Pick<TenantTx, "rows">, supplierId: string, seen: readonly string[], limit: number): Promise<{ count: number; items: MissingLine[] }> {
  const ids = [...seen];
  const [counted] = await db.rows<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM supplier_product WHERE supplier_id = ${supplierId} AND listed_name IS NOT NULL AND gone_since IS NULL AND product_id <> ALL (${ids}::uuid[])`);
  const items = limit === 0 ? [] : await db.rows<MissingLine>(sql`
    SELECT p.id AS "productId", p.sku, p.name, l.code, l.list_price AS "listPrice" FROM supplier_product l JOIN product p ON p.id = l.product_id
     WHERE l.supplier_id = ${supplierId} AND l.listed_name IS NOT NULL AND l.gone_since IS NULL AND l.product_id <> ALL (${ids}::uuid[]) ORDER BY p.search_text, p.id LIMIT ${limit}`);
  return { count: counted!.count, items };
}

/** These products as the supplier has them, by name. */
export async function loadLinesOf(db: Pick<TenantTx, "rows">, supplierId: string, productIds: readonly string[], limit: number): Promise<MissingLine[]> {
  return db.rows<MissingLine>(sql`
    SELECT p.id AS "productId", p.sku, p.name, l.code, l.list_price AS "listPrice" FROM supplier_product l JOIN product p ON p.id = l.product_id
     WHERE l.supplier_id = ${supplierId} AND l.product_id = ANY (${[...productIds]}::uuid[]) ORDER BY p.search_text, p.id LIMIT ${limit}`);
}
