import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/**
 * The tenant's next codes ("A00001"), in order. The counter's row is locked until the commit, so that two at once get different ones;
 * codes typed by people are stepped over.
 */
export async function takeSkus(tx: TenantTx, count: number): Promise<string[]> {
  if (count === 0) return [];
  await tx.execute(sql`INSERT INTO counter (series) VALUES ('sku') ON CONFLICT DO NOTHING`);
  const free: string[] = [];
  while (free.length < count) {
    const rows = await tx.rows<{ sku: string }>(sql`
      WITH taken AS (UPDATE counter SET value = value + ${count - free.length}::bigint WHERE series = 'sku' RETURNING value),
           made AS (SELECT 'A' || lpad(n::text, greatest(5, length(n::text)), '0') AS sku, n FROM taken, generate_series(value - ${count - free.length}::bigint + 1, value) AS n)
      SELECT sku FROM made WHERE NOT EXISTS (SELECT FROM product p WHERE p.sku = made.sku) ORDER BY n`);
    free.push(...rows.map(({ sku }) => sku));
  }
  return free;
}
