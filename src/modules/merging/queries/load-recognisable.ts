import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Recognisable } from "../rules/find-pairs.ts";

const MOST_PRODUCTS = 100_000;

/** Products for sale by what they can be recognised by, in the order of their ids: these, or all. */
export async function loadRecognisable(db: Pick<TenantTx, "rows">, ids: readonly string[] | null): Promise<Recognisable[]> {
  return db.rows<Recognisable>(sql`
    SELECT p.id, search_fold(p.name) AS name, p.supplier_code AS "supplierCode", p.family_id AS "familyId", coalesce(b.codes, '{}') AS barcodes
      FROM product p LEFT JOIN (SELECT product_id, array_agg(code) AS codes FROM product_barcode GROUP BY product_id) b ON b.product_id = p.id
     WHERE p.is_active AND p.kit_pricing IS NULL AND (${ids === null}::boolean OR p.id = ANY (${[...(ids ?? [])]}::uuid[])) ORDER BY p.id LIMIT ${MOST_PRODUCTS}`);
}
