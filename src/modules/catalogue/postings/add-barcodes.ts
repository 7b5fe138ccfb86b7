import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Gives products one more barcode each. A code that is taken fails with 23505 on product_barcode_pkey. */
export async function addBarcodes(tx: TenantTx, given: readonly { productId: string; code: string }[]): Promise<void> {
  if (given.length === 0) return;
  await tx.execute(sql`
    INSERT INTO product_barcode (code, product_id)
    SELECT code, product_id FROM unnest(${given.map(({ code }) => code)}::text[], ${given.map(({ productId }) => productId)}::uuid[]) AS given (code, product_id) ORDER BY code`);
}
