import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { PrismaClient } from "@/platform/db/generated/client.ts";
import { GuardedPool } from "@/platform/db/guarded-pool.ts";
import { sql } from "@/platform/db/sql.ts";
import { openTenantDatabase } from "@/platform/db/tenant-client.ts";
import { withToken } from "@/platform/db/tenant-token.ts";
import { openUnwalled, type Unwalled } from "../support/open-unwalled.ts";
import { plantTenant, type PlantedTenant } from "../support/plant-tenant.ts";
import { snapshotTenant } from "../support/snapshot-tenant.ts";

// What the second wall refuses (scoped-client.test.ts), sent past it: once with no wall, where it must reach B or the row proves
// nothing, and once against pool and database alone, where it must not.

/** Sends one Prisma call, under A's token where there is a pool that asks for one. */
type Send = <T>(work: () => PromiseLike<T>) => Promise<T>;
interface Attack {
  row: string;
  what: string;
  /** Composite keys alone stop it: with row-level security off, too, nothing of B is reached. */
  keysStopIt?: true;
  run: (prisma: PrismaClient, A: PlantedTenant, B: PlantedTenant, send: Send) => Promise<unknown>;
}

const keyOf = (tenant: PlantedTenant, id: string) => ({ tenantId_id: { tenantId: tenant.id, id } });
/** A whole row of another shape than the compiler wants of mixed relations and ids. */
const careless = (data: unknown) => data as never;

const ATTACKS: readonly Attack[] = [
  { row: "A11", what: "upsert with B's key", run: (p, _A, B, send) => send(() => p.category.upsert({ where: keyOf(B, B.categoryId), create: { tenantId: B.id, id: newId(), name: "Mine" }, update: { name: "Taken" } })) },
  { row: "A12", what: "createMany naming B", run: (p, _A, B, send) => send(() => p.category.createMany({ data: [{ tenantId: B.id, id: newId(), name: "Planted" }] })) },
  { row: "A13", what: "a row moved to B by its tenantId", run: (p, A, B, send) => send(() => p.outbox.updateMany({ where: { id: A.outboxId }, data: { tenantId: B.id } })) },
  {
    row: "A14",
    what: "a row moved to B by connecting it to B's root",
    run: async (p, A, B, send) => {
      await send(() => p.taxRate.create({ data: { tenantId: A.id, rate: "3" } }));
      return send(() => p.taxRate.update({ where: { tenantId_rate: { tenantId: A.id, rate: "3" } }, data: { shop: { connect: { tenantId: B.id } } } }));
    },
  },
  { row: "A15", what: "a row of A that points at B's product", keysStopIt: true, run: (p, A, B, send) => send(() => p.productBarcode.create({ data: { tenantId: A.id, code: "1", productId: B.productId } })) },
  { row: "A16", what: "connect to B's location", run: (p, _A, B, send) => send(() => p.register.create({ data: careless({ id: newId(), name: newId(), location: { connect: keyOf(B, B.locationId) } }) })) },
  {
    row: "A16",
    what: "connectOrCreate onto B's location",
    run: (p, _A, B, send) => send(() => p.register.create({ data: careless({ id: newId(), name: newId(), location: { connectOrCreate: { where: keyOf(B, B.locationId), create: { tenantId: B.id, id: newId(), name: "Mine" } } } }) })),
  },
  { row: "A17", what: "nested updateMany without condition", keysStopIt: true, run: (p, A, _B, send) => send(() => p.category.update({ where: keyOf(A, A.categoryId), data: { products: { updateMany: { where: {}, data: { name: "Taken" } } } } })) },
  { row: "A17", what: "nested deleteMany without condition", keysStopIt: true, run: (p, A, _B, send) => send(() => p.product.update({ where: keyOf(A, A.productId), data: { barcodes: { deleteMany: {} } } })) },
  { row: "A18", what: "include and _count from A's sale", keysStopIt: true, run: (p, A, _B, send) => send(() => p.sale.findFirst({ where: { tenantId: A.id }, include: { lines: { include: { product: { include: { category: true } } } }, _count: true } })) },
  { row: "A19", what: "an OR that widens", run: (p, A, B, send) => send(() => p.product.findMany({ where: { OR: [{ tenantId: A.id }, { tenantId: B.id }] } })) },
  { row: "A20", what: "a relation filter on B's product", run: (p, _A, B, send) => send(() => p.category.findMany({ where: { products: { some: { id: B.productId } } } })) },
  { row: "A21", what: "groupBy", run: (p, A, B, send) => send(() => p.product.groupBy({ by: ["tenantId"], _count: true, having: { tenantId: { in: [A.id, B.id] } } })) },
  { row: "A22", what: "a page from B's row on", run: (p, _A, B, send) => send(() => p.product.findMany({ cursor: keyOf(B, B.productId), orderBy: { id: "asc" }, take: 1 })) },
  { row: "A23", what: "raw SQL", run: (p, _A, _B, send) => send(() => p.$queryRawUnsafe("SELECT tenant_id FROM product")) },
  { row: "A25", what: "updateManyAndReturn over everything", run: (p, A, B, send) => send(() => p.product.updateManyAndReturn({ where: { tenantId: { in: [A.id, B.id] } }, data: { minStock: "7" } })) },
];

/** Whether the attack showed or changed anything of B. A refusal shows nothing. */
async function reaches(attack: Attack, ownerUrl: string, prisma: PrismaClient, [A, B]: readonly PlantedTenant[], send: Send): Promise<boolean> {
  const before = await snapshotTenant(ownerUrl, B!.id);
  const shown = await attack.run(prisma, A!, B!, send).catch((error: Error) => error.name);
  const told = JSON.stringify(shown, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)) ?? "";
  return told.includes(B!.id) || (await snapshotTenant(ownerUrl, B!.id)) !== before;
}

describe("control: with no wall", () => {
  let unwalled: Unwalled;
  let stock: PrismaClient;
  let planted: PlantedTenant[];
  const send: Send = async (work) => await work();
  beforeAll(async () => {
    unwalled = await openUnwalled(inject("ownerUrl"));
    stock = new PrismaClient({ adapter: new PrismaPg({ connectionString: unwalled.ownerUrl, max: 2 }) });
    planted = [await plantTenant(unwalled.ownerUrl), await plantTenant(unwalled.ownerUrl)];
  });
  afterAll(async () => {
    await stock.$disconnect();
    await unwalled.close();
  });

  test.each(ATTACKS.filter((attack) => !attack.keysStopIt))("$row: $what reaches B", async (attack) => {
    expect(await reaches(attack, unwalled.ownerUrl, stock, planted, send)).toBe(true);
  });

  test.each(ATTACKS.filter((attack) => attack.keysStopIt))("$row: composite keys alone stop $what", async (attack) => {
    expect(await reaches(attack, unwalled.ownerUrl, stock, planted, send)).toBe(false);
  });
});

describe("past the second wall, pool and database stop it", () => {
  let pool: GuardedPool;
  let bare: PrismaClient;
  let planted: PlantedTenant[];
  beforeAll(async () => {
    pool = new GuardedPool({ connectionString: inject("appUrl"), max: 2, pipeline: true, applicationName: "attacks" });
    bare = new PrismaClient({ adapter: new PrismaPg(pool) });
    planted = [await plantTenant(inject("ownerUrl")), await plantTenant(inject("ownerUrl"))];
  });
  afterAll(async () => {
    await bare.$disconnect();
    await pool.end();
  });

  test.each(ATTACKS)("$row: $what", async (attack) => {
    const send: Send = (work) => withToken({ tenantId: planted[0]!.id, kind: "operation" }, async () => await work());
    expect(await reaches(attack, inject("ownerUrl"), bare, planted, send)).toBe(false);
  });
});

describe("A23, B16: SQL of our own", () => {
  test("through the tenant client sees A only, whatever a value says; control: joined into the text it switches the tenant", async () => {
    const [A, B] = [await plantTenant(inject("ownerUrl")), await plantTenant(inject("ownerUrl"))];
    const database = openTenantDatabase({ connectionString: inject("appUrl"), max: 1, pipeline: true, prepare: true, applicationName: "attacks" });
    const word = `x'; SELECT set_config('app.tenant_id', '${B.id}', true); SELECT tenant_id FROM product WHERE name <> '`;
    const a = database.forTenant(A.id);
    expect(await a.rows(sql`SELECT DISTINCT tenant_id FROM product WHERE name <> ${word}`)).toEqual([{ tenant_id: A.id }]);
    // What the tag makes impossible: the text itself made of the word.
    const joined = withToken({ tenantId: A.id, kind: "operation" }, async () => {
      const pool = new GuardedPool({ connectionString: inject("appUrl"), max: 1, pipeline: false, applicationName: "attacks" });
      const answers = (await pool.query(`SELECT tenant_id FROM product WHERE name = '${word}'`)) as unknown as { rows: unknown[] }[];
      await pool.end();
      return answers.at(-1)!.rows;
    });
    expect(await joined).toEqual([{ tenant_id: B.id }]);
    await database.close();
  });
});
