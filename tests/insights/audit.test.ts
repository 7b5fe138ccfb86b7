import { spawnSync } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { openTestDatabase, type TestDatabase } from "../../scripts/database/open-test-database.ts";
import { asRole, probe } from "../support/as-role.ts";
import { captureStatements } from "../support/capture-statements.ts";
import { openShop } from "../support/open-shop.ts";

interface PlanNode {
  "Node Type": string;
  Plans?: PlanNode[];
}

// `npm run audit` and `npm run seed` as processes of their own, on a database of their own: the exit code is what a night job sees.

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(process.env["NEXTAUTH_SECRET"]!);
}, 120_000);
afterAll(() => database.close());

function run(script: string): { status: number | null; output: string } {
  const env = { ...process.env, DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.appUrl, CONTROL_DATABASE_URL: database.controlUrl };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "./scripts/alias.mjs", script], { env, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

async function asOwner(change: string): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM tenant ORDER BY slug LIMIT 1");
    await owner.query(`SET app.tenant_id = '${rows[0]!.id}'`);
    await owner.query(change);
  } finally {
    await owner.end();
  }
}

test("the seed makes two shops with a person of each kind, and the same again changes nothing", () => {
  const first = run("scripts/seed.ts");
  expect(first).toMatchObject({ status: 0 });
  for (const role of ["OWNER", "ADMIN", "seller", "stock_keeper", "viewer", "accountant"]) {
    expect(first.output.split(`'${role}'`), role).toHaveLength(3);
  }
  expect(run("scripts/seed.ts")).toEqual(first);
}, 120_000);

test("the audit ends with 0 while the books are right, and with 1 and the reason once a figure was tampered with", async () => {
  expect(run("scripts/audit.ts")).toMatchObject({ status: 0, output: expect.stringContaining("2 shops audited, 0 findings") });
  await asOwner("UPDATE counter SET value = 5 WHERE series = 'sale'");
  const found = run("scripts/audit.ts");
  expect(found.status).toBe(1);
  expect(found.output).toContain("numbers without gap");
  expect(found.output).toContain("1 findings");
  await asOwner("UPDATE counter SET value = 0 WHERE series = 'sale'");
  expect(run("scripts/audit.ts").status).toBe(0);
}, 120_000);

test("the audit joins by passes over both sides, whatever the planner believes of a shop that was just filled", async () => {
  const { ctx, tenantId } = await openShop();
  const statements = (await captureStatements(() => auditTenant(ctx.db))).filter(({ text }) => text.includes("sale = sum of lines"));
  const session = await asRole(inject("appUrl"));
  const loopsOf = (prepare: string) => probe(session, tenantId, async () => {
    await session.query(prepare);
    const [answer] = await session.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(`EXPLAIN (FORMAT JSON) ${statements[0]!.text}`);
    const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];
    // The parts of a kit are unfolded line by line: nothing is looked for there.
    return all(answer!["QUERY PLAN"][0]!.Plan).filter((node) => node["Node Type"] === "Nested Loop" && !node.Plans?.some((inner) => inner["Node Type"] === "Function Scan")).length;
  });
  try {
    expect(await loopsOf("SELECT join_by_passes()")).toBe(0);
    expect(await loopsOf("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off")).toBeGreaterThan(0);
  } finally {
    await session.close();
  }
});
