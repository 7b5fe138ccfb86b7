import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { openTestDatabase } from "../scripts/database/open-test-database.ts";
import { PrismaClient } from "../src/platform/db/generated/client.ts";
import { openTenantDatabase } from "../src/platform/db/tenant-client.ts";
import { plantTenant } from "../tests/support/plant-tenant.ts";

// What the four walls cost: one row by primary key, the same table, interleaved rounds in one run.

const ROUNDS = 12;
const READS = 250;
const CLIENTS = [1, 16];
const GOAL = 1.3;

type Way = { name: string; read: () => Promise<unknown> };
type Figures = { p50: number; p95: number; perSecond: number };

const database = await openTestDatabase("bench-".padEnd(40, "x"));
const row = await plantTenant(database.ownerUrl);
const key = { tenantId_id: { tenantId: row.id, id: row.productId } };
const SELECT = "SELECT * FROM product WHERE tenant_id = $1 AND id = $2";

const walled = openTenantDatabase({ connectionString: database.appUrl, max: 16, pipeline: true, prepare: true, applicationName: "bench" });
const tenant = walled.forTenant(row.id);
// The superuser passes by row-level security on the very same table.
const bare = new pg.Pool({ connectionString: database.superUrl, max: 16 });
bare.on("error", () => undefined);
const stock = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.superUrl, max: 16 }) });

const ways: Way[] = [
  { name: "pg, no tenancy", read: () => bare.query({ name: "row", text: SELECT, values: [row.id, row.productId] }) },
  { name: "stock Prisma, findFirst", read: () => stock.product.findFirst({ where: { tenantId: row.id, id: row.productId } }) },
  { name: "stock Prisma, findUnique", read: () => stock.product.findUnique({ where: key }) },
  { name: "four walls, findFirst", read: () => tenant.product.findFirst({ where: { id: row.productId } }) },
  { name: "four walls, findUnique", read: () => tenant.product.findUnique({ where: key }) },
];

async function round(way: Way, clients: number): Promise<{ times: number[]; elapsed: number }> {
  const times: number[] = [];
  let left = READS;
  const begun = performance.now();
  const client = async () => {
    while (left-- > 0) {
      const from = performance.now();
      if ((await way.read()) === null) throw new Error(`${way.name} found nothing`);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { times, elapsed: performance.now() - begun };
}

async function measure(clients: number): Promise<Map<string, Figures>> {
  const seen = new Map(ways.map((way) => [way.name, { times: [] as number[], elapsed: 0 }]));
  for (const way of ways) await round(way, clients);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const way of ways) {
      const { times, elapsed } = await round(way, clients);
      const sum = seen.get(way.name)!;
      sum.times.push(...times);
      sum.elapsed += elapsed;
    }
  }
  return new Map([...seen].map(([name, { times, elapsed }]) => {
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)]!;
    return [name, { p50: at(0.5), p95: at(0.95), perSecond: (sorted.length / elapsed) * 1000 }];
  }));
}

let missed = false;
for (const clients of CLIENTS) {
  const figures = await measure(clients);
  const stockFirst = figures.get("stock Prisma, findFirst")!.p50;
  console.log(`\n${clients} at a time, ${ROUNDS * READS} reads each`);
  console.log(`${"way".padEnd(26)}${["p50 ms", "p95 ms", "reads/s", "x stock"].map((word) => word.padStart(10)).join("")}`);
  for (const [name, { p50, p95, perSecond }] of figures) {
    const ratio = p50 / stockFirst;
    console.log(`${name.padEnd(26)}${[p50.toFixed(3), p95.toFixed(3), perSecond.toFixed(0), ratio.toFixed(2)].map((text) => text.padStart(10)).join("")}`);
    if (name.startsWith("four walls") && ratio > GOAL) missed = true;
  }
}
console.log(`\nGoal: four walls at most ${GOAL} x the p50 of stock Prisma's findFirst: ${missed ? "MISSED" : "met"}.`);
console.log("Stock Prisma's findUnique at 16 sends one statement for all that asked in one tick; that merging is what mixes tenants, so it is closed here.");

await walled.close();
await stock.$disconnect();
await bare.end();
await database.close();
process.exitCode = missed ? 1 : 0;
