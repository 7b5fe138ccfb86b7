import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Merged } from "../rules/takeable.ts";

export interface Mergeable extends Record<Merged, string | null> {
  id: string;
  name: string;
  costCurrency: string;
  unit: string;
  isActive: boolean;
  isKit: boolean;
  mergedIntoId: string | null;
}

/** Products as a merge compares them, held for changing, in the order of their ids. */
export async function loadMergeable(tx: Pick<TenantTx, "rows">, ids: readonly string[]): Promise<Mergeable[]> {
  return tx.rows<Mergeable>(sql`
    SELECT id, name, unit, is_active AS "isActive", kit_pricing IS NOT NULL AS "isKit", merged_into_id AS "mergedIntoId", brand, description, supplier_code AS "supplierCode",
           category_id AS "categoryId", tax_rate AS "taxRate", sale_price AS "salePrice", cost_price AS "costPrice", cost_currency AS "costCurrency", min_stock AS "minStock", max_stock AS "maxStock"
      FROM product WHERE id = ANY (${[...ids]}::uuid[]) AND NOT is_draft ORDER BY id FOR NO KEY UPDATE`);
}

/** What a product has on its shelves, place by place; nothing where there is none. */
export async function loadShelves(tx: Pick<TenantTx, "rows">, productId: string): Promise<{ locationId: string; quantity: string }[]> {
  return tx.rows(sql`SELECT location_id AS "locationId", on_hand AS quantity FROM stock_level WHERE product_id = ${productId} AND on_hand <> 0 ORDER BY location_id`);
}
