import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** What a product, archived or not, can be recognised by. */
export interface ProductKeys {
  id: string;
  sku: string;
  supplierCode: string | null;
  name: string;
  barcodes: string[];
}

const PAGE = 10_000;

/** All products in pages, in the order of their ids. */
export async function* listProductKeys(db: Pick<TenantTx, "rows">): AsyncGenerator<readonly ProductKeys[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await db.rows<ProductKeys>(sql`
      SELECT p.id, p.sku, p.supplier_code AS "supplierCode", p.name, coalesce(b.codes, '{}') AS barcodes
        FROM (SELECT * FROM product WHERE id > ${after} ORDER BY id LIMIT ${PAGE}) p
        LEFT JOIN LATERAL (SELECT array_agg(k.code) AS codes FROM product_barcode k WHERE k.tenant_id = p.tenant_id AND k.product_id = p.id) b ON true
       ORDER BY p.id`);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}
