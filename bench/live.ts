import { randomBytes } from "node:crypto";
import { loadavg } from "node:os";
import pg from "pg";
import { plantProducts } from "../e2e/support/plant-products.ts";
import { openTestDatabase } from "../scripts/database/open-test-database.ts";
import { readPulse } from "@/modules/catalogue/queries/read-pulse.ts";
import { joinDatabase, openShops, type BenchShop } from "./support/bench-shops.ts";
import { percentiles } from "./support/percentiles.ts";
import { printTable } from "./support/print-table.ts";

// npm run bench:live   What one look at a shop's catalogue costs a replica, by the size of the shop: how many shops a round of 2 s holds.

const TIMES = 200;
const SIZES = [0, 1_000, 20_000] as const;
const MOVEMENTS_EACH = 10;
const ROUND_MS = 2_000;
/** As in modules/catalogue/watch-shop.ts. */
const AT_ONCE = 2;

const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("hex"), JWT_SECRET: randomBytes(32).toString("hex") };
const database = await openTestDatabase(secrets.NEXTAUTH_SECRET);
joinDatabase(database, secrets);
try {
  const shops = await openShops(SIZES.length);
  for (const [i, size] of SIZES.entries()) if (size > 0) await plant(shops[i]!, size);
  const rows: string[][] = [];
  for (const [i, size] of SIZES.entries()) {
    const { db } = shops[i]!.ctx;
    for (let n = 0; n < 20; n += 1) await readPulse(db);
    const times: number[] = [];
    const begun = performance.now();
    const look = async (): Promise<void> => {
      while (times.length < TIMES) {
        const from = performance.now();
        await readPulse(db);
        times.push(performance.now() - from);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, look));
    const each = (performance.now() - begun) / times.length;
    const { p50, p95 } = percentiles(times);
    rows.push([`${size} products, ${size * MOVEMENTS_EACH} movements`, p50.toFixed(2), p95.toFixed(2), each.toFixed(2), String(Math.floor(ROUND_MS / each))]);
  }
  printTable([`machine's load ${loadavg()[0]!.toFixed(1)}`, "look p50 ms", "p95", `per look, ${AT_ONCE} at once`, `shops in a round of ${ROUND_MS / 1_000} s`], rows);
} finally {
  await database.close();
}
process.exit();

/** Movements as they stand after years, without the triggers that made them. */
async function plant({ tenantId }: BenchShop, size: number): Promise<void> {
  await plantProducts(tenantId, size, database.superUrl);
  const client = new pg.Client({ connectionString: database.superUrl });
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT set_config('app.tenant_id', $1, true)", [tenantId]);
  await client.query("SET LOCAL session_replication_role = replica");
  await client.query(
    `INSERT INTO stock_movement (tenant_id, id, location_id, product_id, type, quantity, before, after, source_kind, source_id, at, seq)
     SELECT $1::uuid, overlay(gen_random_uuid()::text PLACING '01890000' FROM 1 FOR 8)::uuid, l.id, p.id, 'sale', -1, 1000 - n + 1, 1000 - n, 'bench', gen_random_uuid(), now(), n
       FROM generate_series(1, $2::int) AS n CROSS JOIN product p JOIN location l ON l.tenant_id = p.tenant_id AND l.is_default WHERE p.tenant_id = $1::uuid`,
    [tenantId, MOVEMENTS_EACH],
  );
  await client.query("UPDATE product SET updated_at = now() - interval '1 day' WHERE tenant_id = $1", [tenantId]);
  await client.query("COMMIT");
  await client.query("ANALYZE stock_movement, product");
  await client.end();
}
