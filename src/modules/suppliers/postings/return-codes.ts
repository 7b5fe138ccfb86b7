import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Gives codes back to lines that lost them, where the line has none since and nobody else took the code. */
export async function returnCodes(tx: TenantTx, supplierId: string, given: readonly { productId: string; code: string }[]): Promise<void> {
  if (given.length === 0) return;
  await tx.execute(sql`
    UPDATE supplier_product l SET code = g.code
      FROM json_to_recordset(${jsonText(given)}::json) AS g ("productId" uuid, code text)
     WHERE l.supplier_id = ${supplierId} AND l.product_id = g."productId" AND l.code IS NULL
       AND NOT EXISTS (SELECT FROM supplier_product o WHERE o.supplier_id = ${supplierId} AND o.code = g.code)`);
}
