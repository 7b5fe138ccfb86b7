import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/**
 * The least that the same rows can cost this database: COPY from a file into a staging table, INSERT … SELECT into a table with a primary key and a
 * unique code, one transaction, nothing else. Runs `measure` around it. Needs a superuser on this machine, whose server reads and writes the file.
 */
export async function plainCopy<T>(superUrl: string, batchId: string, measure: (work: () => Promise<void>) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mostrador-copy-"));
  chmodSync(folder, 0o777);
  const file = join(folder, "rows");
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query(`COPY (SELECT values->>'sku', values->>'name', values->>'brand', values->>'category', values->>'costPrice', values->>'salePrice', values->>'stock'
      FROM import_row WHERE batch_id = '${batchId}' AND applied) TO '${file}'`);
    return await measure(async () => {
      await client.query(`BEGIN;
        CREATE TEMP TABLE staging (sku text, name text, brand text, category text, cost numeric, price numeric, stock numeric) ON COMMIT DROP;
        COPY staging FROM '${file}';
        CREATE TABLE plain_product (tenant uuid, id uuid DEFAULT gen_random_uuid(), sku text, name text, brand text, category text, cost numeric, price numeric, stock numeric,
          PRIMARY KEY (tenant, id), UNIQUE (tenant, sku));
        INSERT INTO plain_product (tenant, sku, name, brand, category, cost, price, stock) SELECT '${batchId}', staging.* FROM staging;
        COMMIT; DROP TABLE plain_product`);
    });
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
