import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { delegateName, TENANT_MODELS } from "@/platform/db/models.ts";
import { openTenantDatabase, type TenantDatabase, type TenantDb } from "@/platform/db/tenant-client.ts";
import { ScopeError, scopeToTenant } from "@/platform/db/tenant-scope.ts";
import { failureOf } from "../support/failure-of.ts";
import { openUnwalled, type Unwalled } from "../support/open-unwalled.ts";
import { plantTenant, type PlantedTenant } from "../support/plant-tenant.ts";

// The second wall alone: the scoped client in a database whose row-level security is off, as the owner of its tables.

let unwalled: Unwalled;
let database: TenantDatabase;
let a: TenantDb;
let A: PlantedTenant;
let B: PlantedTenant;

beforeAll(async () => {
  unwalled = await openUnwalled(inject("ownerUrl"));
  [A, B] = [await plantTenant(unwalled.ownerUrl), await plantTenant(unwalled.ownerUrl)];
  database = openTenantDatabase({ connectionString: unwalled.ownerUrl, max: 4, pipeline: true, prepare: true, applicationName: "test" });
  a = database.forTenant(A.id);
});
afterAll(async () => {
  await database.close();
  await unwalled.close();
});

const keyOf = (tenant: PlantedTenant, id: string) => ({ tenantId_id: { tenantId: tenant.id, id } });
const productOf = async (tenant: PlantedTenant) => database.forTenant(tenant.id).product.findFirstOrThrow({ where: { id: tenant.productId } });
/** Relations and foreign ids as a careless or hostile caller would pass them past the compiler. */
const careless = (data: unknown) => data as never;

test("control: nothing but this wall stands here, raw SQL reads both tenants", async () => {
  const seen = await a.rows<{ tenant_id: string }>({ text: "SELECT DISTINCT tenant_id FROM product", values: [], name: "control" });
  expect(seen.map((row) => row.tenant_id)).toEqual(expect.arrayContaining([A.id, B.id]));
});

describe("A5, A6: same tick", () => {
  test("A5: two tenants ask for one row in one tick: the owner gets it, the other null", async () => {
    const b = database.forTenant(B.id);
    const [own, foreign] = await Promise.all([a.product.findUnique({ where: keyOf(A, A.productId) }), b.product.findUnique({ where: keyOf(A, A.productId) })]);
    expect([own?.id, foreign]).toEqual([A.productId, null]);
  });

  test("A6: each asks for its own row in one tick and gets it", async () => {
    const b = database.forTenant(B.id);
    const found = await Promise.all([a.product.findUniqueOrThrow({ where: keyOf(A, A.productId) }), b.product.findUniqueOrThrow({ where: keyOf(B, B.productId) })]);
    expect(found.map((row) => row.tenantId)).toEqual([A.id, B.id]);
  });
});

describe("writes", () => {
  test("A9: an operation that nobody thought about throws", () => {
    for (const operation of ["findRaw", "aggregateRaw", "findUnique", "mergeEverything"]) {
      expect(() => scopeToTenant("Product", operation, {}, A.id)).toThrow(ScopeError);
    }
  });

  test("A11: upsert with B's id leaves B's row alone", async () => {
    const before = await productOf(B);
    const create = { id: B.productId, sku: `U-${newId()}`, name: "Mine", taxRate: "21" };
    await a.product.upsert({ where: keyOf(B, B.productId), create, update: { name: "Taken" } });
    expect(await productOf(B)).toEqual(before);
    expect((await a.product.findMany({ where: { id: B.productId } })).map((row) => row.tenantId)).toEqual([A.id]);
  });

  test("A12: createMany naming B is refused", async () => {
    const row = { tenantId: B.id, id: newId(), name: `C-${newId()}` };
    for (const data of [row, [{ ...row, tenantId: A.id, id: newId() }, row]]) {
      expect(await failureOf(() => a.category.createMany({ data }))).toBeInstanceOf(ScopeError);
      expect(await failureOf(() => a.category.createManyAndReturn({ data }))).toBeInstanceOf(ScopeError);
    }
    expect(await failureOf(() => a.category.create({ data: row }))).toBeInstanceOf(ScopeError);
  });

  test("A13: data.tenantId = B is refused in every form", async () => {
    for (const tenantId of [B.id, { set: B.id }, null]) {
      const data = careless({ tenantId });
      expect(await failureOf(() => a.product.update({ where: keyOf(A, A.productId), data }))).toBeInstanceOf(ScopeError);
      expect(await failureOf(() => a.product.updateMany({ data }))).toBeInstanceOf(ScopeError);
      expect(await failureOf(() => a.product.updateManyAndReturn({ data }))).toBeInstanceOf(ScopeError);
      expect(await failureOf(() => a.product.upsert({ where: keyOf(A, A.productId), create: careless({}), update: data }))).toBeInstanceOf(ScopeError);
    }
  });

  test("A14: connecting a row to B's root is refused", async () => {
    const data = careless({ shop: { connect: { tenantId: B.id } } });
    expect(await failureOf(() => a.member.update({ where: keyOf(A, A.memberId), data }))).toBeInstanceOf(ScopeError);
  });

  test("A15, A16: nested create, connect, connectOrCreate, set and disconnect are refused", async () => {
    const key = keyOf(B, B.productId);
    for (const products of [{ create: { id: B.productId } }, { connect: key }, { connectOrCreate: { where: key, create: {} } }, { set: [key] }, { disconnect: key }]) {
      expect(await failureOf(() => a.category.update({ where: keyOf(A, A.categoryId), data: careless({ products }) }))).toBeInstanceOf(ScopeError);
      expect(await failureOf(() => a.category.create({ data: careless({ id: newId(), name: "Nested", products }) }))).toBeInstanceOf(ScopeError);
    }
  });

  test("A17: nested updateMany and deleteMany are refused", async () => {
    for (const products of [{ updateMany: { where: {}, data: { name: "X" } } }, { deleteMany: {} }, { delete: keyOf(B, B.productId) }]) {
      expect(await failureOf(() => a.category.update({ where: keyOf(A, A.categoryId), data: careless({ products }) }))).toBeInstanceOf(ScopeError);
    }
  });

  test("A25: …AndReturn changes and shows A's rows only", async () => {
    const before = await productOf(B);
    const changed = await a.product.updateManyAndReturn({ where: { OR: [{ tenantId: B.id }, { id: A.productId }] }, data: { brand: "Acme" } });
    expect(changed.map((row) => row.tenantId)).toEqual([A.id]);
    const added = await a.category.createManyAndReturn({ data: [{ id: newId(), name: `R-${newId()}` }] });
    expect(added.map((row) => row.tenantId)).toEqual([A.id]);
    expect(await productOf(B)).toEqual(before);
  });
});

describe("reads", () => {
  test("A18: include, select and _count reach along A's rows only", async () => {
    const sale = await a.sale.findFirstOrThrow({ include: { lines: { include: { product: { include: { category: true, barcodes: true } } } }, customer: true, _count: true } });
    expect(new Set(JSON.stringify(sale, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)).match(/"tenantId":"[^"]+"/g))).toEqual(new Set([`"tenantId":"${A.id}"`]));
    expect(sale._count.lines).toBe(1);
    // The same sku, name and number exist in B.
    const [counted] = await a.category.findMany({ where: { id: A.categoryId }, select: { _count: { select: { products: { where: { sku: B.sku } } } } } });
    expect(counted!._count.products).toBe(1);
  });

  test("A19: no condition widens the tenant", async () => {
    const tricks = [
      { tenantId: B.id }, { OR: [{ tenantId: B.id }, {}] }, { NOT: { tenantId: A.id } }, { AND: [{ tenantId: B.id }] }, { tenantId: { in: [A.id, B.id] } },
      { NOT: [{ NOT: { tenantId: B.id } }] }, { OR: [] }, { id: { not: "00000000-0000-4000-8000-000000000000" } },
    ];
    for (const where of tricks) {
      const rows = await a.product.findMany({ where });
      expect(rows.filter((row) => row.tenantId !== A.id)).toEqual([]);
      expect(await a.product.count({ where })).toBe(rows.length);
    }
    expect(await failureOf(() => a.product.update({ where: { ...keyOf(B, B.productId), OR: [{ tenantId: B.id }, {}] }, data: { brand: "X" } }))).toMatchObject({ code: "P2025" });
  });

  test("A20: relation filters and orders tell nothing of B", async () => {
    const ask = () => Promise.all([
      a.category.findMany({ where: { products: { some: { id: B.productId } } } }),
      a.sale.findMany({ where: { lines: { every: { product: { is: { sku: "no such" } } } } } }),
      a.category.findMany({ orderBy: { products: { _count: "desc" } }, select: { tenantId: true } }),
    ]);
    const before = await ask();
    const b = database.forTenant(B.id);
    await b.product.createMany({ data: Array.from({ length: 5 }, (_, i) => ({ id: newId(), sku: `O-${i}`, name: "Oracle", taxRate: "21", categoryId: B.categoryId })) });
    expect(await ask()).toEqual(before);
    expect(before[0]).toEqual([]);
  });

  test("A21: groupBy, aggregate, count and having see A's rows only", async () => {
    const own = await a.product.findMany();
    expect(await a.product.count()).toBe(own.length);
    expect((await a.product.aggregate({ _count: true, _max: { salePrice: true } }))._count).toBe(own.length);
    const groups = await a.product.groupBy({ by: ["tenantId"], _count: true, having: { tenantId: { in: [A.id, B.id] } } });
    expect(groups.map((group) => [group.tenantId, group._count])).toEqual([[A.id, own.length]]);
  });

  test("A22: a page after B's row is refused, after an unknown row empty", async () => {
    expect(await failureOf(() => a.product.findMany({ cursor: keyOf(B, B.productId), orderBy: { id: "asc" } }))).toBeInstanceOf(ScopeError);
    expect(await a.product.findMany({ cursor: keyOf(A, B.saleId), orderBy: { id: "asc" } })).toEqual([]);
  });
});

describe("A3, A24: what cannot be reached", () => {
  const forbidden = /^(\$|_|findRaw|aggregateRaw|fields|name$|constructor$)/;

  test("the client and its transaction hold models and four functions", async () => {
    const expected = { tenantId: "string", rows: "function", execute: "function" };
    const functions = (db: object) => Object.fromEntries(Object.entries(db).map(([name, value]) => [name, typeof value]));
    const models = Object.getOwnPropertyNames(Object.getPrototypeOf(a)).filter((name) => name !== "constructor");
    expect(models.sort()).toEqual(TENANT_MODELS.map(delegateName).sort());
    expect(functions(a)).toEqual({ ...expected, transaction: "function" });
    await a.transaction(async (tx) => expect(functions(tx)).toEqual(expected));
  });

  test.each(["$transaction", "$queryRaw", "$queryRawUnsafe", "$executeRaw", "$executeRawUnsafe", "$queryRawTyped", "$extends", "$on", "$parent", "$connect", "user", "session", "tenant", "membership"])(
    "%s is not there",
    async (name) => {
      expect(name in a).toBe(false);
      expect(name in a.product).toBe(false);
      await a.transaction(async (tx) => {
        expect(name in tx).toBe(false);
        expect(name in tx.product).toBe(false);
      });
    },
  );

  test("a model holds its operations and no way back to the whole client", () => {
    for (const model of TENANT_MODELS.map((name) => a[delegateName(name)])) {
      expect(Object.keys(model).filter((name) => forbidden.test(name))).toEqual([]);
      expect(Object.getPrototypeOf(model)).toBe(Object.prototype);
    }
  });

  test("A27: no client without a tenant", () => {
    for (const id of [undefined, null, "", "all", "00000000", `${B.id}' OR '1'='1`, B.id.toUpperCase(), [B.id]]) {
      expect(() => database.forTenant(id as string)).toThrow(ScopeError);
    }
  });
});
