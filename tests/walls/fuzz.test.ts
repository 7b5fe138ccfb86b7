import { beforeAll, expect, inject, test } from "vitest";
import { fuzz, type FuzzTenant } from "../support/fuzz.ts";
import { naiveClient } from "../support/fuzz-clients.ts";
import { AT_ONCE, expectClean, notesThatDiffer, OPERATIONS, plantCatalogues, seed } from "../support/fuzz-run.ts";
import { openNaive } from "../support/naive-client.ts";

const CONTROL_OPERATIONS = 3_200;
let tenants: FuzzTenant[];

beforeAll(async () => {
  tenants = await plantCatalogues();
});

test("A8: control: with the guards off the same traffic leaks within 3,200 operations, row-level security or not", async () => {
  const naive = openNaive(inject("appUrl"));
  const outcome = await fuzz({ seed, operations: CONTROL_OPERATIONS, atOnce: AT_ONCE, tenants, clientOf: naiveClient(naive), untilWrong: true });
  await naive.close();
  await notesThatDiffer(tenants, outcome);
  console.log(`fuzz without guards: seed ${seed}, ${outcome.wrong} wrong and ${outcome.missing} missing after ${outcome.operations} operations`);
  expect(outcome.wrong + outcome.missing, `seed ${seed}`).toBeGreaterThan(0);
  expect(outcome.operations).toBeLessThanOrEqual(CONTROL_OPERATIONS);
});

test(`A7: ${OPERATIONS} operations, direct, pipelined: 0 wrong, 0 missing`, { timeout: 240_000 }, async () => {
  await expectClean(tenants, { name: "direct", connectionString: inject("appUrl"), pipeline: true, prepare: true, operations: OPERATIONS });
});

test("A7: the other way of sending, one statement after the answer to the last", { timeout: 60_000 }, async () => {
  await expectClean(tenants, { name: "not pipelined", connectionString: inject("appUrl"), pipeline: false, prepare: false, operations: OPERATIONS / 20 });
});
