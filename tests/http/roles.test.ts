import { beforeAll, expect, it } from "vitest";
import { describeRoutes, type DescribedRoute } from "@/app/api/describe-routes.ts";
import { ROUTES } from "@/app/api/routes.ts";
import { newId } from "@/kernel/id.ts";
import { signAccessToken } from "@/modules/identity/access-token.ts";
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import { PERMISSIONS, type Permission } from "@/modules/tenancy/permissions.ts";
import { openShop, type Standing, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

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

it("costs are answered to those who may see them only", async () => {
  const id = await stockShelf(shop.ctx, { costPrice: "60.00" });
  const route = routes.find(({ path, method }) => path === "/api/v1/ops/products/{id}" && method === "GET")!;
  const seen = async (standing: Standing) => "costPrice" in ((await (await call(route, await tokenOf(await shop.ctxOf(standing)), { id })).json()) as object);
  expect([await seen("OWNER"), await seen("accountant"), await seen("seller"), await seen("stock_keeper")]).toEqual([true, true, false, false]);
});
