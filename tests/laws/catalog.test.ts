import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { CONTROL_MODELS, TENANT_MODELS } from "@/platform/db/models.ts";
import { readModels } from "../support/prisma-models.ts";
import { CATALOG_RULES } from "./catalog-rules.ts";

// B1–B5, B19: what a migration forgets fails here. Each rule is broken once, in a transaction that is rolled back, and must say so.

const tablesOf = (models: readonly string[]) => readModels().filter(({ name }) => models.includes(name)).map(({ table }) => table);
const TENANT_TABLES = tablesOf(TENANT_MODELS);
const CONTROL_TABLES = tablesOf(CONTROL_MODELS);
const ROLES = ["app_tenant", "app_control"];

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
});
afterAll(() => owner.end());

/** "id rule: what breaks it", for every rule. */
async function breaches(tenantTables: readonly string[], roles: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { id, rule, query } of CATALOG_RULES) {
    const values = [tenantTables, CONTROL_TABLES, roles];
    const used = values.map((_, index) => index).filter((index) => query.includes(`$${index + 1}`));
    const text = used.reduce((known, index, place) => known.replaceAll(`$${index + 1}:`, `$${place + 1}:`), query);
    const { rows } = await owner.query<unknown[]>({ text, values: used.map((index) => values[index]), rowMode: "array" });
    found.push(...rows.map(([what]) => `${id} ${rule}: ${String(what)}`));
  }
  return found;
}

test("the catalog keeps every rule", async () => {
  expect(TENANT_TABLES.length).toBe(TENANT_MODELS.length);
  expect(await breaches(TENANT_TABLES, ROLES)).toEqual([]);
});

/** What a migration should write for a new table. */
const TABLE = `CREATE TABLE planted (tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid, id uuid NOT NULL, other uuid, note text, PRIMARY KEY (tenant_id, id));
  CALL wall('planted', 'SELECT, INSERT');`;
const SEARCHED = "SET search_path = pg_catalog, public, pg_temp";
const FUNCTION = `CREATE FUNCTION planted_f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER ${SEARCHED} AS 'BEGIN RETURN NEW; END'; REVOKE ALL ON FUNCTION planted_f() FROM PUBLIC;`;

async function afterPlanting(statements: string, roles = ROLES): Promise<string> {
  await owner.query("BEGIN");
  try {
    await owner.query(statements);
    return (await breaches([...TENANT_TABLES, "planted"], roles)).join("\n");
  } finally {
    await owner.query("ROLLBACK");
  }
}

describe("controls", () => {
  test("a table and a function made as they should be break nothing", async () => {
    expect(await afterPlanting(TABLE + FUNCTION)).toBe("");
  });

  test.each<[string, string, RegExp]>([
    ["B19: a table on no list", "CREATE TABLE unheard (a int)", /^B1 every table .*: unheard$/],
    ["B19: a table whose walls were forgotten", TABLE.replace(/CALL.*/, ""), /B1 row-level security is enabled.*planted[\s\S]*B1 two policies.*planted/],
    ["row-level security not forced", `${TABLE} ALTER TABLE planted NO FORCE ROW LEVEL SECURITY`, /B1 row-level security is enabled and forced: planted/],
    ["a dropped policy", `${TABLE} DROP POLICY tenant ON planted`, /B1 two policies.*planted/],
    ["a policy that lets everything be written", `${TABLE} ALTER POLICY tenant ON planted WITH CHECK (true)`, /B1 two policies.*planted/],
    ["a third, wider policy", `${TABLE} CREATE POLICY wide ON planted TO app_tenant USING (true)`, /B1 two policies.*planted/],
    ["a queue's policy on a table that is none", `${TABLE} CREATE POLICY queue ON planted TO app_control USING (true)`, /B1 two policies.*planted/],
    ["a queue opened to the application", "ALTER POLICY queue ON job TO app_control, app_tenant", /B1 two policies.*job/],
    ["a tenant without default", `${TABLE} ALTER TABLE planted ALTER tenant_id DROP DEFAULT`, /B1 tenant_id is a uuid/],
    ["a single-column foreign key", `${TABLE} ALTER TABLE planted ADD UNIQUE (id), ADD FOREIGN KEY (other) REFERENCES planted (id)`, /B2 a foreign key between/],
    ["a foreign key into the control data", `${TABLE} ALTER TABLE planted ADD FOREIGN KEY (other) REFERENCES "user" (id)`, /B2 business and control/],
    ["SET NULL on a composite key", `${TABLE} ALTER TABLE planted ADD FOREIGN KEY (tenant_id, other) REFERENCES planted (tenant_id, id) ON DELETE SET NULL`, /B2 no foreign key nulls/],
    ["a unique key over all tenants", `${TABLE} CREATE UNIQUE INDEX ON planted (note)`, /B3 every key.*planted_note/],
    ["an index that starts elsewhere", `${TABLE} CREATE INDEX ON planted (note, tenant_id)`, /B3 every key.*planted_note/],
    ["a table without a key", `${TABLE} ALTER TABLE planted DROP CONSTRAINT planted_pkey`, /B3 every tenant's table has a primary key: planted/],
    ["a foreign key without an index", `${TABLE} GRANT DELETE ON planted TO app_tenant; ALTER TABLE planted ADD FOREIGN KEY (tenant_id, other) REFERENCES planted (tenant_id, id)`, /B3 an index leads.*planted/],
    ["TRUNCATE granted", `${TABLE} GRANT TRUNCATE ON planted TO app_tenant`, /B4 grants on tables.*TRUNCATE on planted/],
    ["a grant to PUBLIC", `${TABLE} GRANT SELECT ON planted TO PUBLIC`, /B4 grants on tables.*SELECT on planted/],
    ["a grant on a column", `${TABLE} GRANT UPDATE (note) ON planted TO app_tenant`, /B4 no grants on single columns.*planted.note/],
    ["control code that reads business", `${TABLE} GRANT SELECT ON planted TO app_control`, /B27 .*SELECT on planted to app_control/],
    ["passwords for the application", 'GRANT SELECT ON "user" TO app_tenant', /B27 .*SELECT on user to app_tenant/],
    ["a ledger that can be rewritten", "GRANT UPDATE ON journal_line TO app_tenant", /B13 .*UPDATE on journal_line/],
    ["a level that can be set", "GRANT UPDATE ON stock_level TO app_tenant", /B13 .*UPDATE on stock_level/],
    ["creating in the schema", "GRANT CREATE ON SCHEMA public TO app_tenant", /B4 nobody but the owner creates.*schema/],
    ["default privileges", "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app_tenant", /B4 no privileges are given by default/],
    ["a view with its owner's rights", "CREATE VIEW planted_v AS SELECT * FROM product", /B5 a view asks.*planted_v/],
    ["a materialized view", "CREATE MATERIALIZED VIEW planted_m AS SELECT 1 AS a", /B5 no materialized view.*planted_m/],
    ["an enum", "CREATE TYPE planted_e AS ENUM ('a')", /B5 no materialized.*planted_e/],
    ["a sequence", "CREATE SEQUENCE planted_s", /B5 no materialized.*planted_s/],
    ["SECURITY DEFINER for callers", FUNCTION.replace("trigger LANGUAGE plpgsql", "int LANGUAGE sql").replace("BEGIN RETURN NEW; END", "SELECT 1"), /B5 a function with its owner's rights is a trigger's: planted_f/],
    ["a search path without pg_temp", FUNCTION.replace(", pg_temp", ""), /B5 .*ends that path with pg_temp: planted_f/],
    ["a search path with pg_temp first", FUNCTION.replace("pg_catalog, public, pg_temp", "pg_temp, pg_catalog, public"), /B5 .*ends that path with pg_temp: planted_f/],
    ["SECURITY DEFINER without a search path", FUNCTION.replace(SEARCHED, ""), /B5 .*ends that path with pg_temp: planted_f/],
    ["a function that everybody may call", FUNCTION.replace(/REVOKE.*/, ""), /B5 functions are not everybody's.*planted_f/],
    ["a disabled trigger", `${TABLE} ${FUNCTION} CREATE TRIGGER planted_t BEFORE INSERT ON planted FOR EACH ROW EXECUTE FUNCTION planted_f(); ALTER TABLE planted DISABLE TRIGGER planted_t`, /B5 triggers run.*planted_t/],
  ])("%s is found", async (_, statements, expected) => expect(await afterPlanting(statements)).toMatch(expected));

  test("a role with powers, a membership, a table of its own and no limits is found", async () => {
    const role = `planted_${Date.now().toString(36)}`;
    const found = await afterPlanting(
      `CREATE ROLE ${role} LOGIN CREATEDB; GRANT app_tenant TO ${role}; GRANT ${role} TO CURRENT_USER; GRANT CREATE ON SCHEMA public TO ${role}; CREATE TABLE own_of_planted (a int); ALTER TABLE own_of_planted OWNER TO ${role}`,
      [...ROLES, role],
    );
    for (const rule of [/have no power of their own: planted_/, /belong to no other role: planted_.* in app_tenant/, /own nothing: relation own_of_planted of planted_/, /work under limits and .*: planted_/]) expect(found).toMatch(rule);
  });
});
