import pg from "pg";
import type { Acknowledged } from "./chaos-sales.ts";

export interface Verdict {
  /** Acknowledged, and not in the database as it was told. */
  lost: number;
  /** In the database, and acknowledged to nobody although every client got its answer: made twice. */
  doubled: number;
  /** Shelves below nothing. */
  oversold: number;
  /** Shops whose numbers do not run from 1 to their count. */
  gaps: number;
}

/** Holds what the clients were told against what the database has, past every policy and without a line of the product's code. */
export async function judgeSales(superUrl: string, tenantIds: readonly string[], acknowledged: readonly Acknowledged[]): Promise<Verdict> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ tenantId: string; id: string; number: number; total: string }>(
      `SELECT tenant_id AS "tenantId", id, number::int, total::text FROM sale WHERE tenant_id = ANY($1::uuid[])`, [tenantIds]);
    const made = new Map(rows.map((row) => [row.id, `${row.tenantId} ${row.number} ${row.total}`]));
    const told = new Map(acknowledged.map((one) => [one.id, `${one.tenantId} ${one.number} ${one.total}`]));
    const { rows: [counts] } = await client.query<{ oversold: number; gaps: number }>(`
      SELECT (SELECT count(*)::int FROM stock_level WHERE tenant_id = ANY($1::uuid[]) AND on_hand < 0) AS oversold,
             (SELECT count(*)::int FROM (SELECT min(number) AS first, max(number) AS last, count(*) AS n FROM sale WHERE tenant_id = ANY($1::uuid[]) GROUP BY tenant_id) s WHERE first <> 1 OR last <> n) AS gaps`, [tenantIds]);
    return {
      lost: [...told].filter(([id, text]) => made.get(id) !== text).length,
      doubled: [...made.keys()].filter((id) => !told.has(id)).length,
      ...counts!,
    };
  } finally {
    await client.end();
  }
}
