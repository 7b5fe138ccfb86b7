import { expect, test, type APIRequestContext, type APIResponse } from "@playwright/test";
import { openShop } from "./support/open-shop.ts";

interface Api {
  get: (path: string) => Promise<APIResponse>;
  post: (path: string, data: object, headers?: Record<string, string>) => Promise<APIResponse>;
  patch: (path: string, data: object) => Promise<APIResponse>;
  remove: (path: string) => Promise<APIResponse>;
  tenantId: string;
}

async function apiOfNewShop(request: APIRequestContext): Promise<Api> {
  const shop = await openShop(request);
  const bearer = { authorization: `Bearer ${shop.accessToken}`, "accept-language": "es-AR" };
  return {
    get: (path) => request.get(`/api/v1${path}`, { headers: bearer }),
    post: (path, data, headers = {}) => request.post(`/api/v1${path}`, { headers: { ...bearer, ...headers }, data }),
    patch: (path, data) => request.patch(`/api/v1${path}`, { headers: bearer, data }),
    remove: (path) => request.delete(`/api/v1${path}`, { headers: bearer }),
    tenantId: shop.tenant.id,
  };
}

async function problemOf(response: APIResponse): Promise<{ status: number; code: string; errors: { path: string; code: string; message: string }[] }> {
  expect(response.headers()["content-type"]).toContain("application/problem+json");
  return response.json();
}

test("a product goes through its life as the contract says", async ({ request }) => {
  const api = await apiOfNewShop(request);
  const created = await api.post("/back-office/products", { name: "Caño PVC", unit: "m", barcodes: ["7791234500017", { code: "17791234500014", packSize: "12" }], costPrice: "5000", salePrice: "8450.5", taxRate: "21", minStock: "2", initialStock: "12.5" });
  expect(created.status()).toBe(201);
  const product = await created.json();
  expect(product).toMatchObject({ sku: "A00001", unit: "m", barcodes: ["7791234500017", "17791234500014"], salePrice: "8450.50", costPrice: "5000.00", taxRate: "21.00", stock: { onHand: "12.500", reserved: "0.000", available: "12.500" }, isActive: true, version: 1 });
  expect(await (await api.get(`/ops/products/${product.id}`)).json()).toEqual(product);

  const changed = await api.patch(`/back-office/products/${product.id}`, { version: 1, salePrice: "9000" });
  expect([changed.status(), (await changed.json()).salePrice]).toEqual([200, "9000.00"]);
  const stale = await api.patch(`/back-office/products/${product.id}`, { version: 1, salePrice: "1" });
  expect(await problemOf(stale)).toMatchObject({ status: 409, code: "version_changed" });

  const gone = await api.remove(`/back-office/products/${product.id}`);
  expect([gone.status(), await gone.json()]).toEqual([200, { archived: true }]);
  expect((await (await api.get("/ops/products")).json()).items).toEqual([]);
  expect((await (await api.get("/ops/products?archived=true")).json()).items).toHaveLength(1);
  await api.patch(`/back-office/products/${product.id}`, { isActive: true });
  expect((await (await api.get("/ops/products?barcode=7791234500017")).json()).items).toHaveLength(1);
});

test("refusals are problems: duplicates, unknown fields, unreadable numbers, missing things", async ({ request }) => {
  const api = await apiOfNewShop(request);
  await api.post("/back-office/products", { name: "a", sku: "X-1", barcodes: ["7790001000019"] });
  const cases: [object, number, string, string][] = [
    [{ name: "b", sku: "X-1" }, 409, "sku_taken", "sku"],
    [{ name: "b", barcodes: ["7790001000019"] }, 409, "barcode_taken", "barcodes"],
    [{ name: "b", tenantId: api.tenantId }, 400, "invalid", "tenantId"],
    [{ name: "b", salePrice: "1.234,50" }, 400, "invalid", "salePrice"],
    [{ name: "b", salePrice: "-1" }, 400, "invalid", "salePrice"],
    [{ name: "b", salePrice: { gt: "" } }, 400, "invalid", "salePrice"],
    [{ name: "b", salePrice: "1e309" }, 400, "invalid", "salePrice"],
    [{ name: "" }, 400, "invalid", "name"],
    [{ name: "b", unit: "bushel" }, 400, "invalid", "unit"],
    [{ name: "b", version: 1 }, 400, "invalid", "version"],
  ];
  for (const [body, status, code, path] of cases) {
    const problem = await problemOf(await api.post("/back-office/products", body));
    expect([body, problem.status, problem.code, problem.errors[0]?.path]).toEqual([body, status, code, path]);
    expect(problem.errors[0]!.message.length).toBeGreaterThan(5);
  }
  const nowhere = "0192f0c1-0000-7000-8000-000000000001";
  for (const id of [nowhere, "1", "'; --"]) {
    expect([id, (await api.get(`/ops/products/${encodeURIComponent(id)}`)).status()]).toEqual([id, 404]);
    expect([id, (await api.patch(`/back-office/products/${encodeURIComponent(id)}`, { name: "x" })).status()]).toEqual([id, 404]);
    expect([id, (await api.remove(`/back-office/products/${encodeURIComponent(id)}`)).status()]).toEqual([id, 404]);
  }
});

const WORDS = ["gris", "blanco", "negro", "chapa", "bronce", "corto", "largo"];

test("lists: pages by cursor, filters, words in any order, no foreign cursor", async ({ request }) => {
  const api = await apiOfNewShop(request);
  const category = await (await api.post("/back-office/categories", { name: "Plomería" })).json();
  for (let i = 0; i < 7; i += 1) await api.post("/back-office/products", { name: `Codo ${WORDS[i]} PVC`, ...(i % 2 ? { categoryId: category.id, salePrice: "10" } : {}) });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await (await api.get(`/ops/products?limit=3${cursor ? `&cursor=${cursor}` : ""}`)).json();
    expect(page.items.length).toBeLessThanOrEqual(3);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(seen).size).toBe(7);
  const count = async (query: string) => ((await (await api.get(`/ops/products?${query}`)).json()) as { items: unknown[] }).items.length;
  expect([await count(`categoryId=${category.id}`), await count("state=no_price"), await count("state=no_barcode"), await count("q=pvc%20codo%20cha"), await count("limit=999999")]).toEqual([3, 4, 7, 1, 7]);
  for (const query of ["cursor=abc", "limit=0", "limit=x", "sort=name;drop", "categoryId=1", "tenantId=1", "state=all"]) {
    expect([query, (await problemOf(await api.get(`/ops/products?${query}`))).status]).toEqual([query, 400]);
  }
});

test("categories: made, moved, no rings, no namesakes, not deleted while in use", async ({ request }) => {
  const api = await apiOfNewShop(request);
  const made = await api.post("/back-office/categories", { name: "Plomería" });
  expect(made.status()).toBe(201);
  const root = await made.json();
  const leaf = await (await api.post("/back-office/categories", { name: "Caños", parentId: root.id })).json();
  expect(await problemOf(await api.patch(`/back-office/categories/${root.id}`, { parentId: leaf.id }))).toMatchObject({ code: "category_cycle" });
  expect(await problemOf(await api.post("/back-office/categories", { name: "Caños" }))).toMatchObject({ status: 409, code: "category_taken" });
  expect(await problemOf(await api.remove(`/back-office/categories/${root.id}`))).toMatchObject({ status: 409, code: "category_in_use" });
  expect((await api.patch(`/back-office/categories/${leaf.id}`, { parentId: null, name: "Caños y tubos" })).status()).toBe(200);
  expect((await api.remove(`/back-office/categories/${root.id}`)).status()).toBe(204);
  for (const name of ["Clavos", "Pinturas"]) expect((await api.post("/back-office/categories", { name })).status()).toBe(201);
  const first = await (await api.get("/back-office/categories?limit=2")).json();
  const rest = await (await api.get(`/back-office/categories?limit=2&cursor=${first.nextCursor}`)).json();
  expect([...first.items, ...rest.items].map(({ name }: { name: string }) => name)).toEqual(["Caños y tubos", "Clavos", "Pinturas"]);
  expect(rest.nextCursor).toBeNull();
  expect((await problemOf(await api.get("/back-office/categories?cursor=abc"))).status).toBe(400);
  const { items } = await (await api.get("/back-office/categories?limit=1")).json();
  expect(items).toEqual([{ id: leaf.id, name: "Caños y tubos", parentId: null, productCount: 0, negativeStock: null }]);
});

test("a POST sent again under its key is one product; the key with another body is refused", async ({ request }) => {
  const api = await apiOfNewShop(request);
  const key = { "idempotency-key": crypto.randomUUID() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => api.post("/back-office/products", { name: "Martillo" }, key)));
  const bodies = await Promise.all(answers.map((answer) => answer.json()));
  expect(answers.map((answer) => answer.status())).toEqual([201, 201, 201, 201, 201]);
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  expect(await problemOf(await api.post("/back-office/products", { name: "Pinza" }, key))).toMatchObject({ status: 422, code: "idempotency_mismatch" });
  expect((await (await api.get("/ops/products")).json()).items).toHaveLength(1);
});

test("stock levels and movements, price lists, locations", async ({ request }) => {
  const api = await apiOfNewShop(request);
  const product = await (await api.post("/back-office/products", { name: "Clavo", unit: "kg", initialStock: "2.5", salePrice: "100" })).json();
  const { items: lists } = await (await api.get("/ops/price-lists")).json();
  expect(lists).toMatchObject([{ id: api.tenantId, kind: "base", currency: "ARS", taxIncluded: true, isDefault: true }]);
  const sale = await api.post("/ops/sales", { priceListId: lists[0].id, lines: [{ productId: product.id, quantity: "0.5" }] });
  expect(sale.status()).toBe(201);
  const { items: locations } = await (await api.get("/ops/locations")).json();
  expect((await (await api.get(`/ops/stock/levels?productId=${product.id}`)).json()).items).toMatchObject([{ productId: product.id, locationId: locations[0].id, onHand: "2.000", reserved: "0.000", available: "2.000" }]);
  const { items: movements } = await (await api.get(`/ops/stock/movements?productId=${product.id}`)).json();
  expect(movements).toMatchObject([
    { type: "sale", quantity: "-0.500", before: "2.500", after: "2.000", source: { kind: "sale", id: (await sale.json()).id }, member: "Marta Quiroga" },
    { type: "opening", quantity: "2.500", before: "0.000", after: "2.500", source: { kind: "product", id: product.id } },
  ]);
  for (const query of ["productId=1", "limit=0", "from=yesterday", "tenantId=x"]) expect([query, (await problemOf(await api.get(`/ops/stock/movements?${query}`))).status]).toEqual([query, 400]);
});
