import { expect, inject } from "vitest";
import { newId } from "@/kernel/id.ts";
import { openTenantDatabase } from "@/platform/db/tenant-client.ts";
import { asRole, probe } from "./as-role.ts";
import { fuzz, type FuzzOutcome, type FuzzTenant } from "./fuzz.ts";
import { guardedClient } from "./fuzz-clients.ts";

/**
 * Mixed operations of 8 tenants, 32 at once; `npm run fuzz:isolation` makes them 100,000. FUZZ_SEED=… repeats a run's choices. In the suite
 * twice as many as those within which the same traffic must leak where the guards are off: there the first leak comes after some dozens.
 */
export const OPERATIONS = Number(process.env["FUZZ_OPERATIONS"] ?? 6_400);
export const AT_ONCE = 32;
export const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** Eight tenants with ten products each, named alike in every tenant. */
export function plantCatalogues(): Promise<FuzzTenant[]> {
  return Promise.all(Array.from({ length: 8 }, () => plantCatalogue(10)));
}

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

/** Notes that were reported as saved and are not, or the other way round. Empties them for the next run. */
export async function notesThatDiffer(tenants: readonly FuzzTenant[], outcome: FuzzOutcome): Promise<number> {
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

interface Way {
  /** As it is printed. */
  name: string;
  connectionString: string;
  pipeline: boolean;
  prepare: boolean;
  operations: number;
}

/** Runs the traffic through the tenant client, prints its figures and demands that nothing was wrong, missing or told falsely. */
export async function expectClean(tenants: readonly FuzzTenant[], { name, operations, ...sending }: Way): Promise<void> {
  const database = openTenantDatabase({ ...sending, max: 12, applicationName: "fuzz" });
  const from = performance.now();
  const outcome = await fuzz({ seed, operations, atOnce: AT_ONCE, tenants, clientOf: guardedClient(database) });
  await database.close();
  const seconds = (performance.now() - from) / 1000;
  console.log(`fuzz ${name}: seed ${seed}, ${outcome.operations} operations in ${seconds.toFixed(1)} s, ${outcome.wrong} wrong, ${outcome.missing} missing, ${outcome.errors.length} errors`);
  expect(outcome.errors.slice(0, 3), `seed ${seed}`).toEqual([]);
  expect({ wrong: outcome.wrong, missing: outcome.missing }, `seed ${seed}`).toEqual({ wrong: 0, missing: 0 });
  expect(outcome.operations).toBeGreaterThanOrEqual(operations);
  expect(await notesThatDiffer(tenants, outcome), "notes saved and reported differ").toBe(0);
}
