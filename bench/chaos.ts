// npm run chaos   sales over HTTP for 60 s while PostgreSQL is killed three times and the server twice; then, with --control, a database that
// forgets what it acknowledged: there the harness must see losses. CHAOS=short does it in some seconds, as npm test does (e2e/chaos.spec.ts).
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Finding } from "@/kernel/finding.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { databases } from "@/platform/db/databases.ts";
import { build } from "../scripts/boot/build.mjs";
import { serveBuild, type ServedBuild } from "../scripts/suite/serve-build.ts";
import { joinDatabase, openShops, type BenchShop } from "./support/bench-shops.ts";
import { noSales, sellThroughChaos, sinceBegun, type ChaosSales } from "./support/chaos-sales.ts";
import { judgeSales, type Verdict } from "./support/judge-sales.ts";
import { loadProducts } from "./support/load-products.ts";
import { benchProductId } from "./support/pgbench-script.ts";
import { printTable } from "./support/print-table.ts";

type Blow = "database" | "server";

const isShort = process.env["CHAOS"] === "short";
const isControl = process.argv.includes("--control");
const SECONDS = isControl ? 10 : 60;
/** What falls when: at even distances of the run. The short form goes by sales, so that a crowded machine sells as many between two blows. */
const BLOWS: readonly Blow[] = isControl ? ["database"] : isShort ? ["database", "server"] : ["database", "server", "database", "server", "database"];
const SALES_BETWEEN = 15;
const SHOPS = isShort ? 2 : 20;
const PRODUCTS = 301;
const CLIENTS = 8;
const SCARCE_STOCK = isShort ? "1" : "40";
const RECOVERY_MS = isShort ? 90_000 : 30_000;
const RATE = 100;
/** The control's server answers before it writes, and writes seldom: what it acknowledged just before it died is gone. */
const FORGETFUL = { synchronous_commit: "off", wal_writer_delay: "10s" };

type Outcome = { sales: ChaosSales; verdict: Verdict; findings: Finding[]; recoveries: number[]; perSecond: number };

/** Whether the run has come to its i-th blow; one more than there are is its end. */
function isAt(sales: ChaosSales, i: number): boolean {
  return isShort ? sales.acknowledged.length >= i * SALES_BETWEEN : sinceBegun(sales) >= (i * SECONDS * 1_000) / (BLOWS.length + 1);
}

const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("hex"), JWT_SECRET: randomBytes(32).toString("hex") };
const shelf = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => ({
  id: benchProductId(from + i), sku: `B-${from + i}`, name: `Product ${from + i}`, brand: null, salePrice: "121.00", costPrice: "60.00",
}));

async function stockShops(): Promise<BenchShop[]> {
  const shops = await openShops(SHOPS);
  for (const { ctx } of shops) {
    await ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
    await loadProducts(ctx, shelf(1, 1), SCARCE_STOCK);
    await loadProducts(ctx, shelf(2, PRODUCTS), "1000000");
  }
  return shops;
}

/** Answers when each blow fell, in milliseconds of the run. */
async function strike(server: ServedBuild, sales: ChaosSales): Promise<number[]> {
  const fell: number[] = [];
  for (const [i, blow] of BLOWS.entries()) {
    while (!isAt(sales, i + 1)) await sleep(20);
    fell.push(sinceBegun(sales));
    if (blow === "server") server.crashServer();
    else await server.crashDatabase();
  }
  return fell;
}

async function run(server: ServedBuild): Promise<Outcome> {
  const shops = await stockShops();
  const sales = noSales();
  let fell: readonly number[] | null = null;
  const isOver = () => fell !== null && isAt(sales, BLOWS.length + 1);
  await Promise.all([sellThroughChaos(server.url, shops, PRODUCTS, CLIENTS, sales, isOver), strike(server, sales).then((all) => { fell = all; })]);
  const recoveries = fell!.map((at) => Math.min(...sales.acknowledged.filter(({ sentAt }) => sentAt > at).map(({ heardAt }) => heardAt - at)));
  const verdict = await judgeSales(server.superUrl, shops.map(({ tenantId }) => tenantId), sales.acknowledged);
  const findings = (await Promise.all(shops.map(({ ctx }) => auditTenant(ctx.db)))).flat();
  const last = Math.max(...sales.acknowledged.map(({ heardAt }) => heardAt));
  return { sales, verdict, findings, recoveries, perSecond: (sales.acknowledged.length / last) * 1_000 };
}

function rowOf(name: string, { sales, verdict, findings, recoveries, perSecond }: Outcome): string[] {
  const count = (blow: Blow) => String(BLOWS.filter((one) => one === blow).length);
  const { lost, doubled, oversold, gaps } = verdict;
  return [name, count("database"), count("server"), String(sales.acknowledged.length), perSecond.toFixed(0), String(sales.short), ...[lost, doubled, oversold, gaps, findings.length].map(String), `${(Math.max(...recoveries) / 1_000).toFixed(1)} s`];
}

function judge({ verdict, sales, findings, recoveries, perSecond }: Outcome): boolean {
  for (const text of [...sales.wrong, ...findings.map((finding) => JSON.stringify(finding))].slice(0, 5)) console.log(`  ${text}`);
  const { lost, doubled, oversold, gaps } = verdict;
  const met = lost + doubled + oversold + gaps + findings.length + sales.wrong.length === 0 && sales.short > 0 && Math.max(...recoveries) < RECOVERY_MS;
  console.log(`\nNothing lost, doubled, oversold or missing, books right, selling again within ${RECOVERY_MS / 1_000} s: ${met ? "met" : "MISSED"}.`);
  if (!isShort) console.log(`At least ${RATE} sales a second, outages included: ${perSecond >= RATE ? "met" : "missed"}.`);
  return met;
}

function judgeControl({ verdict: { lost } }: Outcome): boolean {
  console.log(`\nThe losses of a database that answers before it writes: ${lost > 0 ? "seen" : "NOT SEEN"}.`);
  return lost > 0;
}

await build();
const server = await serveBuild({ durable: true, settings: isControl ? FORGETFUL : {}, env: { ...secrets, ACCESS_TTL_MIN: "600" } });
joinDatabase(server, secrets);
try {
  const outcome = await run(server);
  printTable([`${SHOPS} shops, ${CLIENTS} clients`, "database killed", "server killed", "acknowledged", "a second", "shelf empty", "lost", "doubled", "oversold", "gaps", "audit", "longest recovery"],
    [rowOf(isControl ? "control: answers before it writes" : "as it is", outcome)]);
  process.exitCode = (isControl ? judgeControl(outcome) : judge(outcome)) ? 0 : 1;
} finally {
  await Promise.all([databases().tenants.close(), databases().control.close()]);
  await server.stop();
}
