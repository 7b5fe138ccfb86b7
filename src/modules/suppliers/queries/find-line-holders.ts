import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface LineHolders {
  /** Products of this supplier by the code, exactly as it is written. */
  codes: ReadonlyMap<string, string>;
  /** Products by what the supplier's list calls them. */
  names: ReadonlyMap<string, string>;
}

/** Which products a supplier's lines with these codes or names belong to now. */
export async function findLineHolders(db: Pick<TenantTx, "rows">, supplierId: string, codes: readonly string[], names: readonly string[]): Promise<LineHolders> {
  const rows = await db.rows<{ productId: string; code: string | null; name: string | null }>(sql`
    SELECT product_id AS "productId", code, listed_name AS name FROM supplier_product
     WHERE supplier_id = ${supplierId} AND (code = ANY (${[...codes]}::text[]) OR listed_name = ANY (${[...names]}::text[])) ORDER BY product_id`);
  return {
    codes: new Map(rows.flatMap(({ productId, code }) => (code === null ? [] : [[code, productId] as const]))),
    names: new Map(rows.flatMap(({ productId, name }) => (name === null ? [] : [[name, productId] as const]))),
  };
}
