import { existsSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { openTestDatabase } from "../scripts/database/open-test-database.ts";
import { writeXlsx } from "../src/platform/spreadsheet/write-workbook.ts";
import { plainCopy } from "./support/plain-copy.ts";
import { printTable } from "./support/print-table.ts";
import { treeTime } from "./support/tree-time.ts";

// npm run bench:import [-- beginning of a list's name]   A real catalogue and lists of 100,000 rows through the real importer: opened, read,
// judged, applied by the worker's own commands, on a database that keeps what it acknowledges.

const SECRET = "bench-import-".padEnd(40, "x");
const ROWS = Number(process.env["BENCH_ROWS"] ?? 100_000);
const REAL = process.env["BENCH_PRODUCTS"] ?? resolve("../shared/data/completejourney-products.csv.gz");

const database = await openTestDatabase(SECRET, { durable: true });
Object.assign(process.env, { NEXTAUTH_SECRET: SECRET, JWT_SECRET: SECRET, LOG_LEVEL: "error", APP_DATABASE_URL: database.appUrl, CONTROL_DATABASE_URL: database.controlUrl });
const { openShop } = await import("../tests/support/open-shop.ts");
const { doJobs } = await import("../tests/support/do-jobs.ts");
const { watchLoop } = await import("../tests/support/watch-loop.ts");
const { openImport } = await import("../src/modules/imports/commands/open-import.ts");
const { applyImport } = await import("../src/modules/imports/commands/apply-import.ts");
const { getImport } = await import("../src/modules/imports/queries/get-import.ts");
const { auditTenant } = await import("../src/modules/insights/queries/audit-tenant.ts");

type Shop = Awaited<ReturnType<typeof openShop>>;

let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);

interface Cost {
  seconds: number;
  /** Seconds of processor time: of this process with its threads, and of the database. */
  node: number;
  database: number;
}

async function measure(work: () => Promise<unknown>): Promise<Cost> {
  const [from, tree, own] = [performance.now(), treeTime() ?? 0, process.cpuUsage()];
  await work();
  const used = process.cpuUsage(own);
  const node = (used.user + used.system) / 1_000_000;
  return { seconds: (performance.now() - from) / 1_000, node, database: Math.max(0, ((treeTime() ?? 0) - tree) / 1_000 - node) };
}

const HEADINGS = ["Código", "Código de barras", "Descripción", "Rubro", "Marca", "Costo", "Precio final", "Stock"];

/** A list as a distributor's: eight columns, es-AR numbers as text. */
function* invented(): Generator<string[]> {
  const things = ["Tornillo autoperforante", "Caño PVC", "Codo", "Llave francesa", "Pintura látex", "Cinta aisladora", "Disco de corte", "Bisagra"];
  for (let i = 0; i < ROWS; i += 1) {
    yield [`D${String(i).padStart(6, "0")}`, "", `${things[i % 8]} ${(i % 97) + 1}x${(i % 53) + 1} modelo ${i}`, `Rubro ${i % 40}`, `Marca ${i % 25}`, `${(i % 900) + 1},50`, `${(i % 1800) + 2},99`, String(i % 20)];
  }
}

const lists: { name: string; bytes: () => Promise<Uint8Array>; fileName: string; choices?: Parameters<typeof openImport>[2] }[] = [
  ...(existsSync(REAL) ? [{ name: "Complete Journey, CSV", bytes: async () => gunzipSync(readFileSync(REAL)), fileName: "products.csv", choices: { columns: { sku: 0, category: 4, brand: 3, name: 5 } } }] : []),
  { name: `${ROWS} rows, CSV`, bytes: async () => Buffer.from([HEADINGS, ...invented()].map((row) => row.join(";")).join("\n")), fileName: "list.csv" },
  { name: `${ROWS} rows, XLSX`, bytes: () => writeXlsx("Lista", HEADINGS, invented()), fileName: "list.xlsx" },
];

const LIMITS = { first: 60, again: 30, bytes: 700 * 2 ** 20, late: 50 } as const;
const table: string[][] = [];
let missed = false;

async function run({ ctx }: Shop, name: string, bytes: Uint8Array, fileName: string, choices: Parameters<typeof openImport>[2], again: boolean): Promise<void> {
  globalThis.gc?.();
  peak = process.memoryUsage().rss;
  let id = "";
  const loop = watchLoop();
  const open = await measure(async () => {
    const opened = await openImport(ctx, { kind: "file", bytes, fileName }, choices);
    if (!opened.ok) throw new Error(opened.code);
    id = opened.value.id;
  });
  const reading = loop();
  const meanwhile = watchLoop();
  const review = await measure(() => doJobs(ctx.tenant.id));
  const apply = await measure(async () => {
    const started = await applyImport(ctx, id);
    if (!started.ok) throw new Error(started.code);
    await doJobs(ctx.tenant.id);
  });
  const { p99, most, lateP99 } = meanwhile();
  const view = await getImport(ctx, id);
  if (!view.ok || view.value.status !== "applied") throw new Error(`ended as ${view.ok ? view.value.status : view.code}`);
  const { counts } = view.value;
  const phases = [open, review, apply];
  const sum = (of: keyof Cost) => phases.reduce((total, phase) => total + phase[of], 0);
  const plain = again ? null : await plainCopy(database.superUrl, id, measure);
  missed ||= sum("seconds") > (again ? LIMITS.again : LIMITS.first) || peak > LIMITS.bytes || (again && counts.new + counts.changed > 0) || reading.lateP99 > LIMITS.late;
  table.push([
    name + (again ? ", again" : ""), ...phases.map(({ seconds }) => seconds.toFixed(1)), sum("seconds").toFixed(1), ...phases.map((phase) => `${phase.node.toFixed(1)} + ${phase.database.toFixed(1)}`),
    plain === null ? "" : plain.database.toFixed(1), plain === null ? "" : ((sum("node") + sum("database")) / Math.max(0.01, plain.database)).toFixed(0), (peak / 2 ** 20).toFixed(0),
    `${reading.lateP99.toFixed(0)} (${reading.p99.toFixed(1)}/${reading.most.toFixed(0)})`, `${lateP99.toFixed(0)} (${p99.toFixed(1)}/${most.toFixed(0)})`, loadavg()[0]!.toFixed(1),
    `${counts.new} new, ${counts.changed} changed, ${counts.same} same, ${counts.error} out`,
  ]);
}

const only = process.argv[2];
for (const { name, bytes, fileName, choices } of lists.filter((list) => only === undefined || list.name.includes(only))) {
  const shop = await openShop();
  const file = await bytes();
  for (const again of [false, true]) await run(shop, name, file, fileName, choices, again);
  const findings = await auditTenant(shop.ctx.db);
  if (findings.length > 0) throw new Error(`The books are wrong: ${JSON.stringify(findings.slice(0, 3))}`);
}
printTable(["list", "open s", "review s", "apply s", "total s", "open cpu", "review cpu", "apply cpu", "COPY cpu", ": COPY", "peak MB", "late open", "late then", "load", "rows"], table);
console.log(`
cpu: seconds of processor time, this process with its threads + the database. COPY: the same rows by COPY and INSERT … SELECT into a bare table.
late: milliseconds by which this process's own thread came late, p99 by the clock (p99/most of its own processor time between two turns).
Goals: a first import within ${LIMITS.first} s, the same list again within ${LIMITS.again} s and nothing changed, 700 MB, p99 late ${LIMITS.late} ms while a file is read: ${missed ? "MISSED" : "met"}.`);
clearInterval(watch);
const { databases } = await import("../src/platform/db/databases.ts");
await Promise.all([databases().tenants.close(), databases().control.close()]);
await database.close();
process.exitCode = missed ? 1 : 0;
