import { beforeAll, expect, it } from "vitest";
import { describeRoutes, type DescribedRoute } from "@/app/api/describe-routes.ts";
import { ROUTES } from "@/app/api/routes.ts";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { reviewCount } from "@/modules/stock/commands/move-count.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { openCountSchema } from "@/modules/stock/schema.ts";
import { signAccessToken } from "@/modules/identity/access-token.ts";
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import { PERMISSIONS, type Permission } from "@/modules/tenancy/permissions.ts";
import { openShop, type Standing, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

let shop: TestShop;
let routes: DescribedRoute[];

beforeAll(async () => {
  shop = await openShop();
  routes = (await describeRoutes()).filter(({ isPublic }) => !isPublic);
});

async function tokenOf({ member, tenant }: Awaited<ReturnType<TestShop["ctxOf"]>>): Promise<string> {
  return signAccessToken((await findMembership(member.userId, tenant.id))!, new Date(), new Date());
}

async function call({ path, method, plan }: Pick<DescribedRoute, "path" | "method"> & { plan: Pick<DescribedRoute["plan"], "body"> }, token: string | null, given: { id?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Response> {
  const file = (await ROUTES[path]!()) as Record<string, Handler>;
  const id = given.id ?? newId();
  const headers = new Headers({ ...(plan.body ? { "content-type": "application/json" } : {}), ...given.headers });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  const request = new Request(`http://127.0.0.1${path.replace("{id}", id)}`, { method, headers, ...(plan.body ? { body: JSON.stringify(given.body ?? {}) } : {}) });
  return file[method]!(request, { params: Promise.resolve({ id }) });
}

it.each<Standing>(["seller", "stock_keeper", "viewer", "accountant", "ADMIN"])("%s is let in where the permission is held, and told 403 everywhere else", async (standing) => {
  const ctx = await shop.ctxOf(standing);
  const token = await tokenOf(ctx);
  for (const route of routes) {
    const { status } = await call(route, token);
    const allowed = route.permission === null || ctx.permissions.has(route.permission);
    expect([route.method, route.path, status === 403]).toEqual([route.method, route.path, !allowed]);
    expect(status).toBeLessThan(500);
  }
  expect(PERMISSIONS.filter((name: Permission) => ctx.permissions.has(name)).length > 0).toBe(true);
});

it("without a token, with a forged one, with another shop's slug: nothing opens", async () => {
  const token = await tokenOf(shop.ctx);
  for (const route of routes) {
    const forged = `${token.slice(0, -4)}AAAA`;
    const answers = await Promise.all([call(route, null), call(route, forged), call(route, token, { headers: { "x-tenant-slug": "not-mine" } })]);
    expect([route.method, route.path, ...answers.map(({ status }) => status)]).toEqual([route.method, route.path, 401, 401, 403]);
  }
});

/** A body that fits, where the usual one does not: a foreign id must not be told apart behind it either. */
const FITTING: Readonly<Record<string, unknown>> = {
  "/api/v1/back-office/members/{id}": { role: "ADMIN" },
  "/api/v1/back-office/imports/{id}/apply": {},
  "/api/v1/back-office/imports/{id}/undo": {},
};
const bodyFor = ({ path }: Pick<DescribedRoute, "path">): unknown => FITTING[path] ?? { name: "Codo" };

it("another shop's id answers, byte for byte, as one that does not exist", async () => {
  const other = await openShop();
  const foreign = await stockShelf(other.ctx);
  const token = await tokenOf(shop.ctx);
  for (const route of routes.filter(({ path }) => path.includes("{id}"))) {
    const [theirs, nobodys, shapeless] = await Promise.all([foreign, newId(), "x"].map((id) => call(route, token, { id, body: bodyFor(route) })));
    // A body that does not fit is refused before anybody looks at the id, and alike for all.
    const expected = route.plan.body?.safeParse(bodyFor(route)).success === false ? 400 : 404;
    expect([route.path, theirs!.status, nobodys!.status, shapeless!.status]).toEqual([route.path, expected, expected, expected]);
    expect(await theirs!.text()).toBe(await nobodys!.text());
  }
  expect(await other.ctx.db.product.count({ where: { id: foreign } })).toBe(1);
});

it("a count's differences are posted by who may approve; small ones by who counts, where the shop lets them pass", async () => {
  const { ctx, ctxOf } = await openShop();
  const product = await stockShelf(ctx, { stock: "10", costPrice: "60.00" });
  const [post, settings] = ["/api/v1/ops/stock/counts/{id}/post", "/api/v1/back-office/settings"].map((path) => routes.find((one) => one.path === path && one.method !== "GET")!);
  const tokens = new Map(await Promise.all((["seller", "viewer", "accountant", "stock_keeper", "ADMIN", "OWNER"] as const).map(async (who) => [who, await tokenOf(who === "OWNER" ? ctx : await ctxOf(who))] as const)));
  const counted = async (quantity: string): Promise<string> => {
    const { id } = must(await openCount(ctx, openCountSchema.parse({ productIds: [product] })));
    must(await recordCount(ctx, id, { lines: [{ productId: product, counted: quantity }] }));
    must(await reviewCount(ctx, id));
    return id;
  };
  const tell = async (who: Standing, id: string) => {
    const answer = await call(post!, tokens.get(who)!, { id, body: {} });
    return answer.ok ? 200 : ((await answer.json()) as { code: string }).code;
  };
  const never = ["forbidden", "forbidden", "forbidden"];
  const first = await counted("9");
  expect(await Promise.all((["seller", "viewer", "accountant"] as const).map((who) => tell(who, first)))).toEqual(never);
  expect([await tell("stock_keeper", first), await tell("ADMIN", first)]).toEqual(["forbidden", 200]);
  expect((await call(settings!, tokens.get("OWNER")!, { body: { stockApproval: "100" } })).status).toBe(200);
  const small = await counted("8");
  expect(await Promise.all((["seller", "viewer", "accountant"] as const).map((who) => tell(who, small)))).toEqual(never);
  expect(await tell("stock_keeper", small)).toBe(200);
  const large = await counted("2");
  expect([await tell("stock_keeper", large), await tell("OWNER", large)]).toEqual(["approval_needed", 200]);
});

it("costs are answered to those who may see them only", async () => {
  const id = await stockShelf(shop.ctx, { costPrice: "60.00" });
  const route = routes.find(({ path, method }) => path === "/api/v1/ops/products/{id}" && method === "GET")!;
  const seen = async (standing: Standing) => "costPrice" in ((await (await call(route, await tokenOf(await shop.ctxOf(standing)), { id })).json()) as object);
  expect([await seen("OWNER"), await seen("accountant"), await seen("seller"), await seen("stock_keeper")]).toEqual([true, true, false, false]);
});
