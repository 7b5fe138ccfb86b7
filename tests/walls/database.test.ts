import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { TENANT_MODELS } from "@/platform/db/models.ts";
import { asRole, probe, type RoleSession } from "../support/as-role.ts";
import { failureOf } from "../support/failure-of.ts";
import { openUnwalled, type Unwalled } from "../support/open-unwalled.ts";
import { plantTenant, type PlantedTenant } from "../support/plant-tenant.ts";
import { readModels } from "../support/prisma-models.ts";

// The fourth wall alone: bare pg as the application's roles, with whatever SQL an attacker could run.

const DENIED = "42501";
let A: PlantedTenant;
let B: PlantedTenant;
let app: RoleSession;
let owner: RoleSession;
let unwalled: Unwalled;

beforeAll(async () => {
  [A, B] = [await plantTenant(inject("ownerUrl"), 1), await plantTenant(inject("ownerUrl"), 1)];
  app = await asRole(inject("appUrl"));
  owner = await asRole(inject("ownerUrl"));
  unwalled = await openUnwalled(inject("ownerUrl"));
});
afterAll(async () => {
  await Promise.all([app.close(), owner.close()]);
  await unwalled.close();
});

const tables = readModels().filter((model) => (TENANT_MODELS as readonly string[]).includes(model.name)).map((model) => model.table);
const asA = <T>(work: () => Promise<T>) => probe(app, A.id, work);
/** SQLSTATE with which a statement of A fails; null when it is allowed. */
const refusal = async (text: string, values: unknown[] = []) => (await failureOf(() => asA(() => app.query(text, values))))?.code ?? null;

describe("B6: no tenant, an empty one, a wrong one", () => {
  const settings = [null, "", "00000000-0000-4000-8000-000000000000"];
  test.each(tables)("%s shows nothing", async (table) => {
    for (const setting of settings) {
      await app.query("BEGIN");
      if (setting !== null) await app.query(`SET LOCAL app.tenant_id = '${setting}'`);
      expect(await app.query(`SELECT 1 FROM "${table}"`), String(setting)).toEqual([]);
      await app.query("ROLLBACK");
    }
  });

  test("garbage is an error, never everything", async () => {
    for (const garbage of ["all", "*", "1 OR 1=1", "%", `${A.id},${B.id}`, " "]) {
      expect((await failureOf(() => probe(app, garbage, () => app.query("SELECT * FROM product"))))?.code, garbage).toBe("22P02");
    }
  });

  test("the owner of the tables, too, sees the tenant of its transaction only", async () => {
    expect(await owner.query("SELECT 1 FROM product")).toEqual([]);
    expect(await probe(owner, A.id, () => owner.query("SELECT DISTINCT tenant_id FROM product"))).toEqual([{ tenant_id: A.id }]);
  });

  test("control: with row-level security off the same role and the same SQL read everybody", async () => {
    const [C, D] = [await plantTenant(unwalled.ownerUrl), await plantTenant(unwalled.ownerUrl)];
    const bare = await asRole(unwalled.appUrl);
    expect((await bare.query<{ tenant_id: string }>("SELECT tenant_id FROM product")).map((row) => row.tenant_id)).toEqual(expect.arrayContaining([C.id, D.id]));
    await bare.close();
  });
});

describe("B7: writing for another tenant", () => {
  test("insert is refused", async () => {
    expect(await refusal("INSERT INTO category (tenant_id, id, name) VALUES ($1, $2, 'x')", [B.id, newId()])).toBe(DENIED);
    expect(await refusal("INSERT INTO category (tenant_id, id, name) VALUES (NULL, $1, 'x')", [newId()])).not.toBeNull();
  });

  test("update and delete touch nothing of B, and no row can be moved to B", async () => {
    const touched = await asA(async () => [
      await app.query("UPDATE product SET name = 'x' WHERE id = $1 RETURNING 1", [B.productId]), await app.query("DELETE FROM category WHERE id = $1 RETURNING 1", [B.categoryId]),
    ]);
    expect(touched).toEqual([[], []]);
    expect(await refusal("UPDATE category SET tenant_id = $1", [B.id])).not.toBeNull();
    expect(await refusal("UPDATE outbox SET tenant_id = $1", [B.id])).toBe(DENIED);
  });

  test("without a tenant nothing can be written", async () => {
    expect(await failureOf(() => app.query("INSERT INTO category (id, name) VALUES ($1, 'x')", [newId()]))).not.toBeNull();
    expect(await app.query("UPDATE product SET name = 'x' RETURNING 1")).toEqual([]);
  });

  test("control: with the policies off the same insert for another tenant is taken", async () => {
    const [C, D] = [await plantTenant(unwalled.ownerUrl), await plantTenant(unwalled.ownerUrl)];
    const bare = await asRole(unwalled.appUrl);
    await probe(bare, C.id, () => bare.query("INSERT INTO category (tenant_id, id, name) VALUES ($1, $2, 'x')", [D.id, newId()]));
    await bare.close();
  });
});

describe("B8–B11: keys", () => {
  test("B8: a line cannot point at B's product, location or sale: the keys carry the tenant", async () => {
    expect(await refusal("INSERT INTO product_barcode (code, product_id) VALUES ('1', $1)", [B.productId])).toBe("23503");
    expect(await refusal("INSERT INTO register (id, location_id, name) VALUES ($1, $2, 'x')", [newId(), B.locationId])).toBe("23503");
    expect(await refusal("UPDATE product SET category_id = $1", [B.categoryId])).toBe("23503");
    expect(await refusal("INSERT INTO sale_payment (id, sale_id, method, amount) VALUES ($1, $2, 'cash', 1)", [newId(), B.saleId])).toBe("23503");
  });

  test("B9: deleting A's parent takes A's children and nobody else's", async () => {
    const own = newId();
    const left = await asA(async () => {
      await app.query("INSERT INTO product (id, sku, name, tax_rate) VALUES ($1, 'gone', 'Gone', 21)", [own]);
      await app.query("INSERT INTO product_barcode (code, product_id) VALUES ($1, $2)", ["55", own]);
      await app.query("DELETE FROM product WHERE id = $1", [own]);
      return app.query("SELECT code FROM product_barcode WHERE code IN ('55', $1)", [A.barcode]);
    });
    expect(left).toEqual([{ code: A.barcode }]);
    expect(await probe(owner, B.id, () => owner.query("SELECT code FROM product_barcode"))).toEqual([{ code: B.barcode }]);
  });

  test("B10: a code that B uses is as free as any other", async () => {
    // Both tenants were planted with the same sku, barcode and sale number.
    expect([A.sku, A.barcode]).toEqual([B.sku, B.barcode]);
    const fresh = await plantTenant(inject("ownerUrl"), 77);
    expect(await refusal("INSERT INTO product (id, sku, name, tax_rate) VALUES ($1, $2, 'x', 21)", [newId(), fresh.sku])).toBeNull();
    expect(await refusal("INSERT INTO product (id, sku, name, tax_rate) VALUES ($1, $2, 'x', 21)", [fresh.productId, "new"])).toBeNull();
    expect(await refusal("INSERT INTO product (id, sku, name, tax_rate) VALUES ($1, $2, 'x', 21)", [newId(), A.sku])).toBe("23505");
  });

  test("B11: ON CONFLICT onto B's row is refused and changes nothing", async () => {
    const upsert = "INSERT INTO product (tenant_id, id, sku, name, tax_rate) VALUES ($1, $2, $3, 'Taken', 21) ON CONFLICT (tenant_id, id) DO UPDATE SET name = 'Taken'";
    expect(await refusal(upsert, [B.id, B.productId, B.sku])).toBe(DENIED);
    expect(await probe(owner, B.id, () => owner.query("SELECT name FROM product WHERE id = $1", [B.productId]))).toEqual([{ name: "Hex bolt" }]);
  });
});

describe("B12, B13, B26, B27: what the role may not do at all", () => {
  test.each([
    ["TRUNCATE product", DENIED], ["LOCK TABLE product IN ACCESS EXCLUSIVE MODE", null], ["DROP TABLE product", DENIED], ["ALTER TABLE product DISABLE ROW LEVEL SECURITY", DENIED],
    ["CREATE TABLE mine (a int)", DENIED], ["CREATE TEMP TABLE stock_level (a int)", DENIED], ["CREATE VIEW leak AS SELECT * FROM product", DENIED],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", DENIED], ["CREATE POLICY p ON product USING (true)", DENIED], ["DROP POLICY tenant ON product", DENIED],
    ["COPY product TO '/tmp/x'", DENIED], ["COPY product TO PROGRAM 'cat'", DENIED], ["COPY product FROM '/etc/passwd'", DENIED], ["SELECT pg_read_file('/etc/passwd')", DENIED],
    ["SELECT lo_import('/etc/passwd')", DENIED], ["CREATE EXTENSION dblink", DENIED], ["SELECT pg_ls_dir('.')", DENIED], ["CREATE ROLE mallory", DENIED],
    ["ALTER ROLE app_tenant BYPASSRLS", DENIED], ["SET ROLE app_control", DENIED], ["SET SESSION AUTHORIZATION app_control", DENIED], ["CALL wall('product', 'SELECT')", DENIED],
    ["UPDATE sale SET total = 0", DENIED], ["DELETE FROM stock_movement", DENIED], ["UPDATE journal_line SET debit = 0", DENIED], ["DELETE FROM audit_entry", DENIED],
    ["UPDATE stock_level SET on_hand = 1000000", DENIED], ["INSERT INTO product_term (term, product_id) SELECT 'x', id FROM product", DENIED],
    ['SELECT password_hash FROM "user"', DENIED], ["SELECT * FROM session", DENIED], ["SELECT * FROM refresh_token", DENIED], ["SELECT * FROM tenant", DENIED], ["SELECT * FROM membership", DENIED],
    ["SELECT * FROM _prisma_migrations", DENIED], ["SELECT * FROM pg_authid", DENIED],
  ])("%s", async (text, code) => {
    // PostgreSQL lets whoever may UPDATE a table lock it; lock_timeout and statement_timeout bound the harm (B23).
    if (code === null) expect(await refusal(text)).toBeNull();
    else expect(await refusal(text)).toBe(code);
  });

  test("row_security = off makes reads fail, not pass", async () => {
    const error = await failureOf(() => asA(async () => {
      await app.query("SET LOCAL row_security = off");
      await app.query("SELECT * FROM product");
    }));
    expect(error?.code).toBe(DENIED);
  });

  test("a large object is nobody's way around: none can be read from another tenant's file, none holds business data", async () => {
    expect(await owner.query("SELECT 1 FROM pg_largeobject_metadata")).toEqual([]);
  });

  test("control code plants a tenant's first rows and reads no business table", async () => {
    const control = await asRole(inject("controlUrl"));
    for (const table of tables.filter((name) => name !== "job")) {
      expect((await failureOf(() => probe(control, A.id, () => control.query(`SELECT * FROM "${table}"`))))?.code, table).toBe(DENIED);
      for (const change of [`UPDATE "${table}" SET tenant_id = tenant_id`, `DELETE FROM "${table}"`, `TRUNCATE "${table}"`]) {
        expect((await failureOf(() => probe(control, A.id, () => control.query(change))))?.code, change).toBe(DENIED);
      }
    }
    // The queue of work is the one exception: its workers learn whose it is, and can neither add to it nor read what it is about.
    expect((await control.query("SELECT tenant_id FROM job WHERE tenant_id IN ($1, $2)", [A.id, B.id])).length).toBe(2);
    expect((await failureOf(() => control.query("INSERT INTO job (tenant_id, id, kind, user_id) VALUES ($1, $1, 'x', $1)", [A.id])))?.code).toBe(DENIED);
    expect((await failureOf(() => probe(control, A.id, () => control.query("INSERT INTO location (tenant_id, id, name) VALUES ($1, $2, 'x')", [B.id, newId()]))))?.code).toBe(DENIED);
    await control.close();
  });
});

describe("B23: the server gives up first", () => {
  test("the role carries its limits, below Prisma's own", async () => {
    const shown = await app.query("SELECT name, setting FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'row_security') ORDER BY name");
    expect(shown).toEqual([
      { name: "idle_in_transaction_session_timeout", setting: "10000" }, { name: "lock_timeout", setting: "3000" },
      { name: "row_security", setting: "on" }, { name: "statement_timeout", setting: "15000" },
    ]);
  });

  test("a row that is locked is waited for no longer than that", async () => {
    const holder = await asRole(inject("appUrl"));
    await probe(holder, A.id, async () => {
      await holder.query("UPDATE counter SET value = value");
      const from = performance.now();
      expect(await refusal("UPDATE counter SET value = value")).toBe("55P03");
      expect(performance.now() - from).toBeGreaterThan(2_500);
      expect(performance.now() - from).toBeLessThan(10_000);
    });
    await holder.close();
  });
});

describe("B18, B22: the wrong role", () => {
  test("B22: an export by the application or the owner fails, and is never silently empty", async () => {
    for (const session of [app, owner]) {
      const error = await failureOf(async () => {
        await session.query("BEGIN");
        // What pg_dump does first.
        await session.query("SET LOCAL row_security = off");
        await session.query("SELECT * FROM sale");
      });
      await session.query("ROLLBACK");
      expect(error?.code).toBe(DENIED);
    }
  });

  test("B18: readiness refuses a role that row-level security does not bind", async () => {
    const bound = "SELECT NOT (rolsuper OR rolbypassrls OR rolcreaterole) AS powerless FROM pg_roles WHERE rolname = current_user";
    expect(await app.query(bound)).toEqual([{ powerless: true }]);
    expect(await owner.query(bound)).toEqual([{ powerless: false }]);
  });
});

describe("triggers that write as the owner", () => {
  test("a stock movement changes A's level only, and one for B is refused", async () => {
    const move = "INSERT INTO stock_movement (tenant_id, id, location_id, product_id, type, quantity, before, after, source_kind, source_id) VALUES ($1, $2, $3, $4, 'adjustment', -1, 0, 0, 'test', $2)";
    expect(await refusal(move, [B.id, newId(), B.locationId, B.productId])).toBe(DENIED);
    expect(await refusal(move, [A.id, newId(), B.locationId, B.productId])).toBe("23503");
    const level = await asA(async () => {
      await app.query(move, [A.id, newId(), A.locationId, A.productId]);
      return app.query("SELECT on_hand FROM stock_level");
    });
    expect(level).toEqual([{ on_hand: "9.000" }]);
    expect(await probe(owner, B.id, () => owner.query("SELECT on_hand FROM stock_level"))).toEqual([{ on_hand: "10.000" }]);
  });

  test("search terms are the tenant's own", async () => {
    const terms = await asA(() => app.query<{ tenant_id: string }>("SELECT DISTINCT tenant_id FROM product_term UNION SELECT tenant_id FROM product_word UNION SELECT tenant_id FROM word_ending"));
    expect(terms).toEqual([{ tenant_id: A.id }]);
  });
});
