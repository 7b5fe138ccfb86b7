import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { PrismaClient } from "@/platform/db/generated/client.ts";
import { TransactionLostError, type GuardedConnection } from "@/platform/db/guarded-connection.ts";
import { GuardedPool } from "@/platform/db/guarded-pool.ts";
import { MissingTenantError, withToken } from "@/platform/db/tenant-token.ts";
import { failureOf } from "../support/failure-of.ts";
import { openNaive, type Naive } from "../support/naive-client.ts";
import { plantTenant, type PlantedTenant } from "../support/plant-tenant.ts";

// The third wall alone: Prisma's bare client, which nothing scopes, over the guarded pool. Both ways of sending.

let A: PlantedTenant;
let B: PlantedTenant;
let naive: Naive;
beforeAll(async () => {
  [A, B] = [await plantTenant(inject("ownerUrl")), await plantTenant(inject("ownerUrl"))];
  naive = openNaive(inject("appUrl"));
});
afterAll(() => naive.close());

const keyOf = (tenant: PlantedTenant) => ({ tenantId_id: { tenantId: tenant.id, id: tenant.productId } });

describe.each([{ pipeline: true }, { pipeline: false }])("pipeline $pipeline", ({ pipeline }) => {
  let pool: GuardedPool;
  let prisma: PrismaClient;

  beforeEach(() => {
    pool = new GuardedPool({ connectionString: inject("appUrl"), max: 3, pipeline, applicationName: `guarded-${newId()}` });
    prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
    return async () => {
      await prisma.$disconnect();
      await pool.end();
    };
  });

  const operation = <T>(tenant: PlantedTenant, work: () => Promise<T>) => withToken({ tenantId: tenant.id, kind: "operation" }, async () => await work());
  const transaction = <T>(tenant: PlantedTenant, work: () => Promise<T>) => withToken({ tenantId: tenant.id, kind: "transaction" }, async () => await work());
  const current = () => pool.query("SELECT current_setting('app.tenant_id', true) AS tenant") as unknown as Promise<pg.QueryResult<{ tenant: string }>>;

  test("A1, A2: without a token nothing is sent: operation, batch, interactive transaction, raw", async () => {
    const attempts = [
      () => prisma.product.findFirst(), () => prisma.product.count(), () => prisma.product.deleteMany(), () => prisma.$transaction([prisma.product.count()]),
      () => prisma.$transaction(async (tx) => tx.product.count()), () => prisma.$queryRaw`SELECT 1`, () => prisma.$executeRawUnsafe("DELETE FROM product"), () => pool.query("SELECT 1"),
    ];
    for (const attempt of attempts) expect(String(await failureOf(async () => await attempt()))).toMatch(/tenant/);
    expect(await failureOf(() => pool.query("SELECT 1"))).toBeInstanceOf(MissingTenantError);
    expect(pool.totalCount, "connections opened").toBe(0);
  });

  test("control: the naive pool sends what has no tenant, and only row-level security answers with nothing", async () => {
    expect(await naive.prisma.product.count()).toBe(0);
  });

  test("a token that is no UUID sends nothing", async () => {
    for (const tenantId of ["", `${A.id}'; SET app.tenant_id = '${B.id}`, A.id.toUpperCase(), undefined as unknown as string]) {
      expect(await failureOf(() => withToken({ tenantId, kind: "operation" }, async () => await pool.query("SELECT 1")))).toBeInstanceOf(MissingTenantError);
    }
    expect(pool.totalCount).toBe(0);
  });

  test("A4: a promise made under a token and awaited outside sends nothing", async () => {
    const made = await withToken({ tenantId: A.id, kind: "operation" }, async () => ({ later: prisma.product.findMany() }));
    expect(String(await failureOf(async () => await made.later))).toMatch(/tenant/);
  });

  test("the context is the transaction's, not the connection's", async () => {
    expect((await operation(A, current)).rows[0]!.tenant).toBe(A.id);
    await Promise.all(Array.from({ length: 6 }, () => operation(B, current)));
    const client = new pg.Client({ connectionString: inject("appUrl") });
    await client.connect();
    expect((await client.query("SELECT count(*)::int AS n FROM product")).rows).toEqual([{ n: 0 }]);
    await client.end();
    const [raw] = (pool as unknown as { _idle: { client: pg.PoolClient }[] })._idle;
    expect((await raw!.client.query("SELECT current_setting('app.tenant_id', true) AS tenant")).rows).toEqual([{ tenant: "" }]);
  });

  test("two tenants in one tick keep their own rows in operations and in transactions", async () => {
    const read = (tenant: PlantedTenant) => operation(tenant, () => prisma.product.findMany());
    const within = (tenant: PlantedTenant) => transaction(tenant, () => prisma.$transaction(async (tx) => tx.product.findMany()));
    const found = await Promise.all([read(A), within(B), read(B), within(A), read(A), read(B)]);
    expect(found.map((rows) => rows.map((row) => row.tenantId))).toEqual([[A.id], [B.id], [B.id], [A.id], [A.id], [B.id]]);
  });

  test("a batch transaction that Prisma would send in another's context is refused; control: the naive pool mixes", async () => {
    const batch = (client: PrismaClient) => client.$transaction([client.product.findMany(), client.product.findMany()]);
    const guarded = await Promise.allSettled([transaction(A, () => batch(prisma)), transaction(B, () => batch(prisma))]);
    const rows = guarded.map((outcome) => (outcome.status === "fulfilled" ? outcome.value.flat().map((row) => row.tenantId) : "refused"));
    expect(rows[1]).toBe("refused");
    expect([[A.id, A.id], "refused"]).toContainEqual(rows[0]);
    const [, second] = await Promise.all([naive.as(A.id, async () => await batch(naive.prisma)), naive.as(B.id, async () => await batch(naive.prisma))]);
    expect(second.flat().map((row) => row.tenantId)).toEqual([A.id, A.id]);
  });

  test("control of A5: under findUnique this wall alone mixes tenants, as the naive client does; the tenant client has no findUnique", async () => {
    const ask = (client: PrismaClient) => client.product.findUnique({ where: keyOf(A) });
    const [, withTokens] = await Promise.all([operation(A, () => ask(prisma)), operation(B, () => ask(prisma))]);
    const [, naively] = await Promise.all([naive.as(A.id, async () => await ask(naive.prisma)), naive.as(B.id, async () => await ask(naive.prisma))]);
    expect([withTokens?.id, naively?.id]).toEqual([A.productId, A.productId]);
  });

  test("a transaction's token sends nothing beside its transaction, and opens no second one", async () => {
    await transaction(A, async () => {
      expect(await failureOf(() => pool.query("SELECT 1"))).toBeInstanceOf(MissingTenantError);
      await prisma.$transaction(async (tx) => tx.product.count());
      expect(String(await failureOf(() => prisma.$transaction(async (tx) => tx.product.count())))).toMatch(/token/);
    });
  });

  test("a failing single statement leaves nothing, gives its own error and a clean connection", async () => {
    const error = await failureOf(() => operation(A, () => pool.query("SELECT 1/0") as unknown as Promise<unknown>));
    expect(error?.code).toBe("22012");
    expect((await operation(B, current)).rows[0]!.tenant).toBe(B.id);
    expect(pool.totalCount).toBe(1);
  });

  test("a connection released inside its transaction goes to the bin", async () => {
    const connection = await transaction(A, () => pool.connect() as unknown as Promise<GuardedConnection>);
    await connection.query("SELECT 1");
    connection.release();
    connection.release();
    expect(pool.totalCount).toBe(0);
    expect((await operation(B, current)).rows[0]!.tenant).toBe(B.id);
  });

  test("nothing is sent on a connection whose transaction has ended", async () => {
    const connection = await transaction(A, () => pool.connect() as unknown as Promise<GuardedConnection>);
    await connection.query("COMMIT");
    for (const late of ["SELECT 1", "COMMIT", "ROLLBACK", "BEGIN"]) expect(await failureOf(() => connection.query(late))).toBeInstanceOf(TransactionLostError);
    connection.release();
    expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
  });

  test("a connection that the server ends costs one failure; the pool heals", async () => {
    await Promise.all([operation(A, current), operation(A, current), operation(A, current)]);
    const name = (pool.options as { application_name: string }).application_name;
    await terminate(name);
    const outcomes = [];
    for (let i = 0; i < 6; i += 1) outcomes.push(await failureOf(() => operation(B, current)));
    expect(outcomes.at(-1)).toBeNull();
    expect((await operation(B, current)).rows[0]!.tenant).toBe(B.id);
  });

  test("a connection lost before COMMIT is a failure and saves nothing; none is kept", async () => {
    const name = (pool.options as { application_name: string }).application_name;
    const id = newId();
    const error = await failureOf(() => transaction(A, () => prisma.$transaction(async (tx) => {
      await tx.category.create({ data: { id, name: id } });
      await terminate(name);
    })));
    expect(error).not.toBeNull();
    expect(await operation(A, () => prisma.category.count({ where: { id } }))).toBe(0);
    expect(pool.totalCount).toBe(1);
  });
});

/** Ends the backends of one pool, as an operator or a failover would. A role may end its own. */
async function terminate(applicationName: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("appUrl") });
  await client.connect();
  await client.query("SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()", [applicationName]);
  await client.end();
}
