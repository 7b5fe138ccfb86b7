import { normaliseBarcode } from "@/kernel/barcode.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface CodeOwner {
  kind: "sku" | "barcode";
  /** Place of the code in the given list; 0 for a sku. */
  place: number;
  id: string;
  name: string;
}

interface AskedCodes {
  sku: string | null;
  barcodes: readonly string[];
  exceptId: string | null;
}

/** Which of these codes other products of the shop have already, archived ones too. */
export async function findCodeOwners(ctx: Pick<Context, "db">, { sku, barcodes, exceptId }: AskedCodes): Promise<CodeOwner[]> {
  return ctx.db.rows<CodeOwner>(sql`
    SELECT 'sku' AS kind, 0 AS place, p.id, p.name FROM product p WHERE p.sku = ${sku}::text AND p.id IS DISTINCT FROM ${exceptId}::uuid
    UNION ALL
    SELECT 'barcode', (asked.place - 1)::int, p.id, p.name
      FROM unnest(${barcodes.map(normaliseBarcode)}::text[]) WITH ORDINALITY AS asked (code, place)
      JOIN product_barcode b ON b.code = asked.code
      JOIN product p ON p.tenant_id = b.tenant_id AND p.id = b.product_id
     WHERE p.id IS DISTINCT FROM ${exceptId}::uuid
     ORDER BY kind, place LIMIT 60`);
}
