import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface CodeHolder {
  productId: string;
  name: string;
}

export interface CodeHolders {
  skus: ReadonlyMap<string, CodeHolder>;
  barcodes: ReadonlyMap<string, CodeHolder>;
}

/** Who holds these codes now; codes that nobody holds are not in the answer. */
export async function findCodeHolders(db: Pick<TenantTx, "rows">, skus: readonly string[], barcodes: readonly string[]): Promise<CodeHolders> {
  const rows = await db.rows<CodeHolder & { code: string; isSku: boolean }>(sql`
    SELECT sku AS code, true AS "isSku", id AS "productId", name FROM product WHERE sku = ANY (${[...skus]}::text[])
    UNION ALL
    SELECT b.code, false, p.id, p.name FROM product_barcode b JOIN product p ON p.tenant_id = b.tenant_id AND p.id = b.product_id WHERE b.code = ANY (${[...barcodes]}::text[])`);
  const mapOf = (isSku: boolean) => new Map(rows.filter((row) => row.isSku === isSku).map(({ code, productId, name }) => [code, { productId, name }]));
  return { skus: mapOf(true), barcodes: mapOf(false) };
}
