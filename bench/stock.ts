import { loadavg } from "node:os";
import pg from "pg";
import { closeStock } from "@/modules/tenancy/postings/close-stock.ts";
import { listBalances } from "@/modules/stock/queries/list-balances.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { valueStock } from "@/modules/stock/queries/value-stock.ts";
import { listBalancesSchema, listMovementsSchema, valuationSchema } from "@/modules/stock/schema.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { seeded } from "../tests/support/seeded.ts";
import { backendClock } from "./support/backend-time.ts";
import { openShops, type BenchShop } from "./support/bench-shops.ts";
import { inOwnDatabase } from "./support/in-own-database.ts";
import { loadProducts } from "./support/load-products.ts";
import { makeProducts } from "./support/make-products.ts";
import { printTable } from "./support/print-table.ts";

// npm run bench:stock   What was on hand at instants gone by, of 100,000 products on 5 million movements; the movements of one product.
// The limits are on the time that the database works; what the machine's other work adds stands beside it.

const PRODUCTS = Number(process.env["BENCH_SIZE"] ?? 100_000);
const PER_PRODUCT = 50;
/** Of the one product that everybody buys. */
const OF_THE_BUSIEST = 20_000;
const TIMES = 5;
const LIMITS = { asOf: 1_000, page: 50 } as const;

interface Slowest {
  /** Milliseconds that the database worked, and until the answer was there, which also counts what else the machine does. */
  worked: number;
  waited: number;
}

async function slowest(clock: (() => number) | null, work: () => Promise<unknown>): Promise<Slowest> {
  const seen: Slowest = { worked: 0, waited: 0 };
  for (let i = 0; i < TIMES; i += 1) {
    const [from, workedBefore] = [performance.now(), clock?.() ?? 0];
    await work();
    const waited = performance.now() - from;
    seen.waited = Math.max(seen.waited, waited);
    seen.worked = Math.max(seen.worked, clock === null ? waited : clock() - workedBefore);
  }
  return seen;
}

/**
 * Planted as the trigger would have written it (in order, each beginning where the one before ended): five million calls of it take too long.
 * The indexes are set aside meanwhile and made anew, as a restored backup makes them.
 */
async function plantMovements(client: pg.Client, tenantId: string, busiest: string): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = 'stock_movement'::regclass AND NOT i.indisprimary`);
  await client.query("SET maintenance_work_mem = '256MB'");
  await client.query("BEGIN");
  await client.query("SELECT set_config('app.tenant_id', $1, true)", [tenantId]);
  await client.query("SET LOCAL session_replication_role = replica");
  for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
  // Round by round, so that the movements of a product lie as far apart as the months between them put them.
  await client.query(
    `INSERT INTO stock_movement (tenant_id, id, location_id, product_id, type, quantity, before, after, source_kind, source_id, at, seq)
     SELECT $1::uuid, overlay(gen_random_uuid()::text PLACING lpad(to_hex(row_number() OVER (ORDER BY n)), 8, '0') FROM 1 FOR 8)::uuid, l.id, p.id, CASE WHEN n = 1 THEN 'opening' ELSE 'sale' END, CASE WHEN n = 1 THEN 30000 ELSE -1 END,
            CASE WHEN n = 1 THEN 0 ELSE 30002 - n END, 30001 - n, 'bench', gen_random_uuid(), now() - interval '500 days' + n * interval '9 days' / CASE WHEN p.id = $3::uuid THEN 400 ELSE 1 END, n
       FROM (SELECT p.id, n FROM generate_series(1, $2::int) AS n CROSS JOIN product p WHERE p.tenant_id = $1::uuid
             UNION ALL SELECT $3::uuid, n FROM generate_series($2::int + 1, $4::int) AS n) p
       JOIN location l ON l.tenant_id = $1::uuid AND l.is_default
      ORDER BY n`,
    [tenantId, PER_PRODUCT, busiest, OF_THE_BUSIEST],
  );
  await client.query(
    `INSERT INTO stock_level (tenant_id, location_id, product_id, on_hand, moves, updated_at)
     SELECT tenant_id, location_id, product_id, sum(quantity), count(*), max(at) FROM stock_movement WHERE tenant_id = $1::uuid GROUP BY 1, 2, 3`, [tenantId]);
  for (const { definition } of indexes) await client.query(definition);
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE stock_movement, stock_level, product");
}

/** All closings that are due, as the shop's monthly turn makes them. Answers how many, and the milliseconds until the slowest was there. */
async function closeAll(tenantId: string): Promise<{ closings: number; slowest: number }> {
  const seen = { closings: 0, slowest: 0 };
  for (let isClosed = true; isClosed; ) {
    const from = performance.now();
    isClosed = await databases().control.transaction(async (tx) => {
      await tx.enterTenant(tenantId);
      return closeStock(tx, new Date());
    });
    if (!isClosed) return seen;
    seen.closings += 1;
    seen.slowest = Math.max(seen.slowest, performance.now() - from);
  }
  return seen;
}

async function measure(superUrl: string): Promise<boolean> {
  const [shop] = (await openShops(1)) as [BenchShop];
  const products = makeProducts(PRODUCTS, 0, seeded());
  await loadProducts(shop.ctx, products);
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  await plantMovements(client, shop.tenantId, products[0]!.id).finally(() => client.end());

  const { closings, slowest: slowestClosing } = await closeAll(shop.tenantId);
  console.log(`${closings} closings, the slowest ${slowestClosing.toFixed(0)} ms, load ${loadavg()[0]!.toFixed(1)}`);

  const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);
  const rows: string[][] = [];
  let isMet = true;
  const clock = await backendClock(shop.ctx.db);
  const note = async (name: string, limit: number, work: () => Promise<unknown>): Promise<void> => {
    const { worked, waited } = await slowest(clock, work);
    isMet &&= worked <= limit;
    rows.push([name, worked.toFixed(0), waited.toFixed(0), String(limit), worked <= limit ? "met" : "MISSED"]);
  };
  const dayOf = (days: number): string => daysAgo(days).toISOString().slice(0, 10);
  await note("the page of the worth of all goods, today", LIMITS.asOf, () => valueStock(shop.ctx, valuationSchema.parse({})));
  const levelsAt = (days: number) => () => shop.ctx.db.rows(sql`SELECT count(*), sum(quantity) FROM stock_at(${daysAgo(days)})`);
  for (const days of [1, 250, 480]) await note(`all levels as of ${days} days ago`, LIMITS.asOf, levelsAt(days));
  for (const days of [1, 250, 480]) await note(`the page of the worth as of ${days} days ago`, LIMITS.asOf, () => valueStock(shop.ctx, valuationSchema.parse({ asOf: dayOf(days) })));
  await note("a page of balances as of 250 days ago", LIMITS.page, () => listBalances(shop.ctx, listBalancesSchema.parse({ asOf: dayOf(250), limit: "200" })));
  const page = (productId: string, more: object = {}) => () => listMovements(shop.ctx, listMovementsSchema.parse({ productId, ...more }));
  await note("a page of movements of a usual product", LIMITS.page, page(products[77]!.id));
  await note(`a page of one with ${OF_THE_BUSIEST} movements`, LIMITS.page, page(products[0]!.id));
  await note("the same from a day long ago", LIMITS.page, page(products[0]!.id, { to: daysAgo(300).toISOString() }));
  await note("a page of everything, the newest first", LIMITS.page, () => listMovements(shop.ctx, listMovementsSchema.parse({})));
  const [{ n }] = (await shop.ctx.db.rows<{ n: string }>(sql`SELECT count(*) AS n FROM stock_movement`)) as [{ n: string }];
  printTable([`${PRODUCTS} products, ${n} movements (slowest of ${TIMES}), load ${loadavg()[0]!.toFixed(1)}`, "works ms", "answer ms", "limit", ""], rows);
  const [sums] = (await shop.ctx.db.rows<{ told: string; truth: string }>(sql`
    SELECT (SELECT sum(quantity) FROM stock_at(${daysAgo(250)})) AS told, (SELECT sum(quantity) FROM stock_movement WHERE at <= ${daysAgo(250)}) AS truth`)) as [{ told: string; truth: string }];
  console.log(`\nas of 250 days ago: balances ${sums.told}, movements until then ${sums.truth}`);
  return isMet && sums.told === sums.truth;
}

await inOwnDatabase(({ superUrl }) => measure(superUrl));
