import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/platform/db/generated/client.ts";
import { delegateName, TENANT_MODELS, type TenantModel } from "@/platform/db/models.ts";
import { openTenantDatabase, type TenantDatabase } from "@/platform/db/tenant-client.ts";
import { OPEN_OPERATIONS, ScopeError } from "@/platform/db/tenant-scope.ts";
import { openUnwalled, type Unwalled } from "../support/open-unwalled.ts";
import { plantTenant, type PlantedTenant } from "../support/plant-tenant.ts";
import { readModels } from "../support/prisma-models.ts";
import { snapshotTenant } from "../support/snapshot-tenant.ts";

// A10: every operation that the generated client has × every tenant model × a row of another tenant.

type Row = Record<string, unknown>;
type Delegate = Record<string, (args: Row) => Promise<unknown>>;

/** Left in Prisma's delegates by other kinds of database; closed here. */
const CLOSED = ["findRaw", "aggregateRaw"];
const META = ["fields", "name", "$name", "$parent"];
const NOTHING = "nothing";
const NOT_FOUND = "not found";
const REFUSED = "refused";

const expected: Record<(typeof OPEN_OPERATIONS)[number], string> = {
  findUnique: NOTHING, findFirst: NOTHING, findMany: NOTHING, count: NOTHING, aggregate: NOTHING, groupBy: NOTHING,
  findUniqueOrThrow: NOT_FOUND, findFirstOrThrow: NOT_FOUND, update: NOT_FOUND, delete: NOT_FOUND,
  updateMany: NOTHING, updateManyAndReturn: NOTHING, deleteMany: NOTHING,
  create: REFUSED, createMany: REFUSED, createManyAndReturn: REFUSED, upsert: REFUSED,
};

let unwalled: Unwalled;
let open: TenantDatabase;
let closed: TenantDatabase;
const planted: Record<"open" | "closed", { A: PlantedTenant; B: PlantedTenant }> = {} as never;

beforeAll(async () => {
  unwalled = await openUnwalled(inject("ownerUrl"));
  planted.open = { A: await plantTenant(unwalled.ownerUrl, 1, { kit: true }), B: await plantTenant(unwalled.ownerUrl, 2, { kit: true }) };
  planted.closed = { A: await plantTenant(inject("ownerUrl"), 1, { kit: true }), B: await plantTenant(inject("ownerUrl"), 2, { kit: true }) };
  const options = { max: 4, pipeline: true, prepare: true, applicationName: "test" };
  open = openTenantDatabase({ ...options, connectionString: unwalled.ownerUrl });
  closed = openTenantDatabase({ ...options, connectionString: inject("appUrl") });
});
afterAll(async () => {
  await Promise.all([open.close(), closed.close()]);
  await unwalled.close();
});

const ids = new Map(readModels().map((model) => [model.name, model.id]));

/** The arguments with which `operation` would reach exactly that row. */
function argsFor(operation: string, model: TenantModel, row: Row): Row {
  const key = Object.fromEntries(ids.get(model)!.map((field) => [field, row[field]]));
  const unique = ids.get(model)!.length > 1 ? { [ids.get(model)!.join("_")]: key } : key;
  const data = Object.fromEntries(Object.entries(row).filter(([field, value]) => value !== null && field !== "tenantId").slice(-1));
  const whole = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  switch (operation) {
    case "findUnique": case "findUniqueOrThrow": case "delete": return { where: unique };
    case "update": return { where: unique, data };
    case "updateMany": case "updateManyAndReturn": return { where: key, data };
    case "create": return { data: whole };
    case "createMany": case "createManyAndReturn": return { data: [whole] };
    case "upsert": return { where: unique, create: whole, update: data };
    case "aggregate": return { where: key, _count: true };
    case "groupBy": return { where: key, by: ["tenantId"] };
    default: return { where: key };
  }
}

async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    const answer = await work();
    const isNothing = answer === null || answer === 0 || (Array.isArray(answer) && answer.length === 0)
      || (answer as { count?: number }).count === 0 || (answer as { _count?: number })._count === 0;
    return isNothing ? NOTHING : `reached ${JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))}`;
  } catch (error) {
    if (error instanceof ScopeError) return REFUSED;
    return (error as { code?: string }).code === "P2025" ? NOT_FOUND : `failed: ${(error as Error).message.split("\n").at(-1)}`;
  }
}

test("A10: the generated client has no verb that is neither open nor closed on purpose", () => {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: inject("appUrl") }) });
  for (const model of TENANT_MODELS) {
    const delegate = prisma[delegateName(model)] as object;
    const verbs = Object.getOwnPropertyNames(delegate).filter((name) => !META.includes(name));
    expect(verbs.length, "the client no longer shows its verbs this way: find another, this test proves nothing").toBeGreaterThan(10);
    expect(verbs.sort()).toEqual([...OPEN_OPERATIONS, ...CLOSED].sort());
    expect(Object.keys(open.forTenant(planted.open.A.id)[delegateName(model)]).sort()).toEqual([...OPEN_OPERATIONS].sort());
  }
});

describe.each(["open", "closed"] as const)("A10: with the database's own walls %s", (way) => {
  const client = (tenant: PlantedTenant, model: TenantModel) => (way === "open" ? open : closed).forTenant(tenant.id)[delegateName(model)] as unknown as Delegate;

  /** Both tenants whole. What an operation may not touch is as it was before the first of them. */
  const snapshot = async () => {
    const ownerUrl = way === "open" ? unwalled.ownerUrl : inject("ownerUrl");
    return [await snapshotTenant(ownerUrl, planted[way].A.id), await snapshotTenant(ownerUrl, planted[way].B.id)];
  };
  let before: string[];
  beforeAll(async () => {
    before = await snapshot();
  });

  test.each(TENANT_MODELS)("%s", async (model) => {
    const { A, B } = planted[way];
    const row = (await client(B, model)["findFirst"]!({})) as Row;
    expect(row, "the planted tenant has no row here: plantTenant must plant one").not.toBeNull();
    for (const operation of OPEN_OPERATIONS) {
      const outcome = await outcomeOf(() => client(A, model)[operation]!(argsFor(operation, model, row)));
      // Behind all walls the role has not even the right to some operations.
      if (way === "closed" && outcome.startsWith("failed:")) expect(outcome, operation).toMatch(/denied|privilege/i);
      else expect(outcome, `${model}.${operation}`).toBe(expected[operation]);
    }
    expect(await snapshot()).toEqual(before);
  });
});

describe("A10: control: with none of the walls", () => {
  const READS = ["findUnique", "findUniqueOrThrow", "findFirst", "findFirstOrThrow", "findMany", "count", "aggregate", "groupBy"];
  /** The triggers that keep search words and the history of costs look at the tenant themselves. */
  const GUARDED = ["ProductBarcode", "ProductCost"];
  let stock: PrismaClient;
  beforeAll(() => {
    stock = new PrismaClient({ adapter: new PrismaPg({ connectionString: unwalled.ownerUrl, max: 1 }) });
    return () => stock.$disconnect();
  });

  test.each(TENANT_MODELS)("a stock client reads and writes another tenant's %s", async (model) => {
    const delegate = stock[delegateName(model)] as unknown as Delegate;
    const row = (await delegate["findFirst"]!({ where: { tenantId: planted.open.B.id } })) as Row;
    for (const operation of READS) expect(await outcomeOf(() => delegate[operation]!(argsFor(operation, model, row))), operation).toMatch(/^reached/);
    const { where } = argsFor("updateMany", model, row) as { where: Row };
    const written = await outcomeOf(() => delegate["updateMany"]!({ where, data: Object.fromEntries(Object.entries(where).slice(-1)) }));
    expect(written).toMatch(GUARDED.includes(model) ? /search terms of another tenant/ : /^reached/);
  });
});
