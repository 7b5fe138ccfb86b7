import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Gives products one more barcode each, of one unit or of a pack. A code that is taken fails with 23505 on product_barcode_pkey. */
export async function addBarcodes(tx: TenantTx, given: readonly { productId: string; code: string; packSize?: Decimal; unit?: string | null }[]): Promise<void> {
  if (given.length === 0) return;
  await tx.execute(sql`
    INSERT INTO product_barcode (code, product_id, pack_size, unit)
    SELECT code, product_id, pack, unit
      FROM unnest(${given.map(({ code }) => code)}::text[], ${given.map(({ productId }) => productId)}::uuid[], ${given.map(({ packSize }) => packSize ?? "1")}::numeric[], ${given.map(({ unit }) => unit ?? null)}::text[]) AS given (code, product_id, pack, unit)
     ORDER BY code`);
}
