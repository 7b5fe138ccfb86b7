import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Gives barcodes of one product to another: all of them, or the named ones that it still has. Answers which moved. */
export async function moveBarcodes(tx: TenantTx, { from, to, only }: { from: string; to: string; only: readonly string[] | null }): Promise<string[]> {
  const moved = await tx.rows<{ code: string }>(sql`
    UPDATE product_barcode SET product_id = ${to}::uuid WHERE product_id = ${from}::uuid AND (${only === null}::boolean OR code = ANY (${[...(only ?? [])]}::text[])) RETURNING code`);
  return moved.map(({ code }) => code).sort();
}
