import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { z } from "zod";
import { grantsOf, type Permission, type Role } from "../src/modules/tenancy/permissions.ts";
import { callAction, callFormAction, type ActionAnswer, type ActionCall } from "./support/call-action.ts";
import { callApi } from "./support/call-api.ts";
import { newEmail, openShop, PASSWORD, type E2eShop } from "./support/open-shop.ts";
import { builtActions, builtPages, builtRoutes, type BuiltAction } from "./support/read-build.ts";
import { addressIn } from "./support/pages.ts";
import { sampleInput, sampleOf } from "./support/sample-input.ts";
import { sessionCookie } from "./support/session-cookie.ts";
import { openStockedShop, type StockedShop } from "./support/stock-shop.ts";

// F1, F2, D10: whatever the production build answers to, by enumeration, called by everybody who must not get in.

/** Stands in names of the victim's records: whoever reads it anywhere else has read another shop. */
const MARK = "Zafiro Reservado";
/** Doors for everybody, each of which a reviewer knows. */
const OPEN_ROUTES = ["/api/auth/[...nextauth]", "/api/health", "/api/ready", "/api/v1/[...unknown]", "/api/v1/auth/login", "/api/v1/auth/logout", "/api/v1/auth/refresh", "/api/v1/auth/register", "/api/v1/openapi.json"];
const OPEN_PAGES = ["/api/docs", "/forgot", "/invite/[token]", "/login", "/login/code", "/mail-outbox", "/order/[token]", "/receipt/[token]", "/reset/[token]", "/signup", "/terms", "/till", "/verify/[token]"];
const OPEN_FILES = ["/receipt/[token]/pdf"];
const OPEN_ACTIONS = ["acceptAsNewAction", "acceptInvitationAction", "answerOrderAction", "confirmEmailAction", "enterByPinAction", "forgotPasswordAction", "resetPasswordAction", "signInAction", "signInCodeAction", "signOutAction", "signUpAction", "switchShopAction"];

interface Operation {
  name: string;
  method: string;
  path: string;
  permission: string | null;
  isPublic: boolean;
  body: Parameters<typeof sampleOf>[0] | null;
}

interface Member {
  name: string;
  cookie: string;
  token: string;
  holds: ReadonlySet<string>;
}

const STANDINGS: readonly { role: Role; permissionSet: string | null }[] = [
  { role: "ADMIN", permissionSet: null },
  ...["seller", "stock_keeper", "viewer", "accountant"].map((permissionSet) => ({ role: "STAFF" as const, permissionSet })),
];

let base: string;
let victim: StockedShop;
let stranger: E2eShop;
let strangerCookie: string;
let ownerCookie: string;
let lower: Member[];
let operations: Operation[];
const actions = builtActions();
const pages = builtPages();
/** Endpoints outside the API, each for its page alone: the till's own catalogue, papers. */
const pageRoutes = builtRoutes().filter(({ path }) => !path.startsWith("/api/") && !OPEN_FILES.includes(path));
let calls = 0;
let found: unknown[];

test.describe.configure({ mode: "serial", timeout: 240_000 });

test.beforeAll(async ({ playwright, baseURL }) => {
  base = baseURL!;
  const request = await playwright.request.newContext({ baseURL: base });
  [victim, stranger] = await Promise.all([openStockedShop(request), openShop(request, "El de al lado")]);
  await request.dispose();
  for (const [path, body] of [["products", { name: MARK, salePrice: "100" }], ["categories", { name: MARK }], ["suppliers", { name: MARK }], ["price-lists", { name: MARK, percent: "5" }]] as const) {
    expect((await callApi(base, "POST", `/api/v1/back-office/${path}`, { token: victim.accessToken, body })).status).toBe(201);
  }
  [strangerCookie, ownerCookie] = await Promise.all([sessionCookie(base, stranger.email), sessionCookie(base, victim.email)]);
  lower = await Promise.all(STANDINGS.map(memberOf));
  operations = await listOperations();
});

test.beforeEach(() => {
  found = [];
});

async function memberOf({ role, permissionSet }: (typeof STANDINGS)[number]): Promise<Member> {
  const email = newEmail();
  const name = permissionSet ?? role;
  const added = await callApi(base, "POST", "/api/v1/back-office/members", { token: victim.accessToken, body: { name, email, password: PASSWORD, role, ...(permissionSet === null ? {} : { permissionSet }) } });
  expect(added.status, added.text).toBe(201);
  const signedIn = await callApi(base, "POST", "/api/v1/auth/login", { body: { email, password: PASSWORD } });
  const { permissions } = grantsOf({ role, permissionSet, ownSet: null, patterns: [], thresholds: {} });
  return { name, cookie: await sessionCookie(base, email), token: (signedIn.json as { access_token: string }).access_token, holds: permissions };
}

async function listOperations(): Promise<Operation[]> {
  type Item = Record<string, { "x-permission"?: Permission; security: unknown[]; requestBody?: { content: Record<string, { schema: Operation["body"] }> } }>;
  const { paths } = (await callApi(base, "GET", "/api/v1/openapi.json")).json as { paths: Record<string, Item> };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]) => ({
      name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, permission: one["x-permission"] ?? null,
      isPublic: OPEN_ROUTES.includes(path), body: one.requestBody?.content["application/json"]?.schema ?? null,
    })),
  );
}

/** At most eight at a time. */
async function each<T>(list: readonly T[], visit: (item: T) => Promise<void>): Promise<void> {
  const queue = list.values();
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (const item of queue) await visit(item);
  }));
}

const note = (...what: unknown[]): void => void found.push(what);
const concrete = (path: string, id = victim.productId) => path.replace("[token]", "x".repeat(43)).replace("[key]", "seller").replace(/\[\w+\]|\{\w+\}/g, id);

function call(action: BuiltAction, given: Omit<ActionCall, "id" | "page">): Promise<ActionAnswer> {
  calls += 1;
  return (action.isForm ? callFormAction : callAction)(base, { id: action.id, page: concrete(action.page), ...given });
}

function api(operation: Operation, token: string | null, given: { id?: string; body?: unknown; headers?: Record<string, string> } = {}) {
  calls += 1;
  const body = operation.body ? { body: given.body ?? {} } : {};
  return callApi(base, operation.method, concrete(operation.path, given.id), { ...(token === null ? {} : { token }), ...body, headers: given.headers ?? {} });
}

async function page(path: string, cookie: string | null, headers: Record<string, string> = {}): Promise<{ status: number; location: string; text: string }> {
  calls += 1;
  const answer = await fetch(base + path, { redirect: "manual", headers: { "accept-encoding": "identity", ...(cookie === null ? {} : { cookie }), ...headers } });
  const facts = { status: answer.status, location: answer.headers.get("location") ?? "" };
  // A till's stream of changes goes on for minutes: that it opened is the answer.
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    await answer.body?.cancel();
    return { ...facts, text: "" };
  }
  return { ...facts, text: await answer.text() };
}

const SCHEMA_FILES = readdirSync("src/modules").map((room) => `src/modules/${room}/schema.ts`).filter((file) => existsSync(file));

/** In the action's own room, else in another: a till takes payments of customers. */
async function schemaNamed(name: string, ownFile: string): Promise<z.ZodType | undefined> {
  for (const file of [ownFile, ...SCHEMA_FILES]) {
    const schemas = (await import(`../${file}`)) as Record<string, z.ZodType>;
    if (schemas[name]) return schemas[name];
  }
  return undefined;
}

const demandOf = ({ demand }: Pick<BuiltAction, "demand">) => (demand.kind === "member" ? demand.permission : null);

test("the sweep knows every door of the build", () => {
  expect(actions.filter(({ name, demand }) => demand.kind === "public" && !OPEN_ACTIONS.includes(name))).toEqual([]);
  expect(pages.filter(({ path, demand }) => demand.kind === "public" && !OPEN_PAGES.includes(path))).toEqual([]);
  const described = new Set(operations.map(({ path }) => path.replace(/\{(\w+)\}/g, "[$1]")));
  expect(builtRoutes().map(({ path }) => path).filter((path) => path.startsWith("/api/") && !described.has(path) && !OPEN_ROUTES.includes(path))).toEqual([]);
  expect(pageRoutes.filter(({ permission }) => permission === null)).toEqual([]);
  expect([actions.length > 40, pages.length > 35, operations.length > 50]).toEqual([true, true, true]);
});

test("F1 without a session nothing opens: every action, page and route", async () => {
  await each(actions.filter(({ demand }) => demand.kind !== "public"), async (action) => {
    const { verdict, text } = await call(action, { cookie: null, slug: victim.tenant.slug, input: {} });
    if (verdict !== "unauthenticated" || text.includes(MARK)) note(action.name, verdict);
  });
  await each(pages.filter(({ demand }) => demand.kind !== "public"), async ({ path }) => {
    const { status, location, text } = await page(concrete(path), null);
    const isSentAway = status === 307 ? location.includes("/login") : text.includes("NEXT_REDIRECT;replace;/login");
    if (!isSentAway || text.includes(MARK)) note(path, status, location);
  });
  await each(operations.filter(({ isPublic }) => !isPublic), async (operation) => {
    const answers = await Promise.all([null, "a.b.c", `${victim.accessToken.slice(0, -4)}AAAA`].map((token) => api(operation, token)));
    // A cookie alone is no credential of the API, and a token none of pages.
    answers.push(await api(operation, null, { headers: { cookie: ownerCookie } }));
    if (answers.some(({ status }) => status !== 401)) note(operation.name, ...answers.map(({ status }) => status));
  });
  for (const { path } of pageRoutes) {
    const { status } = await page(concrete(path), ownerCookie);
    if (status !== 401) note(path, status);
  }
  expect(found).toEqual([]);
});

async function refuseLower(ask: (action: BuiltAction, member: Member) => Promise<ActionAnswer>, among = actions): Promise<void> {
  await each(among.filter(({ demand }) => demand.kind === "member"), async (action) => {
    const needed = demandOf(action);
    for (const member of lower.filter(({ holds }) => needed !== null && !holds.has(needed))) {
      const { verdict } = await ask(action, member);
      if (verdict !== "forbidden") note(action.name, member.name, verdict);
    }
  });
}

test("D10 each lower role is refused by every action, page and route whose permission it has not, and by none that it has", async () => {
  const { slug } = victim.tenant;
  await refuseLower((action, { cookie }) => call(action, { cookie, slug, input: {} }));
  const holding = (needed: string | null) => lower.filter(({ holds }) => needed === null || holds.has(needed));
  // With nothing in it, so that what may be done is refused for that instead.
  await each(actions.filter(({ demand }) => demand.kind === "member"), async (action) => {
    for (const member of holding(demandOf(action))) {
      const { verdict } = await call(action, { cookie: member.cookie, slug, input: {} });
      if (verdict === null || ["unauthenticated", "defect"].includes(verdict) || (verdict === "forbidden" && action.name !== "leaveShopAction")) note(action.name, member.name, verdict);
    }
  });
  const lacking = (needed: string | null) => lower.filter(({ holds }) => needed !== null && !holds.has(needed));
  await each(pages, async (one) => {
    for (const member of lacking(demandOf(one))) {
      const { status, text } = await page(concrete(one.path), member.cookie);
      // Where a page shows that it loads, its status is sent before the gate has answered: then Next says so in what follows.
      if ((status !== 403 && !text.includes("NEXT_HTTP_ERROR_FALLBACK;403")) || text.includes(MARK)) note(one.path, member.name, status);
    }
  });
  await each(operations, async (operation) => {
    for (const member of lacking(operation.permission)) {
      const { status } = await api(operation, member.token);
      if (status !== 403) note(operation.name, member.name, status);
    }
    if (operation.isPublic) return;
    for (const member of holding(operation.permission).filter(({ name }) => operation.method === "GET" || name === "ADMIN")) {
      const { status } = await api(operation, member.token);
      if (status === 401 || status === 403 || status >= 500) note(operation.name, member.name, status);
    }
  });
  for (const { path, permission } of pageRoutes) {
    for (const member of lower) {
      const { status } = await page(concrete(path), member.cookie, { "x-tenant-slug": slug, "sec-fetch-site": "same-origin" });
      if ((status === 403) === holding(permission).includes(member)) note(path, member.name, status);
    }
  }
  expect(found).toEqual([]);
});

test("control: one action that lets a lower role through is found", async () => {
  const { slug } = victim.tenant;
  // What one missing check looks like from outside: this action answers a seller as it answers the owner.
  const unguarded = actions.find(({ name }) => name === "saveProductAction")!;
  // Beside its neighbours in the build, which hold: all the others were called a moment ago.
  const at = actions.indexOf(unguarded);
  await refuseLower((action, { cookie }) => call(action, { cookie: action === unguarded ? ownerCookie : cookie, slug, input: {} }), actions.slice(Math.max(at - 5, 0), at + 6));
  expect(found.map((one) => (one as string[])[0])).toEqual(expect.arrayContaining(["saveProductAction"]));
  expect(new Set(found.map((one) => (one as string[])[0])).size).toBe(1);
});

/** What the victim's shop holds, as its owner reads it: its log of deeds above all. When somebody was last seen is no deed. */
async function holdings(): Promise<string[]> {
  const lists = ["ops/products", "ops/sales", "ops/stock/levels", "ops/stock/movements", ...["categories", "suppliers", "price-lists", "prices/changes", "members", "invitations", "settings", "audit-log", "imports", "exchange-rates"].map((name) => `back-office/${name}`)];
  return Promise.all(lists.map(async (name) => `${name} ${(await callApi(base, "GET", `/api/v1/${name}`, { token: victim.accessToken })).text.replace(/"lastSeenAt":"[^"]*"/g, "")}`));
}

/** The victim's records, by the name that the API's addresses give to their kind. */
const records = (): Readonly<Record<string, string>> => ({
  products: victim.productId, "product-families": victim.familyId, suppliers: victim.supplierId, "price-lists": victim.priceListId, changes: victim.priceRunId, labels: victim.labelBatchId,
  members: victim.memberId, invitations: victim.invitationId, imports: victim.importId, sales: victim.saleId, shifts: victim.shiftId, registers: victim.registerId, customers: victim.customerId,
  purchases: victim.purchaseId, receipts: victim.receiptId, "supplier-returns": victim.returnId, "credit-notes": victim.creditNoteId, "purchase-orders": victim.purchaseOrderId,
  adjustments: victim.adjustmentId, locations: victim.locationId, transfers: victim.transferId, counts: victim.countId,
});

/** What a room's actions ask for; those of a room that is not here meet something of each sort. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  catalogue: ["products", "product-families"], merging: ["products"], suppliers: ["suppliers", "products"], pricing: ["price-lists", "changes"], labels: ["labels"], team: ["members", "invitations"], imports: ["imports"],
  sales: ["sales", "shifts", "registers"], customers: ["customers"], purchases: ["purchases", "receipts", "supplier-returns", "credit-notes"], ordering: ["purchase-orders"], stock: ["adjustments", "locations", "transfers", "counts"],
};
const SOME = ["products", "suppliers", "price-lists", "changes", "members", "invitations", "imports", "sales"];

const idsOf = (file: string): string[] => (KINDS[Object.keys(KINDS).find((room) => file.includes(room)) ?? ""] ?? SOME).map((kind) => records()[kind]!);
/** What stands for {id} in an address of the API; where the victim has nothing of the kind, a product, which is none of it. */
const idIn = (path: string): string => records()[/([\w-]+)\/\{id\}/.exec(path)?.[1] ?? ""] ?? victim.productId;
const addressOf = (path: string): string => (path.includes("[id]") ? addressIn(victim, path) : concrete(path));
const named = (id: string) => (name: string): string => ({ productId: victim.productId, supplierId: victim.supplierId, priceListId: victim.priceListId, runId: victim.priceRunId })[name] ?? id;

/** The same call asked again proves nothing: each different one once. */
const different = <T>(list: readonly T[]): T[] => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];

/** Every address that a GET may ask for in the victim's shop. */
const readable = (): string[] => [
  ...pages.filter(({ path }) => path !== "/mail-outbox").map(({ path }) => addressOf(path)),
  "/", "/no-such-page", "/api/auth/csrf", "/api/health", "/api/ready", "/api/v1/openapi.json", "/api/v1/nothing", "/products?q=%00", "/%zz",
];
const COST = "73191.57";
const COST_WRITTEN = /73[.,]?191[.,]57/;

test("A7 D10 each role may open what it holds, and what a product costs is in none of it for who may not see it: pages with their data, answers, files", async () => {
  const dear = await callApi(base, "POST", "/api/v1/back-office/products", { token: victim.accessToken, body: { name: "Amoladora con costo", salePrice: "99999", costPrice: COST, initialStock: "2" } });
  const { id } = dear.json as { id: string };
  const files = ["csv", "xlsx"].map((format) => `/api/v1/back-office/audit-log/export?format=${format}`);
  const reads = operations.filter(({ method, isPublic }) => method === "GET" && !isPublic).map(({ path }) => path.replace("{id}", path.includes("/products/") ? id : victim.productId));
  const visit = async ({ name, cookie, token, holds }: Member): Promise<number> => {
    let seen = 0;
    const judge = (where: string, text: string): void => {
      if (!COST_WRITTEN.test(text)) return;
      seen += 1;
      if (!holds.has("product.cost")) note(name, where, "tells the cost");
    };
    const own = pages.filter(({ demand }) => demand.kind === "member" && (demand.permission === null || holds.has(demand.permission)));
    const addresses = own.map(({ path }) => (path === "/products/[id]" ? concrete(path, id) : addressOf(path)));
    await each([...addresses, "/products?q=amoladora"], async (path) => {
      const { status, text } = await page(path, cookie);
      if (status >= 500 || status === 403 || text.includes("NEXT_HTTP_ERROR_FALLBACK;403")) note(name, path, status);
      judge(path, text);
    });
    judge("/products/[id] as data", (await page(`/products/${id}`, cookie, { rsc: "1" })).text);
    for (const { path } of pageRoutes) judge(path, (await page(concrete(path), cookie, { "x-tenant-slug": victim.tenant.slug, "sec-fetch-site": "same-origin" })).text);
    await each([...reads, ...files, "/api/v1/ops/products?q=amoladora"], async (path) => judge(path, (await callApi(base, "GET", path, { token })).text));
    return seen;
  };
  // Who may see it does: the sweep would have found it.
  for (const member of lower) expect([member.name, (await visit(member)) > 1]).toEqual([member.name, member.holds.has("product.cost")]);
  expect(found).toEqual([]);
});

test("F15 F17 F18 F19 F20 reading everything as the owner changes nothing; no answer may be kept, framed, sniffed or traced", async () => {
  const before = await holdings();
  const secure = { "x-forwarded-proto": "https" };
  const paths = [...readable(), ...operations.filter(({ method }) => method === "GET").map(({ path }) => concrete(path))];
  await each(paths, async (path) => {
    calls += 1;
    const answer = await fetch(base + path, { redirect: "manual", headers: { ...secure, "accept-encoding": "identity", cookie: ownerCookie, ...(path.startsWith("/api/v1/") ? { authorization: `Bearer ${victim.accessToken}` } : {}) } });
    await answer.arrayBuffer();
    const head = (name: string) => answer.headers.get(name) ?? "";
    if (answer.status >= 500) note(path, answer.status);
    const isStatic = head("cache-control").includes("public") || /max-age=[1-9]/.test(head("cache-control"));
    if (isStatic && (answer.headers.getSetCookie().length > 0 || !path.startsWith("/api/"))) note(path, "may be kept", head("cache-control"));
    if (!path.startsWith("/api/") && !/private.*no-store|no-store/.test(head("cache-control"))) note(path, "cache-control", head("cache-control"));
    if (head("x-content-type-options") !== "nosniff" || !head("strict-transport-security").includes("includeSubDomains") || head("referrer-policy") === "") note(path, "lacks headers");
    if (!/frame-ancestors 'none'/.test(head("content-security-policy")) && answer.status !== 307 && !/^\/api\/(health|ready)/.test(path)) note(path, answer.status, "may be framed");
    if (head("x-powered-by") !== "" || head("server") !== "") note(path, "names its maker");
  });
  for (const path of ["/.git/HEAD", "/.git/config", "/.env", "/.next/BUILD_ID", "/package.json", "/src/app/layout.tsx", "/server.js", "/_next/static/../../.env"]) {
    const { status, text } = await page(path, null);
    if (status !== 404 && status !== 307) note(path, status);
    if (/DATABASE_URL|\[core\]|"dependencies"/.test(text)) note(path, "is told");
  }
  const scripts = [...(await page("/login", null)).text.matchAll(/\/_next\/static\/[\w./~-]+\.js/g)].map(([path]) => path);
  for (const path of new Set(scripts)) {
    const script = await page(path, null);
    if (/sourceMappingURL=/.test(script.text) || (await page(`${path}.map`, null)).status !== 404) note(path, "has a source map");
  }
  expect(scripts.length).toBeGreaterThan(3);
  expect(found).toEqual([]);
  expect(await holdings()).toEqual(before);
});

test("F2 the owner of another shop: the victim's slug, the victim's ids, on everything; nothing read, nothing written", async () => {
  const before = await holdings();
  const judge = (what: string, text: string) => text.includes(MARK) && note(what, "reads the victim's shop");
  await each(pages, async ({ path }) => {
    if (path === "/mail-outbox") return;
    const { status, text } = await page(addressOf(path), strangerCookie);
    judge(path, text);
    if (path.includes("[id]") && status !== 404 && !text.includes("NEXT_HTTP_ERROR_FALLBACK;404")) note(path, "shows", status);
  });
  const touch = async (operation: Operation): Promise<void> => {
    const { status } = await api(operation, stranger.accessToken, { headers: { "x-tenant-slug": victim.tenant.slug } });
    if (status !== 403) note(operation.name, "under the victim's slug", status);
    if (operation.name === "PATCH /api/v1/back-office/settings") return;
    const id = idIn(operation.path);
    // With ids of its own kind, and of others, wherever the body has one.
    const bodies = operation.body ? different([id, victim.productId, victim.supplierId, victim.memberId, victim.saleId].map((one) => sampleOf(operation.body!, "", named(one), true))) : [undefined];
    for (const body of bodies) {
      const answer = await api(operation, stranger.accessToken, { id, ...(body === undefined ? {} : { body }) });
      judge(operation.name, answer.text);
      if (operation.path.includes("{id}") && answer.status < 400) note(operation.name, "takes the victim's id", answer.status);
    }
  };
  // Ids are unique within a shop: what makes something under an id of the victim's would make those after it find something of one's own.
  const touched = operations.filter(({ isPublic }) => !isPublic);
  await each(touched.filter(({ path }) => path.includes("{id}")), touch);
  await each(touched.filter(({ path }) => !path.includes("{id}")), touch);
  await each(actions.filter(({ demand }) => demand.kind === "member"), async (action) => {
    const stale = await call(action, { cookie: strangerCookie, slug: victim.tenant.slug, input: {} });
    if (stale.verdict !== "tenant_changed") note(action.name, "under the victim's slug", stale.verdict);
    const schema = action.schema === null ? undefined : await schemaNamed(action.schema, action.file.replace("actions.ts", "schema.ts"));
    if (!schema) return note(action.name, "its schema was not found");
    // Policies of one's own shop have no id in them.
    if (action.name === "requireSecondFactorAction") return;
    const inputs = different(idsOf(action.file).flatMap((id) => [false, true].map((whole) => sampleInput(schema, named(id), whole))));
    for (const input of inputs) judge(action.name, (await call(action, { cookie: strangerCookie, slug: stranger.tenant.slug, input })).text);
  });
  expect(found).toEqual([]);
  expect(await holdings()).toEqual(before);
  console.log(`${actions.length} actions, ${pages.length} pages, ${operations.length} operations; ${calls} calls, 0 got in`);
});
