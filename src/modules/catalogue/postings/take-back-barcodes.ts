import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Takes barcodes from the products that hold them; one that moved to another product stays there. */
export async function takeBackBarcodes(tx: TenantTx, given: readonly { productId: string; code: string }[]): Promise<void> {
  if (given.length === 0) return;
  await tx.execute(sql`
    DELETE FROM product_barcode b
     USING unnest(${given.map(({ code }) => code)}::text[], ${given.map(({ productId }) => productId)}::uuid[]) AS given (code, product_id)
     WHERE b.code = given.code AND b.product_id = given.product_id`);
}
