import { randomBytes } from "node:crypto";
import pg from "pg";
import { openTestDatabase } from "../scripts/database/open-test-database.ts";
import type { Result } from "@/kernel/refusal.ts";
import { openPriceRun } from "@/modules/pricing/commands/open-price-run.ts";
import { openUndo } from "@/modules/pricing/commands/open-undo.ts";
import { simulatePrices } from "@/modules/pricing/queries/simulate-prices.ts";
import { priceRunSchema, simulationSchema, undoSchema } from "@/modules/pricing/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { seeded } from "../tests/support/seeded.ts";
import { doJobs } from "../tests/support/do-jobs.ts";
import { joinDatabase, openShops, type BenchShop } from "./support/bench-shops.ts";
import { loadProducts } from "./support/load-products.ts";
import { makeProducts } from "./support/make-products.ts";
import { percentiles } from "./support/percentiles.ts";
import { printTable } from "./support/print-table.ts";

// npm run bench:reprice   A hundred thousand prices of one shop: simulated, applied and undone, while a neighbour goes on selling.

const PRODUCTS = 100_000;
const OF_NEIGHBOUR = 2_000;
const IDLE_MS = 6_000;
const LIMITS = { simulate: 3_000, apply: 10_000, undo: 10_000, neighbour: 2 } as const;

const random = seeded();

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Sales of the neighbour, one after the other until told to stop: milliseconds each. */
async function sell(shop: BenchShop, productIds: readonly string[], until: () => boolean): Promise<number[]> {
  const waited: number[] = [];
  while (!until()) {
    const lines = [0, 1, 2].map(() => ({ productId: productIds[random(productIds.length)]!, quantity: "1" }));
    waited.push(await timed(async () => must(await registerSale(shop.contextAt(new Date()), registerSaleSchema.parse({ lines })))));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return waited;
}

async function meanwhile(shop: BenchShop, productIds: readonly string[], work: () => Promise<number>): Promise<{ ms: number; sales: number[] }> {
  let over = false;
  const selling = sell(shop, productIds, () => over);
  const ms = await work().finally(() => (over = true));
  return { ms, sales: await selling };
}

const PLAN = { scope: {}, rule: { kind: "percent" as const, value: "12" }, rounding: [{ upTo: "10000", step: "10", ending: "0", mode: "up" as const }, { upTo: null, step: "100", ending: "0", mode: "nearest" as const }], guards: { maxJump: "40", hold: true } };

async function measure(superUrl: string): Promise<boolean> {
  const [shop, neighbour] = await openShops(2);
  await loadProducts(shop!.ctx, makeProducts(PRODUCTS, 0, random));
  const theirs = makeProducts(OF_NEIGHBOUR, 0, random);
  await loadProducts(neighbour!.ctx, theirs, "100000");
  const owner = new pg.Client({ connectionString: superUrl });
  await owner.connect();
  await owner.query("VACUUM ANALYZE").finally(() => owner.end());
  const ids = theirs.map(({ id }) => id);
  const prices = () => shop!.ctx.db.rows<{ sum: string }>(sql`SELECT sum(sale_price)::text AS sum FROM product`);
  const before = await prices();

  await sell(neighbour!, ids, stopAfter(1_000));
  const idle = await sell(neighbour!, ids, stopAfter(IDLE_MS));
  const simulations: number[] = [];
  for (let i = 0; i < 5; i += 1) simulations.push(await timed(async () => must(await simulatePrices(shop!.contextAt(new Date()), simulationSchema.parse(PLAN)))));
  const simulation = Math.max(...simulations);
  let runId = "";
  const applied = await meanwhile(neighbour!, ids, () => timed(async () => {
    runId = must(await openPriceRun(shop!.contextAt(new Date()), priceRunSchema.parse(PLAN))).id;
    await doJobs(shop!.tenantId);
  }));
  const between = await prices();
  const undone = await meanwhile(neighbour!, ids, () => timed(async () => {
    must(await openUndo(shop!.contextAt(new Date()), runId, undoSchema.parse({})));
    await doJobs(shop!.tenantId);
  }));
  const isIdentity = (await prices())[0]!.sum === before[0]!.sum && between[0]!.sum !== before[0]!.sum;
  return report({ simulation, applied, undone, idle, isIdentity });
}

function stopAfter(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

interface Measured {
  simulation: number;
  applied: { ms: number; sales: number[] };
  undone: { ms: number; sales: number[] };
  idle: number[];
  isIdentity: boolean;
}

function report({ simulation, applied, undone, idle, isIdentity }: Measured): boolean {
  const quiet = percentiles(idle);
  const busy = percentiles([...applied.sales, ...undone.sales]);
  const ratio = busy.p95 / quiet.p95;
  const row = (name: string, ms: number, limit: number): string[] => [name, ms.toFixed(0), String(limit), ms <= limit ? "met" : "MISSED"];
  printTable([`${PRODUCTS} prices of one shop`, "ms", "limit", ""], [
    row("simulate (slowest of five)", simulation, LIMITS.simulate), row("fix and apply", applied.ms, LIMITS.apply), row("undo", undone.ms, LIMITS.undo),
  ]);
  printTable(["a neighbour's sales of three lines", "sales", "p50 ms", "p95 ms"], [
    ["nobody else works", String(idle.length), quiet.p50.toFixed(1), quiet.p95.toFixed(1)],
    ["while prices are applied and undone", String(applied.sales.length + undone.sales.length), busy.p50.toFixed(1), busy.p95.toFixed(1)],
  ]);
  console.log(`\np95 ${ratio.toFixed(2)} times that of a quiet shop (limit ${LIMITS.neighbour}); all prices as before the run: ${isIdentity ? "yes" : "NO"}`);
  return simulation <= LIMITS.simulate && applied.ms <= LIMITS.apply && undone.ms <= LIMITS.undo && ratio < LIMITS.neighbour && isIdentity;
}

const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("hex"), JWT_SECRET: randomBytes(32).toString("hex") };
const database = await openTestDatabase(secrets.NEXTAUTH_SECRET);
joinDatabase(database, secrets);
try {
  process.exitCode = (await measure(database.superUrl)) ? 0 : 1;
} finally {
  await Promise.all([databases().tenants.close(), databases().control.close()]);
  await database.close();
}
