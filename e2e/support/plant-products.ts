import { readFileSync } from "node:fs";
import pg from "pg";
import { databaseFile } from "../../scripts/suite/database-file.ts";

/** The EAN-13 of the product `FE-0000n`. */
export function plantedBarcode(n: number): string {
  const digits = `779${String(n).padStart(9, "0")}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

export function plantedSku(n: number): string {
  return `FE-${String(n).padStart(5, "0")}`;
}

/** Where the journeys' database answers its superuser. */
export function superUrlOfRun(): string {
  return (JSON.parse(readFileSync(databaseFile(Number(process.env["E2E_PORT"])), "utf8")) as { superUrl: string }).superUrl;
}

/**
 * A catalogue of any size in a second or two: set-based, without the triggers of the server's own search, which the till does not use.
 * Names repeat their words as a real list does. Every product costs 100 plus its number in cents, with a thousand on hand.
 */
export async function plantProducts(tenantId: string, count: number, superUrl = superUrlOfRun()): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.tenant_id', $1, true)", [tenantId]);
    await client.query("SET LOCAL session_replication_role = replica");
    for (const statement of STATEMENTS) await client.query(statement, statement.includes("$2") ? [tenantId, count] : [tenantId]);
    await client.query("COMMIT");
    await client.query("ANALYZE product, product_barcode, stock_level");
  } finally {
    await client.end();
  }
}

/** Planted products are not in the server's search: their id comes from the table. */
export async function productId(tenantId: string, sku: string, superUrl = superUrlOfRun()): Promise<string> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>("SELECT id FROM product WHERE tenant_id = $1 AND sku = $2", [tenantId, sku]);
    return rows[0]!.id;
  } finally {
    await client.end();
  }
}

/** Changes planted products by sku, as another till or the office would. */
export async function changeProduct(tenantId: string, sku: string, change: { price?: string; stock?: string }, superUrl = superUrlOfRun()): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('app.tenant_id', $1, false)", [tenantId]);
    if (change.price !== undefined) {
      await client.query("UPDATE product SET sale_price = $3, updated_at = now() WHERE tenant_id = $1 AND sku = $2", [tenantId, sku, change.price]);
    }
    if (change.stock !== undefined) {
      await client.query(
        `UPDATE stock_level SET on_hand = $3, updated_at = now()
          WHERE tenant_id = $1 AND product_id = (SELECT id FROM product WHERE tenant_id = $1 AND sku = $2)`,
        [tenantId, sku, change.stock],
      );
    }
  } finally {
    await client.end();
  }
}

/** What "refuse a sale without stock" is in the shop's settings. */
export async function refuseNegativeStock(tenantId: string, superUrl = superUrlOfRun()): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query("UPDATE shop SET negative_stock = 'refuse' WHERE tenant_id = $1", [tenantId]);
  } finally {
    await client.end();
  }
}

const STATEMENTS = [
  `INSERT INTO product (tenant_id, id, sku, name, unit, tax_rate, cost_price, sale_price, sold_count)
   SELECT $1::uuid, gen_random_uuid(), 'FE-' || lpad(n::text, 5, '0'),
          (ARRAY['Tornillo','Caño PVC','Codo 90°','Látex interior','Cable unipolar','Arandela','Bulón','Lija al agua','Pinza','Martillo',
                 'Llave francesa','Cinta aisladora','Taco Fischer','Sellador','Brocha','Rodillo','Foco LED','Tomacorriente','Candado','Bisagra'])[1 + n % 20]
          || ' ' || (ARRAY['Tigre','Awaduct','Alba','Sinteplast','Bahco','Stanley','Norton','Philips','Kalop','Sika','Bremen'])[1 + n % 11]
          || ' ' || (ARRAY['1/2"','3/4"','1"','8 x 1/2"','10 L','4 L','2,5 mm²','110 mm','150 W','N° 7','x 4 m','x 100 u','doble'])[1 + n % 13]
          || ' ' || n,
          CASE WHEN n % 20 = 4 THEN 'm' ELSE 'u' END, 21, 50, 100 + n / 100.0, (n * 7919) % 500
     FROM generate_series(1, $2::int) AS n`,
  `INSERT INTO product_barcode (tenant_id, code, product_id)
   SELECT $1::uuid, b.body || (10 - b.weighed % 10) % 10, b.id
     FROM (SELECT p.id, d.body, (SELECT sum(substr(d.body, i, 1)::int * CASE WHEN i % 2 = 1 THEN 1 ELSE 3 END) FROM generate_series(1, 12) AS i) AS weighed
             FROM product p CROSS JOIN LATERAL (SELECT '779' || lpad(ltrim(substr(p.sku, 4), '0'), 9, '0') AS body) d WHERE p.tenant_id = $1::uuid) b`,
  `INSERT INTO stock_level (tenant_id, location_id, product_id, on_hand)
   SELECT $1::uuid, l.id, p.id, 1000 FROM product p JOIN location l ON l.tenant_id = p.tenant_id AND l.is_default WHERE p.tenant_id = $1::uuid`,
];
