import type { Context } from "@/modules/tenancy/context.ts";
import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { SupplierLine } from "../queries/load-supplier-lines.ts";

/**
 * Makes a supplier's lines what is given, by the thousand. A code that another product of this supplier had moves over: answers who lost
 * which. Codes are emptied first, so that two lines may change theirs for each other's. The caller holds the products' locks.
 */
export async function writeLines(tx: TenantTx, ctx: Context, supplierId: string, lines: readonly SupplierLine[]): Promise<{ productId: string; code: string }[]> {
  if (lines.length === 0) return [];
  const codes = lines.flatMap(({ code }) => code ?? []);
  const ids = lines.map(({ productId }) => productId);
  const lost = await tx.rows<{ productId: string; code: string }>(sql`
    SELECT product_id AS "productId", code FROM supplier_product WHERE supplier_id = ${supplierId} AND code = ANY (${codes}::text[]) AND product_id <> ALL (${ids}::uuid[]) ORDER BY product_id FOR NO KEY UPDATE`);
  await tx.execute(sql`UPDATE supplier_product SET code = NULL WHERE supplier_id = ${supplierId} AND code IS NOT NULL AND (product_id = ANY (${ids}::uuid[]) OR code = ANY (${codes}::text[]))`);
  await tx.execute(sql`
    INSERT INTO supplier_product (supplier_id, product_id, code, list_price, pack_size, is_main, listed_name, list_source, gone_since, updated_at)
    SELECT ${supplierId}::uuid, l."productId", l.code, l."listPrice", l."packSize", l."isMain", l."listedName", l."listSource", l."goneSince", ${ctx.now}
      FROM json_to_recordset(${jsonText(lines)}::json) AS l ("productId" uuid, code text, "listPrice" numeric, "packSize" numeric, "isMain" boolean, "listedName" text, "listSource" uuid, "goneSince" date)
        ON CONFLICT (tenant_id, supplier_id, product_id) DO UPDATE SET code = excluded.code, list_price = excluded.list_price, pack_size = excluded.pack_size, is_main = excluded.is_main,
           listed_name = excluded.listed_name, list_source = excluded.list_source, gone_since = excluded.gone_since, updated_at = excluded.updated_at`);
  return lost;
}
