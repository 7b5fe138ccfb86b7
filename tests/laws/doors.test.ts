import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { calleeOf, lineOf, nodesUnder, readSources, treeOf, type Source, type SyntaxNode } from "../support/sources.ts";

// The first wall from outside: every page, action and route passes the gate, or stands on a list that a reviewer reads.

const PUBLIC_PAGES: readonly string[] = ["src/app/(public)/login/page.tsx", "src/app/(public)/signup/page.tsx", "src/app/(public)/terms/page.tsx", "src/app/(public)/invite/[token]/page.tsx", "src/app/(public)/order/[token]/page.tsx", "src/app/(public)/receipt/[token]/page.tsx", "src/app/(public)/forgot/page.tsx", "src/app/(public)/login/code/page.tsx", "src/app/(public)/till/page.tsx", "src/app/(public)/reset/[token]/page.tsx", "src/app/(public)/verify/[token]/page.tsx", "src/app/(public)/mail-outbox/page.tsx", "src/app/api/docs/page.tsx"];
/** Routes without the shape of `endpoint` and `publicEndpoint`. */
const BARE_ROUTES: Readonly<Record<string, string>> = {
  "src/app/api/auth/[...nextauth]/route.ts": "next-auth's own protocol, over our identity room",
  "src/app/api/v1/[...unknown]/route.ts": "refuses what is no address",
  "src/app/(public)/receipt/[token]/pdf/route.ts": "opened by the token of a customer's link, as its page is",
  "src/app/api/health/route.ts": "tells that the process lives",
  "src/app/api/ready/route.ts": "tells that it can serve",
};
const PUBLIC_ROUTES: readonly string[] = ["auth/login", "auth/logout", "auth/refresh", "auth/register", "openapi.json"].map((name) => `src/app/api/v1/${name}/route.ts`);
const PUBLIC_ACTIONS: readonly string[] = ["signInAction", "signOutAction", "switchShopAction", "signUpAction", "acceptInvitationAction", "acceptAsNewAction", "answerOrderAction", "forgotPasswordAction", "resetPasswordAction", "confirmEmailAction", "signInCodeAction", "enterByPinAction"];
/** Doors that every member passes, whatever the permissions. */
const FOR_EVERY_MEMBER: readonly string[] = ["src/app/(shop)/layout.tsx", "src/app/(shop)/account/page.tsx", "src/app/(shop)/account/two-factor/page.tsx", "src/app/(shop)/shops/new/page.tsx", "src/app/api/v1/me/route.ts", "src/app/api/v1/ops/locations/route.ts"];
/** The same among the actions of rooms. */
const ACTIONS_FOR_EVERY_MEMBER: readonly string[] = ["leaveShopAction", "setPinAction", "lockTillAction"];
const MEMBER_WRAPPERS: readonly string[] = ["defineAction", "defineFormAction", "defineAccountAction"];
/** Where a tenant id becomes a database. Everything else gets its context from here. */
const MINTS: Readonly<Record<string, readonly string[]>> = {
  forTenant: ["src/modules/tenancy/gate.ts", "src/platform/db/refuse-unbound-role.ts"],
  openContext: ["src/modules/tenancy/define-action.ts", "src/modules/tenancy/define-form-action.ts", "src/modules/tenancy/enter-page.ts", "src/modules/tenancy/enter-request.ts", "src/modules/tenancy/enter-job.ts"],
  openTenantDatabase: ["src/platform/db/databases.ts"],
};
/** Files of Next that answer requests by themselves: each kind is judged here before it is used. */
const SPECIAL = /\/(page|route|default|template|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image|favicon)\d*\.(tsx?|mjs)$/;
const JUDGED = /\/(page\.tsx|route\.ts)$/;

interface Exported {
  name: string;
  value: SyntaxNode;
}

function breaches(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...(source.path.startsWith("src/app/") && SPECIAL.test(source.path) && !JUDGED.test(source.path) ? [`${source.path}: a kind of door that the law does not know`] : []),
    ...(source.path.endsWith("/page.tsx") && !PUBLIC_PAGES.includes(source.path) ? pageBreaches(source) : []),
    ...(/^src\/app\/.*\/route\.ts$/.test(source.path) && !(source.path in BARE_ROUTES) ? routeBreaches(source) : []),
    ...actionBreaches(source),
    ...mintBreaches(source),
    ...memberBreaches(source),
  ]);
}

/** Pages and their metadata are rendered apart, and neither waits for the layout. */
function pageBreaches(source: Source): string[] {
  const rendered = exportsOf(source).filter(({ name }) => name === "default" || name === "generateMetadata");
  if (!rendered.some(({ name }) => name === "default")) return [`${source.path}: exports no page`];
  return rendered.filter(({ value }) => !reaches(source, value, "enterPage")).map(({ name }) => `${source.path}: ${name} does not pass enterPage`);
}

function routeBreaches(source: Source): string[] {
  const gate = PUBLIC_ROUTES.includes(source.path) ? "publicEndpoint" : "endpoint";
  const methods = exportsOf(source).filter(({ name }) => /^[A-Z]+$/.test(name));
  if (methods.length === 0) return [`${source.path}: exports no method`];
  // otherMethods() refuses the methods that an address does not have.
  return methods.filter(({ value }) => calleeOf(value) !== gate && calleeOf(value) !== "otherMethods").map(({ name }) => `${source.path}: ${name} does not pass ${gate}`);
}

function actionBreaches(source: Source): string[] {
  const directives = [...nodesUnder(treeOf(source))].filter((node) => node["directive"] === "use server");
  if (directives.length === 0) return [];
  if (!source.path.endsWith("/actions.ts") || directives.length > 1) return [`${source.path}: "use server" stands once, at the top of a room's actions.ts`];
  return exportsOf(source)
    .filter(({ name, value }) => !(MEMBER_WRAPPERS.includes(calleeOf(value)) || (calleeOf(value) === "definePublicAction" && PUBLIC_ACTIONS.includes(name))))
    .map(({ name }) => `${source.path}: ${name} does not pass defineAction`);
}

function mintBreaches(source: Source): string[] {
  if (!source.path.startsWith("src/")) return [];
  return [...nodesUnder(treeOf(source))]
    .filter((node) => Object.hasOwn(MINTS, calleeOf(node)) && !MINTS[calleeOf(node)]!.includes(source.path))
    .map((node) => `${lineOf(source, node)}: ${calleeOf(node)} is called by the gate only`);
}

/** `permission: null`, `enterPage(null)` and `enterPage(OWN_ACCOUNT)` open to every member. */
function memberBreaches(source: Source): string[] {
  if (FOR_EVERY_MEMBER.includes(source.path) || !/^src\/(app|modules\/[^/]+\/actions)/.test(source.path)) return [];
  const isNull = (node: unknown) => ((node as SyntaxNode | undefined)?.type === "Literal" && (node as SyntaxNode)["value"] === null) || (node as SyntaxNode | undefined)?.["name"] === "OWN_ACCOUNT";
  const open = exportsOf(source).filter(({ name }) => source.path.endsWith("/actions.ts") && ACTIONS_FOR_EVERY_MEMBER.includes(name)).flatMap(({ value }) => [...nodesUnder(value)]);
  return [...nodesUnder(treeOf(source))]
    .filter((node) => !open.includes(node))
    .filter((node) => (node.type === "Property" && (node["key"] as SyntaxNode)["name"] === "permission" && isNull(node["value"])) || (calleeOf(node) === "enterPage" && isNull((node["arguments"] as unknown[])[0])))
    .map((node) => `${lineOf(source, node)}: names no permission`);
}

function exportsOf(source: Source): Exported[] {
  const found: Exported[] = [];
  for (const node of (treeOf(source)["body"] as SyntaxNode[])) {
    const declaration = node["declaration"] as SyntaxNode | null;
    if (node.type === "ExportAllDeclaration") found.push({ name: "*", value: node });
    if (node.type === "ExportDefaultDeclaration") found.push({ name: "default", value: declaration! });
    if (node.type !== "ExportNamedDeclaration" || node["exportKind"] === "type") continue;
    if (!declaration) found.push(...(node["specifiers"] as SyntaxNode[]).map((name) => ({ name: String((name["exported"] as SyntaxNode)["name"]), value: name })));
    else if (declaration.type === "VariableDeclaration") found.push(...declarators(declaration));
    else if (declaration.type === "FunctionDeclaration") found.push({ name: nameOf(declaration), value: declaration });
  }
  return found;
}

function declarators(declaration: SyntaxNode): Exported[] {
  return (declaration["declarations"] as SyntaxNode[]).flatMap((one) => namesOf(one).map((name) => ({ name, value: (one["init"] as SyntaxNode | null) ?? one })));
}

/** One name, or those of a pattern: `const { PUT, PATCH } = …`. */
function namesOf(declarator: SyntaxNode): string[] {
  const pattern = declarator["id"] as SyntaxNode;
  if (pattern.type !== "ObjectPattern") return [nameOf(declarator)];
  return (pattern["properties"] as SyntaxNode[]).map((property) => String((property["value"] as SyntaxNode | undefined)?.["name"] ?? "*"));
}

function nameOf(node: SyntaxNode): string {
  return String((node["id"] as SyntaxNode | null)?.["name"] ?? "");
}

/** Whether the node calls `wanted`, itself or through functions of the same file. */
function reaches(source: Source, node: SyntaxNode, wanted: string, seen = new Set<SyntaxNode>()): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  const locals = new Map((treeOf(source)["body"] as SyntaxNode[]).flatMap((top) => {
    const own = top.type.startsWith("Export") ? ((top["declaration"] as SyntaxNode | null) ?? top) : top;
    if (own.type === "VariableDeclaration") return declarators(own).map(({ name, value }) => [name, value] as const);
    return own.type === "FunctionDeclaration" ? [[nameOf(own), own] as const] : [];
  }));
  return [...nodesUnder(node)].map(calleeOf).some((name) => name === wanted || (locals.has(name) && reaches(source, locals.get(name)!, wanted, seen)));
}

test("F3 every page, action and route passes the gate", () => {
  const sources = readSources("src").filter(({ path }) => !/\.test\.tsx?$/.test(path));
  expect(sources.filter(({ path }) => path.endsWith("/page.tsx")).length).toBeGreaterThan(5);
  expect(sources.filter(({ path }) => path.endsWith("/route.ts")).length).toBeGreaterThan(10);
  expect(breaches(sources)).toEqual([]);
});

test("the lists of open doors name doors that exist", () => {
  for (const path of [...PUBLIC_PAGES, ...PUBLIC_ROUTES, ...Object.keys(BARE_ROUTES), ...FOR_EVERY_MEMBER, ...Object.values(MINTS).flat()]) expect(existsSync(path), path).toBe(true);
});

test.each([
  ["src/app/(shop)/x/page.tsx", "export default async function X() { return null; }", /default does not pass enterPage/],
  ["src/app/(shop)/x/page.tsx", 'export async function generateMetadata() { return await titleOf(); }\nexport default async function X() { await enterPage("a"); }', /generateMetadata does not/],
  ["src/app/(shop)/x/page.tsx", "export default async function X() { await enterPage(null); }", /names no permission/],
  ["src/app/(shop)/x/page.tsx", "export default async function X() { await enterPage(OWN_ACCOUNT); }", /names no permission/],
  ["src/app/api/v1/ops/x/route.ts", "export async function GET() { return Response.json({}); }", /GET does not pass endpoint/],
  ["src/app/api/v1/ops/x/route.ts", "export const { PUT } = handlers();", /PUT does not pass endpoint/],
  ["src/app/api/v1/ops/x/route.ts", "export const POST = publicEndpoint({});", /POST does not pass endpoint/],
  ["src/app/api/v1/ops/x/route.ts", "export const GET = endpoint({ permission: null, run });", /names no permission/],
  ["src/app/(shop)/x/route.ts", "export { handler as DELETE } from './handler.ts';", /DELETE does not pass/],
  ["src/app/sitemap.ts", "export default function map() { return []; }", /does not know/],
  ["src/modules/sales/actions.ts", '"use server";\nexport const a = async () => registerSale();', /a does not pass defineAction/],
  ["src/modules/sales/actions.ts", '"use server";\nexport const a = definePublicAction({});', /a does not pass defineAction/],
  ["src/modules/sales/actions.ts", '"use server";\nexport * from "./commands/register-sale.ts";', /\* does not pass/],
  ["src/app/(shop)/x/form.tsx", 'export function F() { async function save() { "use server"; } return save; }', /stands once/],
  ["src/modules/sales/queries/x.ts", "export const x = (id: string) => databases().tenants.forTenant(id);", /forTenant is called by the gate only/],
  ["src/modules/sales/queries/x.ts", "export const x = (m: Membership) => openContext(m, facts, now);", /openContext is called/],
])("control: planted in %s, `%s` is found", (path, text, reason) => expect(breaches([{ path, text }]).join("\n")).toMatch(reason));

test("control: a page that enters through a function of its own file is no breach", () => {
  const text = 'const load = cache(async (id: string) => { const ctx = await enterPage("a"); return ctx; });\nexport default async function X() { return await load("1"); }';
  expect(breaches([{ path: "src/app/(shop)/x/page.tsx", text }])).toEqual([]);
});
