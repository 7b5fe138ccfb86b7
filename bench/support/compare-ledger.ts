import pg from "pg";
import type { LedgerLine } from "./ledger-lines.ts";
import { SPARE } from "./replay-ledger.ts";

export interface Comparison {
  what: string;
  /** Summed by SQL from the raw file in a table of its own. */
  ledger: string;
  /** Summed from what the commands left in the shop. */
  shop: string;
}

/**
 * The ledger's own sums beside the shop's, on the database itself and without a line of the shop's code: the raw texts go into a
 * temporary table and are told apart and added up there.
 */
export async function compareLedger(ownerUrl: string, tenantId: string, lines: readonly LedgerLine[]): Promise<Comparison[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`SET app.tenant_id = '${tenantId}'`);
    await client.query("CREATE TEMPORARY TABLE raw_ledger (invoice text, code text, quantity text, price text)");
    const column = (key: keyof LedgerLine) => lines.map((line) => line[key]);
    await client.query("INSERT INTO raw_ledger SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])", [column("InvoiceNo"), column("StockCode"), column("Quantity"), column("UnitPrice")]);
    await client.query(`CREATE TEMPORARY VIEW raw_sold AS SELECT invoice, code, quantity::numeric AS quantity, price::numeric AS price
      FROM raw_ledger WHERE invoice ~ '^[0-9]{6}$' AND quantity::numeric > 0 AND price::numeric > 0`);
    const { rows } = await client.query<Comparison>(COMPARISONS);
    return rows;
  } finally {
    await client.end();
  }
}

const COMPARISONS = `
  SELECT 'lines sold' AS what, (SELECT count(*) FROM raw_sold)::text AS ledger, (SELECT count(*) FROM sale_line)::text AS shop
  UNION ALL SELECT 'units', (SELECT sum(quantity) FROM raw_sold)::numeric(18,3)::text, (SELECT sum(quantity) FROM sale_line)::text
  UNION ALL SELECT 'revenue', (SELECT sum(round(quantity * price, 2)) FROM raw_sold)::numeric(18,2)::text, (SELECT sum(total) FROM sale)::text
  UNION ALL SELECT 'revenue in the books', (SELECT sum(round(quantity * price, 2)) FROM raw_sold)::numeric(18,2)::text,
    (SELECT sum(credit - debit) FROM journal_line WHERE account_code IN ('sales', 'vat_debit'))::text
  UNION ALL SELECT 'products with stock', (SELECT count(DISTINCT code) FROM raw_sold)::text, (SELECT count(*) FROM stock_level WHERE on_hand = ${SPARE})::text
  UNION ALL SELECT 'products whose units differ', '0', (SELECT count(*) FROM (SELECT code, sum(quantity) AS n FROM raw_sold GROUP BY code) r
    FULL JOIN (SELECT p.sku, -sum(m.quantity) AS n FROM stock_movement m JOIN product p ON p.id = m.product_id WHERE m.type = 'sale' GROUP BY p.sku) s ON s.sku = r.code
    WHERE r.n IS DISTINCT FROM s.n)::text
  UNION ALL SELECT 'invoices whose total differs', '0', (SELECT count(*) FROM (SELECT invoice, sum(round(quantity * price, 2)) AS total FROM raw_sold GROUP BY invoice) r
    FULL JOIN (SELECT notes, sum(total) AS total FROM sale GROUP BY notes) s ON s.notes = r.invoice WHERE r.total IS DISTINCT FROM s.total)::text`;
