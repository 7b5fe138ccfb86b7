import { expect, test, type APIResponse } from "@playwright/test";
import { newEmail, openShop, PASSWORD, signInByRequest } from "./support/open-shop.ts";

async function problemOf(response: APIResponse): Promise<{ code: string; errors: { path: string; code: string }[] }> {
  expect(response.headers()["content-type"]).toContain("application/problem+json");
  return (await response.json()) as { code: string; errors: { path: string; code: string }[] };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const form = (given: Record<string, unknown> = {}) => ({ email: newEmail(), password: PASSWORD, name: "Marta", tenantName: "El Tornillo", acceptTerms: true, ...given });

test("register, me, refresh and logout follow the contract", async ({ request }) => {
  const response = await request.post("/api/v1/auth/register", { data: form({ locale: "pt-BR" }) });
  expect(response.status()).toBe(201);
  const opened = await response.json();
  expect(opened).toMatchObject({ token_type: "Bearer", expires_in: 900, user: { name: "Marta", role: "OWNER" }, tenant: { name: "El Tornillo" } });
  expect(response.headers()).toMatchObject({ "cache-control": "private, no-store", "x-content-type-options": "nosniff", "content-security-policy": expect.stringContaining("default-src 'none'") });

  const me = await request.get("/api/v1/me", { headers: bearer(opened.access_token) });
  expect(await me.json()).toMatchObject({ user: { id: opened.user.id }, tenant: opened.tenant, role: "OWNER", permissions: expect.arrayContaining(["sale.register", "product.cost"]) });

  const refreshed = await request.post("/api/v1/auth/refresh", { data: { refresh_token: opened.refresh_token } });
  expect(refreshed.status()).toBe(200);
  const { refresh_token } = await refreshed.json();
  expect(refresh_token).not.toBe(opened.refresh_token);
  expect((await request.post("/api/v1/auth/logout", { data: { refresh_token } })).status()).toBe(204);
  const after = await request.post("/api/v1/auth/refresh", { data: { refresh_token } });
  expect([after.status(), (await problemOf(after)).code]).toEqual([401, "refresh_invalid"]);
});

test("login: one answer for unknown and wrong, the shop by its slug", async ({ request }) => {
  const shop = await openShop(request);
  const login = (data: object) => request.post("/api/v1/auth/login", { data });
  const known = await login({ email: shop.email, password: "otra frase que no es" });
  const unknown = await login({ email: newEmail(), password: "otra frase que no es" });
  expect([known.status(), unknown.status()]).toEqual([401, 401]);
  expect(await known.text()).toBe(await unknown.text());
  expect((await login({ email: shop.email, password: PASSWORD, tenant: shop.tenant.slug })).status()).toBe(200);
  expect((await login({ email: shop.email, password: PASSWORD, tenant: "not-mine" })).status()).toBe(403);
});

test("C9 C10 C11 B3 bad input is told per field, never 5xx", async ({ request }) => {
  const register = (given: object) => request.post("/api/v1/auth/register", { data: form(given as Record<string, unknown>) });
  const cases: [object, number, string, string][] = [
    [{ email: "no es un correo" }, 400, "email", "email_invalid"],
    [{ email: "a@b.com,c@d.com" }, 400, "email", "email_invalid"],
    [{ email: "mаrta@ejemplo.com" }, 400, "email", "email_invalid"],
    [{ password: "corta" }, 400, "password", "password_short"],
    [{ password: "x".repeat(900_000) }, 400, "password", "too_long"],
    [{ password: { gt: "" } }, 400, "password", "invalid"],
    [{ name: "   " }, 400, "name", "name_required"],
    [{ tenantName: "\u202e".repeat(3) }, 400, "tenantName", "invalid"],
    [{ tenantName: "x".repeat(81) }, 400, "tenantName", "too_long"],
    [{ acceptTerms: false }, 400, "acceptTerms", "terms_required"],
    [{ acceptTerms: "true" }, 400, "acceptTerms", "terms_required"],
    [{ tenantId: "0190a0a0-0000-7000-8000-000000000000" }, 400, "tenantId", "unknown_field"],
    [{ role: "OWNER" }, 400, "role", "unknown_field"],
    [{ locale: "../../etc" }, 400, "locale", "not_allowed"],
  ];
  for (const [given, status, path, code] of cases) {
    const response = await register(given);
    const problem = await problemOf(response);
    expect([given, response.status(), problem.errors.map((error) => [error.path, error.code])]).toEqual([given, status, [[path, code]]]);
  }
  const nul = await request.post("/api/v1/auth/register", { headers: { "content-type": "application/json" }, data: JSON.stringify(form({ password: "con\u0000nulo adentro" })) });
  expect(nul.status()).toBe(400);
  expect((await request.post("/api/v1/auth/login", { form: { email: "a@b.com", password: "x" } })).status()).toBe(415);
  expect((await request.post("/api/v1/auth/login", { headers: { "content-type": "application/json" }, data: "x".repeat(2_000_000) })).status()).toBe(413);
  expect((await request.post("/api/v1/auth/login", { headers: { "content-type": "application/json" }, data: "[".repeat(10_000) })).status()).toBe(400);
  expect((await request.post("/api/v1/auth/login?access_token=x", { data: { email: "a@b.com", password: "x" } })).status()).toBe(400);
});

test("E10 D16 D17 what is no credential here opens nothing", async ({ request, context, baseURL, page }) => {
  const shop = await openShop(request);
  expect((await request.get(`/api/v1/me?access_token=${shop.accessToken}`)).status()).not.toBe(200);
  expect((await request.get("/api/v1/me")).status()).toBe(401);
  await signInByRequest(context, baseURL!, shop);
  const sid = (await context.cookies()).find(({ name }) => name === "sid")!;
  expect((await request.get("/api/v1/me", { headers: bearer(sid.value) })).status()).toBe(401);
  expect((await request.get("/api/v1/me", { headers: { cookie: `sid=${sid.value}` } })).status()).toBe(401);
  await page.context().clearCookies();
  await page.setExtraHTTPHeaders(bearer(shop.accessToken));
  await page.goto("/products");
  await expect(page).toHaveURL(/\/login/);
});

test("C22 D5 only what we use of next-auth is there", async ({ request, baseURL }) => {
  const headers = { origin: baseURL! };
  expect((await request.post("/api/auth/_log", { form: { level: "error", code: "x" }, headers })).status()).toBe(404);
  expect((await request.post("/api/auth/session", { form: { "data[tenantId]": "b" }, headers })).status()).toBe(404);
  expect((await request.get("/api/auth/session")).status()).toBe(404);
  expect((await request.get("/api/auth/providers")).status()).toBe(404);
  const foreign = await request.post("/api/auth/callback/credentials", { form: { email: "a@b.com", password: "x" }, headers: { origin: "https://evil.example" } });
  expect(foreign.status()).toBe(403);
  expect((await request.post("/api/auth/callback/credentials", { form: { email: "a@b.com", password: "x" } })).status()).toBe(403);
});

test("C21 C23 next-auth leads home and tells nothing in addresses", async ({ request, baseURL }) => {
  const shop = await openShop(request);
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const post = (given: object) => request.post("/api/auth/callback/credentials", { form: { csrfToken, email: shop.email, password: PASSWORD, ...given }, headers: { origin: baseURL! }, maxRedirects: 0 });
  for (const callbackUrl of ["https://evil.example/x", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    expect((await post({ callbackUrl })).headers().location).toBe(`${baseURL}/products`);
  }
  expect((await post({ callbackUrl: "/sales" })).headers().location).toBe(`${baseURL}/sales`);
  const wrong = await post({ password: "otra frase que no es" });
  expect(wrong.headers().location).toBe(`${baseURL}/api/auth/error?error=CredentialsSignin&provider=credentials`);
  expect((await post({ password: "nul\0nul" })).headers().location).toContain("error=CredentialsSignin");
});

test("F4 F5 F6 F18 F19 pages carry their headers and refuse forms from elsewhere", async ({ request, context, baseURL, page }) => {
  const shop = await openShop(request);
  await signInByRequest(context, baseURL!, shop);
  const response = await page.goto("/products");
  const headers = response!.headers();
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
  const policy = headers["content-security-policy"]!;
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic';/);
  for (const part of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"]) expect(policy).toContain(part);
  expect((await page.goto("/login"))!.headers()["content-security-policy"]).not.toBe(policy);
  expect((await request.get("/no-such-page")).headers()["x-content-type-options"]).toBe("nosniff");

  const sid = (await context.cookies()).find(({ name }) => name === "sid")!.value;
  const strangers: Record<string, string>[] = [{ origin: "https://evil.example" }, {}, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site", origin: baseURL! }, { origin: "https://evil.example", "x-forwarded-host": "evil.example" }];
  for (const extra of strangers) {
    const posted = await request.post("/products", { form: { x: "1" }, headers: { cookie: `sid=${sid}`, ...extra } });
    expect([extra, posted.status()]).toEqual([extra, 403]);
  }
});

test("no page breaks its own policy", async ({ page, context, baseURL, request }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) broken.push(message.text());
  });
  page.on("pageerror", (error) => broken.push(error.message));
  const visit = async (path: string) => {
    await page.goto(path);
    // Hydration and prefetches come after "load".
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
  };
  for (const path of ["/login", "/signup", "/terms"]) await visit(path);
  await signInByRequest(context, baseURL!, await openShop(request));
  for (const path of ["/products", "/pos", "/sales", "/back-office"]) await visit(path);
  expect(broken).toEqual([]);
});
