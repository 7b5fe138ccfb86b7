import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openTenantDatabase } from "@/platform/db/tenant-client.ts";
import { asRole } from "../support/as-role.ts";
import { failureOf } from "../support/failure-of.ts";
import type { FuzzTenant } from "../support/fuzz.ts";
import { guardedClient } from "../support/fuzz-clients.ts";
import { expectClean, OPERATIONS, plantCatalogues } from "../support/fuzz-run.ts";
import { startPgBouncer, type Pooler } from "../support/pgbouncer.ts";

// A file of its own beside fuzz.test.ts: the two run at once, one core each.

const SERVER_CONNECTIONS = 4;

describe("through PgBouncer in transaction mode", () => {
  let tenants: FuzzTenant[];
  let pooler: Pooler;
  beforeAll(async () => {
    tenants = await plantCatalogues();
    pooler = await startPgBouncer(inject("appUrl"), SERVER_CONNECTIONS);
  });
  afterAll(() => pooler?.close());

  test(`B15: ${OPERATIONS} operations over 4 server connections: 0 wrong, 0 missing`, { timeout: 240_000 }, async () => {
    await expectClean(tenants, { name: "through PgBouncer", connectionString: pooler.url, pipeline: true, prepare: false, operations: OPERATIONS });
  });

  test("B15: the error path: failing statements among others hurt nobody else", async () => {
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
