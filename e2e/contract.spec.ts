import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { MAX_FILE_BYTES } from "../src/platform/spreadsheet/limits.ts";
import { newId } from "../src/kernel/id.ts";
import { callApi, problemOf, type ApiAnswer } from "./support/call-api.ts";
import { schemaFaults } from "./support/check-schema.ts";
import { openShop, PASSWORD, type E2eShop } from "./support/open-shop.ts";

// API.md, row by row, against the production build: what an integrator's program meets.

interface Document {
  paths: Record<string, Record<string, { security: unknown[]; requestBody?: { content: Record<string, object> }; responses: Record<string, { content?: Record<string, { schema: object }> }> }>>;
}

type Given = NonNullable<Parameters<typeof callApi>[3]>;

let shop: E2eShop;
let document: Document;
let base: string;

test.beforeAll(async ({ playwright, baseURL }) => {
  base = baseURL!;
  const request = await playwright.request.newContext({ baseURL: base });
  shop = await openShop(request);
  document = (await callApi(base, "GET", "/api/v1/openapi.json")).json as Document;
  await request.dispose();
});

/** A call with the owner's token, whose success must be as the OpenAPI document says. */
async function call(method: string, path: string, given: Given = {}): Promise<ApiAnswer> {
  const answer = await callApi(base, method, `/api/v1${path}`, { token: shop.accessToken, ...given });
  const address = `/api/v1${path.split("?")[0]!.replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}$/, "/{id}")}`;
  const described = document.paths[address]?.[method.toLowerCase()]?.responses[answer.status];
  const schema = described?.content?.["application/json"]?.schema;
  if (answer.status < 300) {
    expect([method, path, described !== undefined]).toEqual([method, path, true]);
    expect([method, path, schema ? schemaFaults(schema, answer.json) : answer.text]).toEqual([method, path, schema ? [] : ""]);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
  return answer;
}

async function addProduct(given: object = {}): Promise<{ id: string; sku: string; version: number }> {
  const answer = await call("POST", "/back-office/products", { body: { name: "Codo 90°", salePrice: "121.00", costPrice: "60", initialStock: "10", ...given } });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.json as { id: string; sku: string; version: number };
}

const itemsOf = (answer: ApiAnswer) => (answer.json as { items: { id: string }[] }).items;

test("GET /me: user, tenant, role, permissions", async () => {
  const { status, json } = await call("GET", "/me");
  expect([status, json]).toMatchObject([200, { user: { email: shop.email, name: "Marta Quiroga", role: "OWNER" }, tenant: shop.tenant, role: "OWNER", permissions: expect.arrayContaining(["sale.register"]) }]);
});

test("products: create, read, find, change, delete; archived once there is history", async () => {
  const barcode = `77${String(Date.now()).slice(-11)}`;
  const created = await addProduct({ barcodes: [barcode], minStock: "2.5", taxRate: "10.5", description: "PVC <b>40 mm</b>", initialStock: undefined });
  const read = await call("GET", `/ops/products/${created.id}`);
  expect(read.json).toEqual(created);
  expect(read.json).toMatchObject({ unit: "u", barcodes: [barcode], taxRate: "10.50", minStock: "2.500", stock: { onHand: "0.000", reserved: "0.000", available: "0.000" }, isActive: true });
  expect(itemsOf(await call("GET", `/ops/products?barcode=${barcode}`))).toEqual([created]);
  expect(itemsOf(await call("GET", `/ops/products?q=${created.sku}`)).map(({ id }) => id)).toContain(created.id);

  const changed = await call("PATCH", `/back-office/products/${created.id}`, { body: { salePrice: "130.5", version: created.version } });
  expect([changed.status, changed.json]).toMatchObject([200, { salePrice: "130.50", version: created.version + 1 }]);
  const stale = await call("PATCH", `/back-office/products/${created.id}`, { body: { salePrice: "1", version: created.version } });
  expect([stale.status, problemOf(stale).code]).toEqual([409, "version_changed"]);
  const twin = await call("POST", "/back-office/products", { body: { name: "Otro", sku: created.sku, salePrice: "1" } });
  expect([twin.status, problemOf(twin).errors]).toMatchObject([409, [{ path: "sku", code: "sku_taken" }]]);
  const sameId = await call("POST", "/back-office/products", { body: { id: created.id, name: "Otro", salePrice: "1" } });
  expect([sameId.status, problemOf(sameId).errors]).toMatchObject([409, [{ path: "id", code: "conflict" }]]);

  expect((await call("DELETE", `/back-office/products/${created.id}`)).json).toEqual({ archived: false });
  expect((await call("GET", `/ops/products/${created.id}`)).status).toBe(404);
  const stocked = await addProduct();
  expect((await call("DELETE", `/back-office/products/${stocked.id}`)).json).toEqual({ archived: true });
  expect((await call("GET", `/ops/products/${stocked.id}`)).json).toMatchObject({ isActive: false });
});

test("categories: create, list, change, delete; taken, in a ring, in use", async () => {
  const name = `Caños ${newId().slice(-6)}`;
  const made = (await call("POST", "/back-office/categories", { body: { name } })).json as { id: string };
  expect(itemsOf(await call("GET", "/back-office/categories"))).toContainEqual({ id: made.id, name, parentId: null, productCount: 0, negativeStock: null });
  const codeOf = async (answer: Promise<ApiAnswer>) => [(await answer).status, problemOf(await answer).code];
  expect(await codeOf(call("POST", "/back-office/categories", { body: { name } }))).toEqual([409, "category_taken"]);
  expect(await codeOf(call("POST", "/back-office/categories", { body: { id: made.id, name: `${name} 2` } }))).toEqual([409, "conflict"]);
  expect(await codeOf(call("PATCH", `/back-office/categories/${made.id}`, { body: { parentId: made.id } }))).toEqual([422, "category_cycle"]);
  const { id } = await addProduct({ categoryId: made.id, initialStock: undefined });
  expect(await codeOf(call("DELETE", `/back-office/categories/${made.id}`))).toEqual([409, "category_in_use"]);
  await call("DELETE", `/back-office/products/${id}`);
  expect((await call("DELETE", `/back-office/categories/${made.id}`)).status).toBe(204);
});

test("a sale moves stock and figures; read and list say the same", async () => {
  const product = await addProduct();
  const sold = await call("POST", "/ops/sales", { body: { lines: [{ productId: product.id, quantity: "2" }], payments: [{ method: "cash", amount: "300" }] } });
  expect([sold.status, sold.json]).toMatchObject([201, { status: "completed", subtotal: "242.00", total: "242.00", change: "58.00", tax: "42.00", payments: [{ method: "cash", amount: "300.00" }] }]);
  const { id, number } = sold.json as { id: string; number: number };
  expect((await call("GET", `/ops/sales/${id}`)).text).toBe(sold.text);
  expect(itemsOf(await call("GET", "/ops/sales?limit=200"))).toContainEqual(expect.objectContaining({ id, number, total: "242.00" }));
  expect((await call("GET", `/ops/stock/levels?productId=${product.id}`)).json).toMatchObject({ items: [{ onHand: "8.000", available: "8.000" }], nextCursor: null });
  const movements = (await call("GET", `/ops/stock/movements?productId=${product.id}`)).json as { items: { at: string }[] };
  expect(movements.items).toMatchObject([{ type: "sale", quantity: "-2.000", before: "10.000", after: "8.000", source: { kind: "sale", id }, member: "Marta Quiroga" }, { type: "opening", quantity: "10.000" }]);
  expect((await call("GET", "/back-office/reports/dashboard")).json).toMatchObject({ tickets: expect.any(Number), byMethod: expect.arrayContaining([expect.objectContaining({ method: "cash" })]) });
});

test("from and to are days of the shop, both included", async () => {
  const product = await addProduct();
  const { from: today } = (await call("GET", "/back-office/reports/dashboard")).json as { from: string };
  const found = async (query: string) => itemsOf(await call("GET", `/ops/stock/movements?productId=${product.id}&${query}`)).length;
  expect([await found(`from=${today}`), await found(`to=${today}`), await found(`from=${today}&to=${today}`), await found("to=2020-02-29"), await found("from=2999-12-31")]).toEqual([1, 1, 1, 0, 0]);
  expect(await found(`from=${encodeURIComponent(new Date(Date.now() - 60_000).toISOString())}`)).toBe(1);
  for (const day of ["2023-02-29", "0000-01-01", "0000-01-01T00:00:00Z", "hoy", "2026-13-01", "+002026-01-01"]) {
    for (const path of ["/ops/sales", "/ops/stock/movements", "/back-office/reports/dashboard"]) {
      const refused = await call("GET", `${path}?from=${encodeURIComponent(day)}`);
      expect([path, day, refused.status, problemOf(refused).errors[0]!.path]).toEqual([path, day, 400, "from"]);
    }
  }
});

test("locations, payment methods, price lists", async () => {
  expect(itemsOf(await call("GET", "/ops/locations"))).toMatchObject([{ kind: "shop", isDefault: true }]);
  expect((await call("GET", "/ops/payment-methods")).json).toMatchObject({ items: [{ method: "cash" }, { method: "debit" }, { method: "credit" }, { method: "transfer" }, { method: "wallet" }, { method: "account" }, { method: "store_credit", percent: "0.00" }] });
  expect((await call("GET", "/ops/price-lists")).json).toMatchObject({ items: [{ kind: "base", taxIncluded: true, isDefault: true }], nextCursor: null });
});

test("lists page by cursor: each item once, whatever the size; sizes are capped", async () => {
  const name = `Página ${newId().slice(-8)}`;
  const made = new Set<string>();
  for (let i = 0; i < 7; i += 1) made.add((await addProduct({ name: `${name} ${i}` })).id);
  for (const path of ["/ops/products?sort=name", `/ops/products?q=${encodeURIComponent(name)}`, "/ops/products?sort=-updated", "/ops/products?sort=price", "/ops/stock/levels?x", "/ops/stock/movements?x", "/ops/sales?x"]) {
    const seen: string[] = [];
    let cursor: string | null = "";
    const address: string = path.replace("?x", "?limit=3").replace(/^(?!.*limit)(.*)$/, "$1&limit=3");
    while (cursor !== null) {
      const page = (await call("GET", address + (cursor && `&cursor=${cursor}`))).json as { items: Record<string, string>[]; nextCursor: string | null };
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map((item) => item["id"] ?? `${item["productId"]} ${item["locationId"]}`));
      cursor = page.nextCursor;
    }
    expect([path, new Set(seen).size]).toEqual([path, seen.length]);
    if (path.startsWith("/ops/products")) expect([...made].filter((id) => !seen.includes(id))).toEqual([]);
  }
  for (const path of ["/ops/products", "/ops/sales", "/ops/stock/levels", "/ops/stock/movements"]) {
    expect((await call("GET", `${path}?limit=999999999`)).status).toBe(200);
    for (const limit of ["0", "-1", "1e2", "0x10", "", " 5", "1.5", "99999999999999999999"]) {
      const refused = await call("GET", `${path}?limit=${encodeURIComponent(limit)}`);
      expect([path, limit, refused.status, problemOf(refused).errors[0]!.path]).toEqual([path, limit, 400, "limit"]);
    }
    expect((await call("GET", `${path}?cursor=${encodeURIComponent("../x")}`)).status).toBe(400);
    const repeated = await call("GET", `${path}?limit=1&limit=2`);
    expect([repeated.status, problemOf(repeated).errors]).toMatchObject([400, [{ path: "limit" }]]);
  }
});

test("what is not there: 404, 405 with Allow, 406, 413, 415, all as problems", async () => {
  const unknown = await call("GET", "/ops/nothing");
  expect([unknown.status, problemOf(unknown).code]).toEqual([404, "not_found"]);
  for (const [path, item] of Object.entries(document.paths)) {
    const address = path.replace("{id}", newId());
    const open = Object.keys(item).map((method) => method.toUpperCase());
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((name) => !open.includes(name))) {
      const refused = await callApi(base, method, address, { token: shop.accessToken });
      expect([method, path, refused.status, problemOf(refused).code]).toEqual([method, path, 405, "method_not_allowed"]);
      for (const name of open) expect(refused.headers.get("allow")!.split(", ")).toContain(name);
    }
    const options = await callApi(base, "OPTIONS", address, { headers: { origin: "https://evil.example", "access-control-request-method": "POST" } });
    expect([path, options.status, options.headers.get("access-control-allow-origin"), options.text]).toEqual([path, 204, null, ""]);
    expect(options.headers.get("allow")).toContain("OPTIONS");
    const head = await callApi(base, "HEAD", address, { token: shop.accessToken });
    expect([path, head.text, open.includes("GET") ? head.status !== 405 : head.status === 405]).toEqual([path, "", true]);
    for (const [method, { requestBody, responses }] of Object.entries(item)) {
      // Addresses of files answer their file, whatever is asked for.
      if (responses[200] && !responses[200].content?.["application/json"]) continue;
      const picky = await callApi(base, method.toUpperCase(), address, { token: shop.accessToken, headers: { accept: "text/html;q=1, application/json;q=0" }, ...(requestBody ? { body: {} } : {}) });
      expect([method, path, picky.status, problemOf(picky).code]).toEqual([method, path, 406, "not_acceptable"]);
      if (!requestBody) continue;
      const form = await callApi(base, method.toUpperCase(), address, { token: shop.accessToken, raw: "a=b", headers: { "content-type": "text/plain" } });
      expect([method, path, form.status, problemOf(form).code]).toEqual([method, path, 415, "unsupported_media_type"]);
      const limit = "multipart/form-data" in requestBody.content ? MAX_FILE_BYTES : 1_000_000;
      const large = await callApi(base, method.toUpperCase(), address, { token: shop.accessToken, raw: `"${"x".repeat(limit)}"` });
      expect([method, path, large.status, problemOf(large).code]).toEqual([method, path, 413, "payload_too_large"]);
    }
  }
});

test("a 401 says how to come in, a file comes to who asks for its kind, a packed body is read by nobody", async () => {
  for (const [path, body] of [["/me", undefined], ["/auth/login", { email: shop.email, password: "otra que es larga" }]] as const) {
    const refused = await callApi(base, body ? "POST" : "GET", `/api/v1${path}`, body ? { body } : {});
    expect([path, refused.status, refused.headers.get("www-authenticate")]).toEqual([path, 401, "Bearer"]);
  }
  const file = await callApi(base, "GET", "/api/v1/back-office/products/export?format=csv", { token: shop.accessToken, headers: { accept: "text/csv" } });
  expect([file.status, file.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/csv")]);
  for (const [path, type] of [["/ops/sales", "application/json"], ["/back-office/products/import", "multipart/form-data; boundary=x"]]) {
    const packed = await callApi(base, "POST", `/api/v1${path}`, { token: shop.accessToken, raw: "{}", headers: { "content-type": type!, "content-encoding": "gzip" } });
    expect([path, packed.status, problemOf(packed).code]).toEqual([path, 415, "unsupported_media_type"]);
  }
});

test("problems speak the caller's language", async () => {
  const say = async (language: string) => problemOf(await callApi(base, "GET", "/api/v1/me", { headers: { "accept-language": language } })).detail;
  const [es, en, pt] = await Promise.all([say("es-AR"), say("en-GB,en;q=0.9"), say("pt-BR")]);
  expect(new Set([es, en, pt]).size).toBe(3);
  expect(es).toBe("Ingresá de nuevo para seguir.");
});

test("E14 Idempotency-Key: replay, mismatch, another shop's own", async ({ request }) => {
  const product = await addProduct();
  const headers = { "idempotency-key": randomUUID() };
  const body = { lines: [{ productId: product.id, quantity: "1" }] };
  const first = await call("POST", "/ops/sales", { body, headers });
  const again = await call("POST", "/ops/sales", { body, headers });
  expect([again.status, again.text]).toEqual([201, first.text]);
  const other = await call("POST", "/ops/sales", { body: { lines: [{ productId: product.id, quantity: "3" }] }, headers });
  expect([other.status, problemOf(other).code]).toEqual([422, "idempotency_mismatch"]);
  const elsewhere = await call("POST", "/back-office/products", { body: { name: "Codo", salePrice: "1" }, headers });
  expect([elsewhere.status, problemOf(elsewhere).code]).toEqual([422, "idempotency_mismatch"]);
  // A refusal is not kept: the same key may try again once the cause is gone.
  const retry = { "idempotency-key": randomUUID() };
  expect((await call("POST", "/ops/sales", { body: { lines: [{ sku: `S-${product.id}`, quantity: "1" }] }, headers: retry })).status).toBe(404);
  await addProduct({ sku: `S-${product.id}` });
  expect((await call("POST", "/ops/sales", { body: { lines: [{ sku: `S-${product.id}`, quantity: "1" }] }, headers: retry })).status).toBe(201);
  for (const key of ["x".repeat(201), "a b", "\u00f1"]) {
    const refused = await call("POST", "/ops/sales", { body, headers: { "idempotency-key": key } });
    expect([refused.status, problemOf(refused).errors]).toMatchObject([400, [{ path: "Idempotency-Key" }]]);
  }
  const neighbour = await openShop(request);
  const theirs = await callApi(base, "POST", "/api/v1/back-office/categories", { token: neighbour.accessToken, body: { name: "Codos" }, headers });
  expect(theirs.status).toBe(201);
});

test("I5 one Idempotency-Key, 50 times at once: one sale and 50 equal answers; the same with one id", async () => {
  const product = await addProduct({ initialStock: "100" });
  const body = { lines: [{ productId: product.id, quantity: "1" }] };
  for (const given of [{ body, headers: { "idempotency-key": randomUUID() } }, { body: { id: newId(), ...body } }]) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => call("POST", "/ops/sales", given)));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  }
  expect((await call("GET", `/ops/stock/levels?productId=${product.id}`)).json).toMatchObject({ items: [{ onHand: "98.000" }] });
});

test("the same id with another content is refused", async () => {
  const product = await addProduct();
  const id = newId();
  expect((await call("POST", "/ops/sales", { body: { id, lines: [{ productId: product.id, quantity: "1" }] } })).status).toBe(201);
  const other = await call("POST", "/ops/sales", { body: { id, lines: [{ productId: product.id, quantity: "2" }] } });
  expect([other.status, problemOf(other).code]).toEqual([422, "idempotency_mismatch"]);
});

test("another shop's ids: as unknown as ids that do not exist, in addresses, filters and bodies", async ({ request }) => {
  const neighbour = await openShop(request);
  const theirs = (await callApi(base, "POST", "/api/v1/back-office/products", { token: neighbour.accessToken, body: { name: "Ajeno", salePrice: "5", initialStock: "3" } })).json as { id: string };
  const theirSale = (await callApi(base, "POST", "/api/v1/ops/sales", { token: neighbour.accessToken, body: { lines: [{ productId: theirs.id, quantity: "1" }] } })).json as { id: string; locationId: string; customerId: string };
  const own = await addProduct();
  const sells = (given: object) => call("POST", "/ops/sales", { body: { lines: [{ productId: own.id, quantity: "1" }], ...given } });
  const pairs = async (of: (id: string) => Promise<ApiAnswer>, id: string) => [await of(id), await of(newId())].map(({ status, text, json }) => [status, status === 200 ? json : text]);
  for (const [of, id] of [
    [(id: string) => call("GET", `/ops/products/${id}`), theirs.id],
    [(id: string) => call("GET", `/ops/sales/${id}`), theirSale.id],
    [(id: string) => call("PATCH", `/back-office/products/${id}`, { body: { name: "Mío" } }), theirs.id],
    [(id: string) => call("DELETE", `/back-office/products/${id}`), theirs.id],
    [(id: string) => call("GET", `/ops/stock/levels?productId=${id}`), theirs.id],
    [(id: string) => call("GET", `/ops/stock/movements?productId=${id}`), theirs.id],
    [(id: string) => call("GET", `/ops/sales?customerId=${id}`), theirSale.customerId],
    [(id: string) => sells({ locationId: id }), theirSale.locationId],
    [(id: string) => sells({ customerId: id }), theirSale.customerId],
    [(id: string) => sells({ lines: [{ productId: id, quantity: "1" }] }), theirs.id],
    [(id: string) => call("POST", "/back-office/products", { body: { name: "x", salePrice: "1", categoryId: id } }), theirs.id],
  ] as const) {
    const [foreign, nobodys] = await pairs(of, id);
    expect(foreign).toEqual(nobodys);
    expect([200, 404]).toContain(foreign![0]);
  }
  const stale = await call("GET", "/me", { headers: { "x-tenant-slug": neighbour.tenant.slug } });
  expect([stale.status, problemOf(stale).code]).toEqual([403, "tenant_changed"]);
  expect((await callApi(base, "GET", `/api/v1/ops/products/${theirs.id}`, { token: neighbour.accessToken })).json).toMatchObject({ stock: { onHand: "2.000" } });
});

test("tokens: refresh rotates, logout ends the family, an end is an end", async () => {
  const login = await callApi(base, "POST", "/api/v1/auth/login", { body: { email: shop.email, password: PASSWORD, tenant: shop.tenant.slug } });
  expect([login.status, login.json]).toMatchObject([200, { token_type: "Bearer", expires_in: 900, user: { email: shop.email, role: "OWNER" }, tenant: shop.tenant }]);
  const { refresh_token } = login.json as { refresh_token: string };
  const out = await callApi(base, "POST", "/api/v1/auth/logout", { body: { refresh_token } });
  expect([out.status, out.text]).toEqual([204, ""]);
  const dead = await callApi(base, "POST", "/api/v1/auth/refresh", { body: { refresh_token } });
  expect([dead.status, problemOf(dead).code]).toEqual([401, "refresh_invalid"]);
  const registered = await callApi(base, "POST", "/api/v1/auth/register", { body: { email: shop.email, password: PASSWORD, name: "x", tenantName: "y", acceptTerms: true } });
  expect([registered.status, problemOf(registered).code]).toEqual([409, "email_taken"]);
});

test("health and ready: exact, quick, without a word of the inside", async () => {
  const health = await callApi(base, "GET", "/api/health");
  expect([health.status, health.json, health.headers.get("cache-control")]).toEqual([200, { status: "live" }, "no-store"]);
  const ready = await callApi(base, "GET", "/api/ready");
  expect([ready.status, ready.json, ready.headers.get("cache-control")]).toEqual([200, { status: "ready", checks: { tenantDatabase: "ok", controlDatabase: "ok" } }, "no-store"]);
  for (const path of ["/api/health", "/api/ready"]) {
    const head = await callApi(base, "HEAD", path);
    expect([head.status, head.text]).toEqual([200, ""]);
    const refused = await callApi(base, "POST", path);
    expect([refused.status, problemOf(refused).code, refused.headers.get("allow")]).toEqual([405, "method_not_allowed", "GET, HEAD, OPTIONS"]);
  }
});

test("the reference page lists every operation", async ({ page }) => {
  await page.goto("/api/docs");
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  const count = Object.values(document.paths).reduce((sum, item) => sum + Object.keys(item).length, 0);
  await expect(page.locator("details")).toHaveCount(count);
  await page.getByText("Register a sale").click();
  await expect(page.getByText("lines[].quantity").first()).toBeVisible();
});
