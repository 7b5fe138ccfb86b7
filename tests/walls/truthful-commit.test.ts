import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { PrismaClient } from "@/platform/db/generated/client.ts";
import { openControlDatabase } from "@/platform/db/control-client.ts";
import { TransactionLostError } from "@/platform/db/guarded-connection.ts";
import { GuardedPool } from "@/platform/db/guarded-pool.ts";
import { sql } from "@/platform/db/sql.ts";
import { openTenantDatabase, type TenantDatabase, type TenantDb, type TenantTx } from "@/platform/db/tenant-client.ts";
import { withToken } from "@/platform/db/tenant-token.ts";
import { failureOf } from "../support/failure-of.ts";
import { openNaive, type Naive } from "../support/naive-client.ts";
import { plantTenant, type PlantedTenant } from "../support/plant-tenant.ts";

// G9: a transaction is reported as what it was. Each lie is told first by the stock adapter, which proves that the test would see it.

const MAX = 3;
let A: PlantedTenant;
let database: TenantDatabase;
let a: TenantDb;
let naive: Naive;

beforeAll(async () => {
  A = await plantTenant(inject("ownerUrl"));
  database = openTenantDatabase({ connectionString: inject("appUrl"), max: MAX, pipeline: true, prepare: true, applicationName: "test" });
  a = database.forTenant(A.id);
  naive = openNaive(inject("appUrl"));
});
afterAll(async () => {
  await database.close();
  await naive.close();
});

const category = (id = newId()) => ({ tenantId: A.id, id, name: id });
const saved = (id: string) => a.category.count({ where: { id } });

describe("an error caught inside a transaction", () => {
  test("control: the stock adapter reports success and has saved nothing", async () => {
    const row = category();
    await naive.as(A.id, () => naive.prisma.$transaction(async (tx) => {
      await tx.category.create({ data: row });
      await tx.category.create({ data: row }).catch(() => undefined);
    }));
    expect(await saved(row.id)).toBe(0);
  });

  test.each([
    ["a model call", (tx: TenantTx, row: ReturnType<typeof category>) => tx.category.create({ data: row })],
    ["raw SQL", (tx: TenantTx) => tx.rows(sql`SELECT 1/0`)],
    ["a statement refused by row-level security", (tx: TenantTx) => tx.execute(sql`INSERT INTO category (tenant_id, id, name) VALUES (${newId()}, ${newId()}, 'x')`)],
  ])("from %s is reported as a failure and leaves nothing", async (_, fail) => {
    const row = category();
    const error = await failureOf(() => a.transaction(async (tx) => {
      await tx.category.create({ data: row });
      await fail(tx, row).catch(() => undefined);
      return "sold";
    }));
    expect(error).toBeInstanceOf(TransactionLostError);
    expect(await saved(row.id)).toBe(0);
  });

  test("costs no connection, however often it happens", async () => {
    for (let i = 0; i < MAX * 3; i += 1) {
      expect(await failureOf(() => a.transaction(async (tx) => void (await tx.rows(sql`SELECT 1/0`).catch(() => undefined))))).toBeInstanceOf(TransactionLostError);
    }
    expect(await a.product.count()).toBe(1);
  });

  test("in control data is reported as well", async () => {
    const control = openControlDatabase({ connectionString: inject("controlUrl"), max: 1, pipeline: true, prepare: true, applicationName: "test" });
    expect(await failureOf(() => control.transaction(async (tx) => void (await tx.rows(sql`SELECT 1/0`).catch(() => undefined))))).toBeInstanceOf(TransactionLostError);
    expect(await control.rows(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    await control.close();
  });
});

describe("a statement after the timeout", () => {
  /** Holds back what is sent once `late` was called, longer than the transaction may take: a slow event loop, made certain. */
  function dispatchingLate(factory: PrismaPg): PrismaPg {
    const connect = factory.connect.bind(factory);
    factory.connect = async () => {
      const adapter = await connect();
      const start = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (isolation) => {
        const transaction = await start(isolation);
        const send = transaction.queryRaw.bind(transaction);
        let count = 0;
        transaction.queryRaw = async (query) => {
          count += 1;
          if (count > 1) await new Promise((resolve) => setTimeout(resolve, 500));
          return send(query);
        };
        return transaction;
      };
      return adapter;
    };
    return factory;
  }

  async function writeTwice(prisma: PrismaClient, first: object, second: object): Promise<Error | null> {
    let late: Promise<unknown> = Promise.resolve();
    const error = await failureOf(() => prisma.$transaction(async (tx) => {
      await tx.category.create({ data: first as never });
      late = tx.category.create({ data: second as never }).then(() => undefined, () => undefined);
      await late;
    }, { timeout: 200, maxWait: 2_000 }));
    await late;
    return error;
  }

  test("control: through the stock adapter it commits by itself, after the failure was reported", async () => {
    // The stock pool, so that the late statement meets a connection in nobody's transaction; the owner's policy wants the tenant all the same.
    const url = new URL(inject("appUrl"));
    url.searchParams.set("options", `-c app.tenant_id=${A.id}`);
    const stock = new PrismaClient({ adapter: dispatchingLate(new PrismaPg({ connectionString: url.href, max: 2 })) });
    const [first, second] = [category(), category()];
    expect(await writeTwice(stock, first, second)).not.toBeNull();
    await stock.$disconnect();
    expect([await saved(first.id), await saved(second.id)]).toEqual([0, 1]);
  });

  test("is refused, and nothing of the transaction is saved", async () => {
    const pool = new GuardedPool({ connectionString: inject("appUrl"), max: 2, pipeline: true, applicationName: "test" });
    const prisma = new PrismaClient({ adapter: dispatchingLate(new PrismaPg(pool)) });
    const [first, second] = [category(), category()];
    expect(await withToken({ tenantId: A.id, kind: "transaction" }, () => writeTwice(prisma, first, second))).not.toBeNull();
    await prisma.$disconnect();
    await pool.end();
    expect([await saved(first.id), await saved(second.id)]).toEqual([0, 0]);
  });
});

describe("the end of a transaction", () => {
  test("A26: the transaction's object is dead afterwards, for models and for SQL", async () => {
    let kept: TenantTx | undefined;
    await a.transaction(async (tx) => void (kept = tx));
    const id = newId();
    expect(await failureOf(() => kept!.category.create({ data: category(id) }))).not.toBeNull();
    expect(await failureOf(() => kept!.execute(sql`INSERT INTO category (id, name) VALUES (${id}, ${id})`))).toBeInstanceOf(TransactionLostError);
    expect(await saved(id)).toBe(0);
  });

  test("A4: a model call made inside and awaited outside fails and saves nothing", async () => {
    const row = category();
    const made = await a.transaction(async (tx) => ({ later: tx.category.create({ data: row }) }));
    expect(await failureOf(async () => await made.later)).not.toBeNull();
    expect(await saved(row.id)).toBe(0);
  });

  test("A29: a transaction inside a transaction cannot be opened from the first; two levels are two transactions or none", async () => {
    await a.transaction(async (tx) => expect("transaction" in tx || "$transaction" in tx).toBe(false));
  });

  test("work that throws leaves nothing, even with statements under way", async () => {
    const row = category();
    const error = await failureOf(() => a.transaction(async (tx) => {
      tx.execute(sql`INSERT INTO category (id, name) VALUES (${row.id}, ${row.id})`).catch(() => undefined);
      throw new Error("changed my mind");
    }));
    expect(error?.message).toBe("changed my mind");
    expect(await saved(row.id)).toBe(0);
  });

  test("a deferred failure at COMMIT itself is a failure", async () => {
    const error = await failureOf(() => a.transaction(async (tx) => {
      const sent = [tx.execute(sql`INSERT INTO category (id, name) VALUES (${newId()}, 'twin')`), tx.execute(sql`INSERT INTO category (id, name) VALUES (${newId()}, 'twin')`)];
      await Promise.allSettled(sent);
    }));
    expect(error).toBeInstanceOf(TransactionLostError);
    expect(await a.category.count({ where: { name: "twin" } })).toBe(0);
  });
});

describe("the sql tag", () => {
  test("refuses what would end a transaction or speak for another tenant", () => {
    for (const text of ["COMMIT", " rollback", "BEGIN", "SET LOCAL app.tenant_id = 'x'", "SET x = 1", "RESET ALL", "SELECT set_config('a', 'b', false)", "SELECT current_setting('app.tenant_id')", "DO $$ $$", "LOCK TABLE product"]) {
      expect(() => sql(Object.assign([text], { raw: [text] }) as unknown as TemplateStringsArray), text).toThrow(/business/);
    }
    expect(sql`UPDATE product SET name = ${"begin"}`.text).toBe("UPDATE product SET name = $1");
  });
});
