import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readModels } from "../support/prisma-models.ts";
import { calleeOf, importsOf, lineOf, nodesUnder, readSources, treeOf, type Source, type SyntaxNode } from "../support/sources.ts";

// B14, B16: SQL is text of the program, its values travel apart; transactions, settings and roles belong to the walls.

const SPEAKS_SQL = /^\s*(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|WITH\s+(RECURSIVE\s+)?\w+\s+AS|MERGE\s+INTO\s|TRUNCATE\s|ALTER\s|CREATE\s+(TABLE|INDEX|ROLE)|SET\s+(LOCAL|SESSION)\s)/i;
/** The walls themselves: the tenant's id, checked to be a UUID, in SET LOCAL, which takes no parameter. */
const WALLS: readonly string[] = ["src/platform/db/guarded-pool.ts", "src/platform/db/control-client.ts"];
/** Kept from connection to connection, so that a pooler would hand it to the next tenant. */
const SESSION_WIDE: readonly [RegExp, string][] = [
  [/set_config\s*\([^;]*?,\s*false\s*\)/i, "set_config(…, false) outlives its transaction"],
  [/(^|;|\bBEGIN\b|\bTHEN\b)\s*SET\s+(?!LOCAL\b|CONSTRAINTS\b)\w/i, "SET without LOCAL outlives its transaction"],
  [/\bpg_(try_)?advisory_lock(_shared)?\s*\(/i, "a session's advisory lock outlives its transaction"],
  [/(^|;)\s*(LISTEN|UNLISTEN)\s/i, "LISTEN needs a connection of its own"],
  [/\bCREATE\s+(TEMP|TEMPORARY)\b/i, "temporary tables outlive their transaction"],
  [/(^|;)\s*(RESET|DISCARD)\s/i, "settings belong to the walls"],
];
const UNSAFE = new Set(["$queryRaw", "$queryRawUnsafe", "$executeRaw", "$executeRawUnsafe", "$queryRawTyped"]);
const WRITES = /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO)\s+(?:ONLY\s+)?"?([a-z_]+)"?/g;

/** Which room owns a table: the schema file that declares it. Identity keeps the control data of people, shops and memberships. */
const OWNERS = new Map(readModels().map((model) => [model.table, model.file.replace(".prisma", "").replace("control", "identity")]));
/** Written by whoever makes a document: its number is taken in the statement that inserts it, the last of its transaction. */
const NUMBERS = "counter";

function breaches(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const nodes = [...nodesUnder(treeOf(source))];
    const inWalls = source.path.startsWith("src/platform/db/");
    return [
      ...nodes.flatMap((node) => textBreaches(source, node)),
      ...nodes.filter((node) => UNSAFE.has(memberOf(node))).map((node) => `${lineOf(source, node)}: ${memberOf(node)} goes past the sql tag`),
      ...nodes.filter((node) => calleeOf(node) === "sql").map((node) => `${lineOf(source, node)}: sql is a tag, never called with text`),
      ...(inWalls ? [] : nodes.filter(isStatementObject).map((node) => `${lineOf(source, node)}: a statement is made by the sql tag only`)),
      ...(inWalls ? [] : importsOf(source).filter(({ specifier }) => /^pg($|\/|-)/.test(specifier)).map(() => `${source.path}: connections are opened in platform/db only`)),
    ];
  });
}

function textBreaches(source: Source, node: SyntaxNode): string[] {
  if (node.type === "TaggedTemplateExpression" && (node["tag"] as SyntaxNode)["name"] === "sql") return taggedBreaches(source, node);
  const where = lineOf(source, node);
  if (node.type === "TemplateLiteral" && !isTagged(source, node)) {
    const [first] = quasis(node);
    const computed = (node["expressions"] as unknown[]).length > 0;
    if (!SPEAKS_SQL.test(first!)) return [];
    if (WALLS.includes(source.path) && /^SET LOCAL app\.tenant_id = '$/.test(first!)) return [];
    return [`${where}: ${computed ? "SQL joined from strings" : "SQL outside the sql tag"}`];
  }
  if (node.type === "Literal" && typeof node["value"] === "string" && SPEAKS_SQL.test(node["value"])) return [`${where}: SQL outside the sql tag`];
  return [];
}

function taggedBreaches(source: Source, node: SyntaxNode): string[] {
  const text = quasis(node["quasi"] as SyntaxNode).join("$1");
  const where = lineOf(source, node);
  const room = source.path.match(/^src\/modules\/([^/]+)\//)?.[1];
  const foreign = [...text.matchAll(WRITES)].map(([, table]) => table!).filter((table) => OWNERS.has(table) && table !== NUMBERS && room !== undefined && OWNERS.get(table) !== room);
  return [
    ...SESSION_WIDE.filter(([pattern]) => pattern.test(text)).map(([, why]) => `${where}: ${why}`),
    ...foreign.map((table) => `${where}: ${table} is written by the postings of ${OWNERS.get(table)}`),
    // A parameter inside quotes is text, not a value: it would neither bind nor be checked.
    ...(/'[^'\n]*\$1[^'\n]*'/.test(text.replace(/''/g, "")) ? [`${where}: a value stands inside quotes`] : []),
  ];
}

function quasis(template: SyntaxNode): string[] {
  return (template["quasis"] as SyntaxNode[]).map((quasi) => (quasi["value"] as { cooked: string }).cooked);
}

const tagged = new WeakMap<Source, Set<SyntaxNode>>();

function isTagged(source: Source, template: SyntaxNode): boolean {
  let known = tagged.get(source);
  if (!known) {
    const tags = [...nodesUnder(treeOf(source))].filter((node) => node.type === "TaggedTemplateExpression" && (node["tag"] as SyntaxNode)["name"] === "sql");
    tagged.set(source, (known = new Set(tags.map((node) => node["quasi"] as SyntaxNode))));
  }
  return known.has(template);
}

function memberOf(node: SyntaxNode): string {
  if (node.type !== "MemberExpression") return "";
  const property = node["property"] as SyntaxNode;
  return String(property["name"] ?? property["value"] ?? "");
}

/** { text, values, … }: what the tag makes, made by hand. */
function isStatementObject(node: SyntaxNode): boolean {
  if (node.type !== "ObjectExpression") return false;
  const keys = (node["properties"] as SyntaxNode[]).map((property) => (property["key"] as SyntaxNode | undefined)?.["name"]);
  return keys.includes("text") && keys.includes("values");
}

function sessionWide(path: string, text: string): string[] {
  const withoutComments = text.replace(/--.*$/gm, "");
  return SESSION_WIDE.filter(([pattern]) => pattern.test(withoutComments)).map(([, why]) => `${path}: ${why}`);
}

test("raw SQL is written with the sql tag, keeps its values apart and stays in its room", () => {
  const sources = readSources("src").filter(({ path }) => !/\.test\.tsx?$/.test(path));
  expect(sources.flatMap((source) => [...nodesUnder(treeOf(source))].filter((node) => node.type === "TaggedTemplateExpression")).length).toBeGreaterThan(50);
  expect(breaches(sources)).toEqual([]);
});

test("B14: no migration leaves a setting to whoever gets its connection next", () => {
  const folders = readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.map(({ name }) => `prisma/migrations/${name}/migration.sql`);
  expect(files.flatMap((file) => sessionWide(file, readFileSync(file, "utf8")))).toEqual([]);
});

const ROOM = "src/modules/stock/queries/x.ts";

test.each([
  [ROOM, "db.rows(`SELECT * FROM product WHERE name = '${name}'`)", /joined from strings/],
  [ROOM, 'db.rows("SELECT * FROM product")', /outside the sql tag/],
  [ROOM, '"DELETE FROM " + table', /outside the sql tag/],
  [ROOM, "prisma.$queryRawUnsafe(text)", /goes past/],
  [ROOM, 'prisma["$executeRawUnsafe"](text)', /goes past/],
  [ROOM, "prisma.$queryRaw`SELECT 1`", /goes past/],
  [ROOM, "sql(Object.assign([text], { raw: [text] }))", /never called/],
  [ROOM, 'db.rows({ text, values: [], name: "x" })', /made by the sql tag only/],
  [ROOM, 'import pg from "pg";', /platform\/db only/],
  [ROOM, "sql`SELECT set_config('app.tenant_id', ${id}, false)`", /outlives/],
  [ROOM, "sql`SELECT pg_advisory_lock(1)`", /outlives/],
  [ROOM, "sql`SELECT * FROM product WHERE name LIKE '%${word}%'`", /inside quotes/],
  [ROOM, "sql`WITH x AS (SELECT 1) UPDATE sale SET total = 0`", /written by the postings of sales/],
  [ROOM, "sql`INSERT INTO product (id) VALUES (${id})`", /written by the postings of catalogue/],
  ["src/platform/db/x.ts", "client.query(`SET LOCAL app.tenant_id = '${id}'`)", /joined from strings/],
])("control: planted in %s, %s is found", (path, text, reason) => expect(breaches([{ path, text }]).join("\n")).toMatch(reason));

test("control: a session-wide setting in a migration is found", () => {
  for (const text of ["SET search_path = public;", "SELECT set_config('app.tenant_id', '', false);", "-- fine\nCREATE TEMP TABLE x (a int);"]) expect(sessionWide("x.sql", text)).toHaveLength(1);
  expect(sessionWide("x.sql", "SET LOCAL lock_timeout = '3s'; SELECT set_config('a', 'b', true); -- SET nothing")).toEqual([]);
});
