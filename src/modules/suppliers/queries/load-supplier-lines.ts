import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** A product as one supplier has it. */
export interface SupplierLine {
  productId: string;
  code: string | null;
  listPrice: Decimal | null;
  packSize: Decimal;
  isMain: boolean;
  /** What the supplier's latest list calls it; null when no list had it. */
  listedName: string | null;
  /** The import that wrote the list price last. */
  listSource: string | null;
  /** Day from which the supplier's list has it no more, YYYY-MM-DD. */
  goneSince: string | null;
}

/** All that this supplier has, or only of these products; `lock`: held for changing until the transaction ends. */
export async function loadSupplierLines(db: Pick<TenantTx, "rows">, supplierId: string, productIds: readonly string[] | null, lock = false): Promise<SupplierLine[]> {
  const ids = productIds === null ? null : [...new Set(productIds)];
  if (lock) await db.rows(sql`SELECT FROM supplier_product WHERE supplier_id = ${supplierId} AND (${ids}::uuid[] IS NULL OR product_id = ANY (${ids}::uuid[])) ORDER BY product_id FOR NO KEY UPDATE`);
  return db.rows<SupplierLine>(sql`
    SELECT product_id AS "productId", code, list_price AS "listPrice", pack_size AS "packSize", is_main AS "isMain", listed_name AS "listedName", list_source AS "listSource", gone_since::text AS "goneSince"
      FROM supplier_product WHERE supplier_id = ${supplierId} AND (${ids}::uuid[] IS NULL OR product_id = ANY (${ids}::uuid[]))`);
}

/** Of these products, those whose main supplier is another one. */
export async function findOthersMain(db: Pick<TenantTx, "rows">, supplierId: string, productIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ id: string }>(sql`SELECT product_id AS id FROM supplier_product WHERE is_main AND supplier_id <> ${supplierId} AND product_id = ANY (${[...new Set(productIds)]}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}
