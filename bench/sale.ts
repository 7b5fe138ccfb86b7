// npm run bench:sale   three-line sales over HTTP against pgbench running the same SQL on the same database, turn by turn in one run.
// -- --profile FILE    also writes the server's CPU profile of one more turn and says where the time goes.
import { randomBytes, randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { newId } from "@/kernel/id.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import type { RegisterSaleInput } from "@/modules/sales/schema.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { build } from "../scripts/boot/build.mjs";
import { freePort } from "../scripts/postgres/free-port.ts";
import { serveBuild } from "../scripts/suite/serve-build.ts";
import { joinDatabase, openShops, type BenchShop } from "./support/bench-shops.ts";
import { captureStatements } from "../tests/support/capture-statements.ts";
import { runClients, type HttpRun } from "./support/http-clients.ts";
import { loadProducts } from "./support/load-products.ts";
import { percentiles } from "./support/percentiles.ts";
import { benchProductId, pgbenchScript, type PgbenchScript } from "./support/pgbench-script.ts";
import { printTable } from "./support/print-table.ts";
import { startProfile } from "./support/profile-server.ts";
import { shareByKind } from "./support/profile-shares.ts";
import { findPgbench, runPgbench, type PgbenchRun } from "./support/run-pgbench.ts";
import { treeTime } from "./support/tree-time.ts";

const SHOPS = 20;
const PRODUCTS = 999;
const LOAD = { clients: 8, seconds: 6 };
const TURNS = 4;
const GOAL = 0.2;
const LATER = 0.6;
const TAIL = 5;

const program = findPgbench();
const profileTo = process.argv.includes("--profile") ? (process.argv[process.argv.indexOf("--profile") + 1] ?? "sale.cpuprofile") : null;
await build();
const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("hex"), JWT_SECRET: randomBytes(32).toString("hex") };
const inspector = await freePort();
const server = await serveBuild({ durable: true, env: { ...secrets, ACCESS_TTL_MIN: "600", ...(profileTo ? { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` } : {}) } });
joinDatabase(server, { ...secrets });

function basket(): RegisterSaleInput {
  const third = PRODUCTS / 3;
  const lines = [0, 1, 2].map((n) => ({ productId: benchProductId(n * third + randomInt(1, third + 1)), quantity: String(1 + n) }));
  return { id: newId(), lines, payments: [{ method: "cash", amount: "1000" }] };
}

const shelf = Array.from({ length: PRODUCTS }, (_, i) => ({
  id: benchProductId(i + 1), sku: `B-${i + 1}`, name: `Product ${i + 1}`, brand: null, salePrice: "121.00", costPrice: "60.00",
}));

async function scriptOf({ ctx }: BenchShop): Promise<PgbenchScript> {
  const input = basket();
  const statements = await captureStatements(async () => {
    const sold = await registerSale(ctx, input);
    if (!sold.ok) throw new Error(`The sale to capture was refused: ${sold.code}`);
  });
  const own = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location UNION ALL SELECT id FROM register UNION ALL SELECT id FROM customer UNION ALL SELECT id FROM member`);
  return pgbenchScript({ statements, tenantIds: new Set(own.map(({ id }) => id)), productIds: input.lines.map(({ productId }) => productId!) }, PRODUCTS);
}

async function measure(): Promise<boolean> {
  const shops = await openShops(SHOPS);
  for (const { ctx } of shops) await loadProducts(ctx, shelf, "1000000");
  const scripts: PgbenchScript[] = [];
  for (const shop of shops) scripts.push(await scriptOf(shop));
  const call = () => ({ path: "/api/v1/ops/sales", token: shops[randomInt(SHOPS)]!.token, body: JSON.stringify(basket()) });
  await runClients(server.url, call, { ...LOAD, seconds: 3 });

  const limits: Turn<PgbenchRun>[] = [];
  const ours: Turn<HttpRun>[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    limits.push(await timed(() => runPgbench(program, server.appUrl, scripts, LOAD)));
    ours.push(await timed(() => runClients(server.url, call, LOAD)));
  }
  if (profileTo !== null) await profile(call, profileTo);

  const mean = (runs: readonly { perSecond: number }[]) => runs.reduce((sum, { perSecond }) => sum + perSecond, 0) / runs.length;
  const [limit, rate] = [mean(limits), mean(ours)];
  const errors = ours.flatMap((run) => run.errors);
  const figures = (name: string, perSecond: number, runs: readonly Turn<{ times: number[] }>[]) => {
    const times = runs.flatMap((run) => run.times);
    const { p50, p95, p99 } = percentiles(times);
    const work = runs.reduce((sum, run) => sum + run.worked, 0) / times.length;
    return [name, perSecond.toFixed(0), `${((perSecond / limit) * 100).toFixed(0)} %`, p50.toFixed(1), p95.toFixed(1), p99.toFixed(1), (p99 / p50).toFixed(1), Number.isNaN(work) ? "" : work.toFixed(2)];
  };
  const times = ours.flatMap((run) => run.times);
  printTable([`${SHOPS} shops, ${LOAD.clients} clients, row-level security on`, "sales/s", "of pgbench", "p50 ms", "p95 ms", "p99 ms", "p99/p50", "processor ms per sale"], [
    figures("pgbench, the same SQL in one pipeline", limit, limits),
    figures("over HTTP, production server", rate, ours),
  ]);
  const findings = (await Promise.all(shops.map(({ ctx }) => auditTenant(ctx.db)))).flat();
  console.log(`\n${scripts[0]!.text.split("\n").length - 7} statements per sale; ${times.length} sales over HTTP, ${errors.length} errors; audit of ${SHOPS} shops: ${findings.length} findings`);
  for (const text of [...errors.slice(0, 3), ...findings.slice(0, 3).map((finding) => JSON.stringify(finding))]) console.log(`  ${text}`);
  const { p50, p99 } = percentiles(times);
  const met = rate / limit >= GOAL && p99 <= TAIL * p50 && errors.length === 0 && findings.length === 0;
  console.log(`Goal: at least ${GOAL * 100} % of pgbench (later ${LATER * 100} %), p99 at most ${TAIL} x p50, no error, a clean audit: ${met ? "met" : "MISSED"}.`);
  return met;
}

/** With the processor time of everything that took part: client, server, database. It does not depend on what else the machine does. */
type Turn<R> = R & { worked: number };

async function timed<R extends object>(run: () => Promise<R>): Promise<Turn<R>> {
  const before = treeTime();
  const result = await run();
  return { ...result, worked: (treeTime() ?? NaN) - (before ?? NaN) };
}

async function profile(call: () => { path: string; token: string; body: string }, file: string): Promise<void> {
  const stop = await startProfile(inspector);
  const { times } = await runClients(server.url, call, LOAD);
  const seen = await stop();
  writeFileSync(file, JSON.stringify(seen));
  printTable(["server's own time, by what it does", "share", "ms per sale"], shareByKind(seen, times.length));
}

try {
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  await Promise.all([databases().tenants.close(), databases().control.close()]);
  await server.stop();
}
