import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { asRole, probe, type RoleSession } from "../support/as-role.ts";
import { failureOf } from "../support/failure-of.ts";
import { openUnwalled } from "../support/open-unwalled.ts";
import { plantTenant, type PlantedTenant } from "../support/plant-tenant.ts";

// Controls of the fourth wall's keys: what row-level security alone lets through. Tables of the kind that the catalog law forbids
// are made in a transaction and rolled back.

const PROBES = `
  CREATE TABLE hole_parent (tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid, id uuid PRIMARY KEY, email text UNIQUE);
  CREATE TABLE hole_child (tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid, id uuid PRIMARY KEY, parent_id uuid REFERENCES hole_parent ON DELETE CASCADE);
  CALL wall('hole_parent', 'SELECT, INSERT, DELETE');
  CALL wall('hole_child', 'SELECT, INSERT, DELETE');`;

let A: PlantedTenant;
let B: PlantedTenant;
let owner: RoleSession;
beforeAll(async () => {
  [A, B] = [await plantTenant(inject("ownerUrl")), await plantTenant(inject("ownerUrl"))];
  owner = await asRole(inject("ownerUrl"));
});
afterAll(() => owner.close());

const as = (tenant: PlantedTenant) => owner.query(`SET LOCAL app.tenant_id = '${tenant.id}'`);

describe("single-column keys under forced row-level security", () => {
  test("B8, B9: control: a row of A points at B's, and B's deletion takes A's row with it", async () => {
    const [parent, child] = [newId(), newId()];
    await probe(owner, B.id, async () => {
      await owner.query(PROBES);
      await owner.query("INSERT INTO hole_parent (id) VALUES ($1)", [parent]);
      await as(A);
      expect(await owner.query("SELECT 1 FROM hole_parent")).toEqual([]);
      await owner.query("INSERT INTO hole_child (id, parent_id) VALUES ($1, $2)", [child, parent]);
      await as(B);
      await owner.query("DELETE FROM hole_parent WHERE id = $1", [parent]);
      await as(A);
      expect(await owner.query("SELECT id FROM hole_child")).toEqual([]);
    });
  });

  test("B10: control: a unique key over all tenants tells A of B's e-mail", async () => {
    await probe(owner, B.id, async () => {
      await owner.query(PROBES);
      await owner.query("INSERT INTO hole_parent (id, email) VALUES ($1, 'b@example.com')", [newId()]);
      await as(A);
      expect((await failureOf(() => owner.query("INSERT INTO hole_parent (id, email) VALUES ($1, 'b@example.com')", [newId()])))?.code).toBe("23505");
    });
  });
});

test("B11: control: with the policies off ON CONFLICT rewrites B's row", async () => {
  const unwalled = await openUnwalled(inject("ownerUrl"));
  const [C, D] = [await plantTenant(unwalled.ownerUrl), await plantTenant(unwalled.ownerUrl)];
  const bare = await asRole(unwalled.appUrl);
  const taken = await probe(bare, C.id, () => bare.query("INSERT INTO category (tenant_id, id, name) VALUES ($1, $2, 'Taken') ON CONFLICT (tenant_id, id) DO UPDATE SET name = 'Taken' RETURNING tenant_id", [D.id, D.categoryId]));
  expect(taken).toEqual([{ tenant_id: D.id }]);
  await bare.close();
  await unwalled.close();
});

test("B12: a view shows what its owner may see: ours is bound by the policies too; control: a superuser's is not", async () => {
  const maker = await asRole(inject("superUrl"));
  const [{ mighty }] = (await maker.query<{ mighty: boolean }>("SELECT rolsuper AS mighty FROM pg_roles WHERE rolname = current_user")) as [{ mighty: boolean }];
  const seenThrough = (session: RoleSession) => probe(session, A.id, async () => {
    await session.query("CREATE VIEW hole_view AS SELECT DISTINCT tenant_id FROM product");
    return (await session.query<{ tenant_id: string }>("SELECT tenant_id FROM hole_view WHERE tenant_id = ANY ($1)", [[A.id, B.id]])).map((row) => row.tenant_id).sort();
  });
  expect(await seenThrough(owner)).toEqual([A.id]);
  expect(await seenThrough(maker)).toEqual(mighty ? [A.id, B.id].sort() : [A.id]);
  await maker.close();
});

describe("B13, B27: controls", () => {
  test("B13: the owner may do what the application may not", async () => {
    await probe(owner, A.id, async () => {
      await owner.query(PROBES);
      await owner.query("TRUNCATE hole_child");
    });
  });

  test("B27: the role for people and sessions reads what app_tenant may not", async () => {
    const control = await asRole(inject("controlUrl"));
    expect(await failureOf(() => control.query('SELECT password_hash FROM "user" LIMIT 1'))).toBeNull();
    await control.close();
  });
});

describe("B23: what goes on too long is ended by the server", () => {
  test("a statement after 15 s, a transaction without statements after 10 s: a session begins with these, and what they say is done", async () => {
    const [slow, idle] = await Promise.all([asRole(inject("appUrl")), asRole(inject("appUrl"))]);
    const settings = await slow.query<{ statement: string; idle: string }>("SELECT current_setting('statement_timeout') AS statement, current_setting('idle_in_transaction_session_timeout') AS idle");
    expect(settings).toEqual([{ statement: "15s", idle: "10s" }]);
    // A tenth of a second instead, so that nobody waits.
    const statement = async () => {
      await slow.query("SET statement_timeout = '100ms'");
      expect((await failureOf(() => slow.query("SELECT pg_sleep(25)")))?.code).toBe("57014");
    };
    const transaction = async () => {
      await idle.query("SET idle_in_transaction_session_timeout = '100ms'");
      await idle.query("BEGIN");
      await expect.poll(() => failureOf(() => idle.query("SELECT 1")), { interval: 300, timeout: 10_000 }).not.toBeNull();
    };
    await Promise.all([statement(), transaction()]);
    await Promise.allSettled([slow.close(), idle.close()]);
  });
});
