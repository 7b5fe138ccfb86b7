import { gtinCheckDigit } from "@/kernel/barcode.ts";
import type { ScaleCode } from "@/kernel/scale-code.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/**
 * The tenant's next code of its own: an EAN-13 of the range that GS1 leaves to shops (General Specifications §2.1.9, prefixes 20 to 29),
 * under a prefix that none of its scales writes. Codes that products have already are stepped over.
 */
export async function takeBarcode(tx: TenantTx, scaleCodes: readonly ScaleCode[]): Promise<string> {
  const prefix = ownPrefix(scaleCodes);
  await tx.execute(sql`INSERT INTO counter (series) VALUES ('barcode') ON CONFLICT DO NOTHING`);
  for (;;) {
    const [taken] = await tx.rows<{ value: string }>(sql`UPDATE counter SET value = value + 1 WHERE series = 'barcode' RETURNING value::text AS value`);
    const body = prefix + taken!.value.padStart(10, "0");
    const code = body + gtinCheckDigit(body);
    const [holder] = await tx.rows(sql`SELECT FROM product_barcode WHERE code = ${code}`);
    if (!holder) return code;
  }
}

/** The highest of the ten that no pattern begins with; four patterns cannot take them all. */
function ownPrefix(scaleCodes: readonly ScaleCode[]): string {
  const written = scaleCodes.map(({ pattern }) => (/^\d{1,2}/.exec(pattern) ?? [""])[0]);
  const free = ["29", "28", "27", "26", "25", "24", "23", "22", "21", "20"];
  return free.find((prefix) => !written.some((start) => prefix.startsWith(start))) ?? "29";
}
