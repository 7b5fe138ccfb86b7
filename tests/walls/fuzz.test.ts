import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { openTenantDatabase } from "@/platform/db/tenant-client.ts";
import { asRole, probe } from "../support/as-role.ts";
import { failureOf } from "../support/failure-of.ts";
import { fuzz, type FuzzOutcome, type FuzzTenant } from "../support/fuzz.ts";
import { guardedClient, naiveClient } from "../support/fuzz-clients.ts";
import { openNaive } from "../support/naive-client.ts";
import { pgbouncerProgram, startPgBouncer, type Pooler } from "../support/pgbouncer.ts";

// A7, A8, B14, B15: 100,000 mixed operations, 8 tenants, 32 at once. FUZZ_SEED=… repeats a run's choices.

const OPERATIONS = 100_000;
const CONTROL_OPERATIONS = 3_200;
const AT_ONCE = 32;
const SERVER_CONNECTIONS = 4;
const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

let tenants: FuzzTenant[];

beforeAll(async () => {
  tenants = await Promise.all(Array.from({ length: 8 }, () => plantCatalogue(10)));
});

/** A tenant with that many products, named alike in every tenant. */
async function plantCatalogue(size: number): Promise<FuzzTenant> {
  const owner = await asRole(inject("ownerUrl"));
  const id = newId();
  const products = Array.from({ length: size }, () => newId());
  await owner.query("BEGIN");
  await owner.query(`SET LOCAL app.tenant_id = '${id}'`);
  await owner.query("INSERT INTO product (id, sku, name, tax_rate) SELECT p, 'SKU-' || n, 'Product ' || n, 21 FROM unnest($1::uuid[]) WITH ORDINALITY AS t(p, n)", [products]);
  await owner.query("COMMIT");
  await owner.close();
  return { id, products };
}

/** Notes that were reported as saved and are not, or the other way round. */
async function notesThatDiffer(outcome: FuzzOutcome): Promise<number> {
  const owner = await asRole(inject("ownerUrl"));
  let differing = 0;
  for (const tenant of tenants) {
    const kept = new Set(outcome.notes.get(tenant.id) ?? []);
    const found = await probe(owner, tenant.id, () => owner.query<{ id: string }>("SELECT id FROM audit_entry"));
    differing += found.filter((row) => !kept.has(row.id)).length + kept.size - found.filter((row) => kept.has(row.id)).length;
    await owner.query("BEGIN");
    await owner.query(`SET LOCAL app.tenant_id = '${tenant.id}'`);
    await owner.query("DELETE FROM audit_entry");
    await owner.query("COMMIT");
  }
  await owner.close();
  return differing;
}

async function runGuarded(connectionString: string, { pipeline, operations, prepare }: { pipeline: boolean; operations: number; prepare: boolean }): Promise<FuzzOutcome> {
  const database = openTenantDatabase({ connectionString, max: 12, pipeline, prepare, applicationName: "fuzz" });
  const from = performance.now();
  const outcome = await fuzz({ seed, operations, atOnce: AT_ONCE, tenants, clientOf: guardedClient(database) });
  await database.close();
  const seconds = (performance.now() - from) / 1000;
  console.log(`fuzz: seed ${seed}, ${outcome.operations} operations in ${seconds.toFixed(1)} s, ${outcome.wrong} wrong, ${outcome.missing} missing, ${outcome.errors.length} errors`);
  return outcome;
}

async function expectClean(outcome: FuzzOutcome, operations: number): Promise<void> {
  expect(outcome.errors.slice(0, 3), `seed ${seed}`).toEqual([]);
  expect({ wrong: outcome.wrong, missing: outcome.missing }, `seed ${seed}`).toEqual({ wrong: 0, missing: 0 });
  expect(outcome.operations).toBeGreaterThanOrEqual(operations);
  expect(await notesThatDiffer(outcome), "notes saved and reported differ").toBe(0);
}

test("A8: control: with the guards off the same traffic leaks within 3,200 operations, row-level security or not", async () => {
  const naive = openNaive(inject("appUrl"));
  const outcome = await fuzz({ seed, operations: CONTROL_OPERATIONS, atOnce: AT_ONCE, tenants, clientOf: naiveClient(naive), untilWrong: true });
  await naive.close();
  await notesThatDiffer(outcome);
  console.log(`fuzz without guards: seed ${seed}, ${outcome.wrong} wrong and ${outcome.missing} missing after ${outcome.operations} operations`);
  expect(outcome.wrong + outcome.missing, `seed ${seed}`).toBeGreaterThan(0);
  expect(outcome.operations).toBeLessThanOrEqual(CONTROL_OPERATIONS);
});

test("A7: 100,000 operations, direct, pipelined: 0 wrong, 0 missing", { timeout: 240_000 }, async () => {
  await expectClean(await runGuarded(inject("appUrl"), { pipeline: true, operations: OPERATIONS, prepare: true }), OPERATIONS);
});

test("A7: the other way of sending, one statement after the answer to the last", { timeout: 60_000 }, async () => {
  const operations = OPERATIONS / 20;
  await expectClean(await runGuarded(inject("appUrl"), { pipeline: false, operations, prepare: false }), operations);
});

describe.runIf(pgbouncerProgram)("through PgBouncer in transaction mode", () => {
  let pooler: Pooler;
  beforeAll(async () => {
    pooler = await startPgBouncer(inject("appUrl"), SERVER_CONNECTIONS);
  });
  afterAll(() => pooler.close());

  test("B15: 100,000 operations over 4 server connections: 0 wrong, 0 missing", { timeout: 240_000 }, async () => {
    await expectClean(await runGuarded(pooler.url, { pipeline: true, operations: OPERATIONS, prepare: false }), OPERATIONS);
  });

  test("the error path: failing statements among others hurt nobody else", async () => {
    const database = openTenantDatabase({ connectionString: pooler.url, max: 12, pipeline: true, prepare: false, applicationName: "fuzz" });
    const [good, bad] = [tenants[0]!, tenants[1]!];
    const client = guardedClient(database);
    const outcomes = await Promise.all(Array.from({ length: 400 }, async (_, i) => {
      if (i % 3 === 0) return (await failureOf(() => database.forTenant(bad.id).rows({ text: "SELECT 1/0", values: [], name: "" })))?.code === "22012";
      return (await client(good.id).rawAll()).length === good.products.length;
    }));
    await database.close();
    expect(outcomes.filter((fine) => !fine)).toEqual([]);
  });

  test("B14: after all that, no server connection remembers a tenant; control: a session-level setting leaks to other clients", async () => {
    const others = await Promise.all(Array.from({ length: SERVER_CONNECTIONS * 2 }, () => asRole(pooler.url)));
    const remembered = () => Promise.all(others.map(async (other) => {
      // Held open together, so that every server connection is looked at.
      await other.query("BEGIN");
      const [row] = await other.query<{ tenant: string | null }>("SELECT current_setting('app.tenant_id', true) AS tenant, pg_sleep(0.05)");
      await other.query("ROLLBACK");
      return row!.tenant || null;
    }));
    expect(new Set(await remembered())).toEqual(new Set([null]));
    for (let i = 0; i < SERVER_CONNECTIONS; i += 1) {
      const careless = await asRole(pooler.url);
      await careless.query(`SELECT set_config('app.tenant_id', '${tenants[0]!.id}', false)`);
      await careless.close();
    }
    expect(await remembered()).toContain(tenants[0]!.id);
    await Promise.all(others.map((other) => other.close()));
  });
});
