import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface PackMove {
  productId: string;
  code: string;
  /** What the code stands for now: one that stands for something else is left alone. */
  from: { packSize: Decimal; unit: string | null };
  to: { packSize: Decimal; unit: string | null };
}

/** Changes what barcodes stand for. */
export async function setPacks(tx: TenantTx, moves: readonly PackMove[]): Promise<void> {
  if (moves.length === 0) return;
  await tx.execute(sql`
    UPDATE product_barcode b SET pack_size = m.pack, unit = m.unit
      FROM unnest(${moves.map(({ code }) => code)}::text[], ${moves.map(({ productId }) => productId)}::uuid[], ${moves.map(({ from }) => from.packSize)}::numeric[], ${moves.map(({ from }) => from.unit)}::text[],
                  ${moves.map(({ to }) => to.packSize)}::numeric[], ${moves.map(({ to }) => to.unit)}::text[]) AS m (code, product_id, was, was_unit, pack, unit)
     WHERE b.code = m.code AND b.product_id = m.product_id AND b.pack_size = m.was AND b.unit IS NOT DISTINCT FROM m.was_unit`);
}
