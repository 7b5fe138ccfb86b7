import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface BarcodeToWrite {
  code: string;
  /** Null: as many units as the code stood for before, or one. */
  packSize: Decimal | null;
  unit: string | null;
}

/** Makes these the barcodes of a product. A code of another product fails with 23505 on product_barcode_pkey. */
export async function writeBarcodes(tx: TenantTx, productId: string, given: readonly BarcodeToWrite[]): Promise<void> {
  const before = await tx.rows<{ code: string; packSize: Decimal; unit: string | null }>(sql`SELECT code, pack_size AS "packSize", unit FROM product_barcode WHERE product_id = ${productId}`);
  const known = new Map(before.map((pack) => [pack.code, pack]));
  const packs = [...new Map(given.map((pack) => [pack.code, pack.packSize === null ? (known.get(pack.code) ?? { ...pack, packSize: "1" }) : pack])).values()];
  if (before.length > 0) await tx.execute(sql`DELETE FROM product_barcode WHERE product_id = ${productId}`);
  if (packs.length === 0) return;
  await tx.execute(sql`
    INSERT INTO product_barcode (code, product_id, pack_size, unit)
    SELECT code, ${productId}::uuid, pack, unit
      FROM unnest(${packs.map(({ code }) => code)}::text[], ${packs.map(({ packSize }) => packSize)}::numeric[], ${packs.map(({ unit }) => unit)}::text[]) AS given (code, pack, unit)`);
}
