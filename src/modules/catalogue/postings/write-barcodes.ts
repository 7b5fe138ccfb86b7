import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { CreateProductInput } from "../schema.ts";

/** Makes these the barcodes of a product. A code of another product fails with 23505 on product_barcode_pkey. */
export async function writeBarcodes(tx: TenantTx, productId: string, given: NonNullable<CreateProductInput["barcodes"]>): Promise<void> {
  const packs = new Map(given.map(({ code, packSize }) => [code, packSize]));
  await tx.execute(sql`DELETE FROM product_barcode WHERE product_id = ${productId}`);
  if (packs.size === 0) return;
  await tx.execute(sql`
    INSERT INTO product_barcode (code, product_id, pack_size)
    SELECT code, ${productId}::uuid, pack FROM unnest(${[...packs.keys()]}::text[], ${[...packs.values()]}::numeric[]) AS given (code, pack)`);
}
