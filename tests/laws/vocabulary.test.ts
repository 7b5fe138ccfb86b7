import { basename } from "node:path";
import { expect, test } from "vitest";
import { lineOf, nodesUnder, readSources, treeOf, type Source, type SyntaxNode } from "../support/sources.ts";

// One word per thing, one way to do a thing, and no way around the compiler, the linter or a test.

/** The words of src/README.md and the ones they replace. Matched against the parts of camelCase and snake_case names. */
const WRONG_NAMES: readonly [RegExp, string][] = [
  [/\b(sales? order|(?<!purchase )order (id|line|lines|number|total|item|items)|(create|place|submit|cancel) order)\b/, "a sale is no order: what is asked of a supplier is a purchase order"],
  [/\b(cart|basket|checkout)\b/, "what is being sold at the counter is a ticket"],
  [/\b(branch|branches|store id|store name|outlet)\b/, "a place is a location"],
  [/\b(company|companies|organi[sz]ation|workspace)\b/, "a shop is a tenant"],
  [/\b(vendor|vendors)\b/, "who supplies is a supplier"],
  [/\b(cash box|cash drawer|cash register)\b/, "the till is a register with shifts"],
  [/\b(util|utils|helper|helpers)\b/, "name it by what it does"],
  [/\b(producto|precio|venta|cliente|usuario|tienda|empresa|cantidad|factura|caja|descuento|sucursal|deposito|nombre|guardar|buscar)s?\b/, "code is English"],
];
/** Names of browsers, of other people's APIs, and of what an old list calls its columns. */
const OTHERS_WORDS: readonly string[] = ["src/modules/imports/rules/header-words.ts", "src/modules/imports/rules/guess-mapping.ts", "src/modules/sales/rules/fold-text.ts"];
const NO_PLACE = /(^|\/)(utils?|helpers?|common|shared|misc|lib)(\/|\.tsx?$)|(^|\/)index\.tsx?$/;
const SILENCED = /@ts-(ignore|expect-error|nocheck)|(es|ox)lint-disable|biome-ignore|prettier-ignore|c8 ignore|v8 ignore/;
const UNFINISHED = /\b(TODO|FIXME|XXX|HACK|WIP)\b|not implemented/i;
const NOT_RUN = /^(skip|only|todo|skipIf|runIf|fails|xit|xdescribe|fit|fdescribe)$/;
/** Lines for people at a terminal. */
const SPEAKS = /^(scripts|bench|tests|e2e)\/|^src\/platform\/log\.ts$/;

function breaches(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...(NO_PLACE.test(source.path) ? [`${source.path}: name the file by the one thing it does`] : []),
    ...commentBreaches(source),
    ...[...nodesUnder(treeOf(source))].flatMap((node) => nodeBreaches(source, node)),
    ...barrel(source),
  ]);
}

/** Everything that is not a string is looked at: a rule named in a string is data. */
function commentBreaches(source: Source): string[] {
  return source.text.split("\n").flatMap((line, index) => {
    const comment = line.match(/(?:^|\s)(\/\/.*|\/\*.*|\*\s.*)$/)?.[1] ?? line.match(/\{\/\*.*/)?.[0] ?? "";
    return [
      ...(SILENCED.test(comment) ? [`${source.path}:${index + 1}: a check is switched off`] : []),
      ...(UNFINISHED.test(comment) ? [`${source.path}:${index + 1}: unfinished`] : []),
    ];
  });
}

function nodeBreaches(source: Source, node: SyntaxNode): string[] {
  const where = () => lineOf(source, node);
  if (node.type === "TSAnyKeyword") return [`${where()}: any`];
  if (node.type === "DebuggerStatement") return [`${where()}: debugger`];
  if (node.type === "Identifier" || node.type === "JSXIdentifier") return nameBreaches(source, node);
  if (node.type === "MemberExpression") return memberBreaches(source, node);
  if (node.type === "CallExpression" && NOT_RUN.test(String((node["callee"] as SyntaxNode)["name"])) && /^(x|f)/.test(String((node["callee"] as SyntaxNode)["name"]))) return [`${where()}: a test that does not run`];
  return [];
}

function nameBreaches(source: Source, node: SyntaxNode): string[] {
  // Business words are the product's; scripts speak of Git's checkout, tests of a parser's branches.
  if (OTHERS_WORDS.includes(source.path) || !source.path.startsWith("src/")) return [];
  const words = String(node["name"]).replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/[_$-]+/g, " ").toLowerCase();
  return WRONG_NAMES.filter(([pattern]) => pattern.test(words)).map(([, why]) => `${lineOf(source, node)}: ${String(node["name"])}: ${why}`);
}

function memberBreaches(source: Source, node: SyntaxNode): string[] {
  const property = String((node["property"] as SyntaxNode)["name"] ?? "");
  const object = node["object"] as SyntaxNode;
  const root = String(object["name"] ?? (object["object"] as SyntaxNode | undefined)?.["name"] ?? "");
  if (NOT_RUN.test(property) && /^(test|it|describe|suite)$/.test(root)) return [`${lineOf(source, node)}: ${root}.${property}: a test that may not run`];
  if (root === "console" && !SPEAKS.test(source.path)) return [`${lineOf(source, node)}: console.${property}: use platform/log`];
  return [];
}

/** A file that only passes on what others export. */
function barrel(source: Source): string[] {
  const body = treeOf(source)["body"] as SyntaxNode[];
  const passesOn = (node: SyntaxNode) => /^Export(All|Named)Declaration$/.test(node.type) && node["source"] !== null && node["source"] !== undefined;
  return body.length > 0 && body.every(passesOn) ? [`${source.path}: a barrel`] : [];
}

test("names, comments and tests keep to the vocabulary", () => {
  const sources = readSources("src", "tests", "scripts", "bench", "e2e").filter(({ path }) => !path.startsWith("tests/laws/"));
  expect(sources.length).toBeGreaterThan(400);
  expect(breaches(sources)).toEqual([]);
});

test("the laws themselves hold no `any` and leave no test out", () => {
  const laws = readSources("tests/laws");
  expect(laws.flatMap((source) => [...nodesUnder(treeOf(source))].filter((node) => node.type === "TSAnyKeyword" || (node.type === "MemberExpression" && memberBreaches(source, node).length > 0)).map((node) => lineOf(source, node)))).toEqual([]);
});

test.each([
  ["src/modules/sales/rules/x.ts", "export const orderLines = 1;", /no order/],
  ["src/modules/sales/rules/x.ts", "export function createOrder() {}", /no order/],
  ["src/modules/sales/ui/x.tsx", "export const Cart = () => null;", /ticket/],
  ["src/modules/stock/rules/x.ts", "export const branch_id = 1;", /location/],
  ["src/kernel/x.ts", "export const formatHelper = 1;", /by what it does/],
  ["src/kernel/x.ts", "export const precioVenta = 1;", /English/],
  ["src/kernel/utils.ts", "export const a = 1;", /one thing/],
  ["src/modules/sales/index.ts", "export const a = 1;", /one thing/],
  ["src/modules/sales/all.ts", 'export * from "./schema.ts";\nexport { a } from "./a.ts";', /barrel/],
  ["src/kernel/x.ts", "export const a = (b: any) => b;", /any/],
  ["src/kernel/x.ts", "// @ts-ignore\nexport const a = 1;", /switched off/],
  ["src/kernel/x.ts", "/* eslint-disable */", /switched off/],
  ["src/ui/x.tsx", "export const A = () => <p>{/* oxlint-disable-next-line */}</p>;", /switched off/],
  ["src/kernel/x.ts", "// TODO: later\n", /unfinished/],
  ["src/kernel/x.ts", 'console.log("here");', /platform\/log/],
  ["tests/x.test.ts", 'test.only("a", () => {});', /may not run/],
  ["tests/x.test.ts", 'describe.skip("a", () => {});', /may not run/],
  ["tests/x.test.ts", 'test.skipIf(true)("a", () => {});', /may not run/],
  ["tests/x.test.ts", 'test.only.each([1])("a", () => {});', /may not run/],
  ["e2e/x.spec.ts", 'test.describe.only("a", () => {});', /may not run/],
  ["tests/x.test.ts", 'xit("a", () => {});', /does not run/],
])("control: planted in %s, `%s` is found", (path, text, reason) => expect(breaches([{ path, text }]).join("\n")).toMatch(reason));

test("control: orderBy, a word in a string and basename are no breaches", () => {
  expect(breaches([{ path: "src/kernel/x.ts", text: `export const a = { orderBy: ${JSON.stringify(basename("TODO any"))} };` }])).toEqual([]);
});
