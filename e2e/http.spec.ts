import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { callAction } from "./support/call-action.ts";
import { callApi } from "./support/call-api.ts";
import { FIXED_HEADERS, STRICT_TRANSPORT } from "../src/platform/security-headers.ts";
import { openShop, signInByRequest, type E2eShop } from "./support/open-shop.ts";
import { builtActions } from "./support/read-build.ts";
import { sessionCookie } from "./support/session-cookie.ts";

// Matrix groups E and F: what reaches the server below the forms and the contract.

const action = builtActions().find(({ name }) => name === "saveCategoryAction")!;

let base: string;
let shop: E2eShop;
let cookie: string;

test.beforeAll(async ({ playwright, baseURL }) => {
  base = baseURL!;
  const request = await playwright.request.newContext({ baseURL: base });
  shop = await openShop(request);
  await request.dispose();
  cookie = await sessionCookie(base, shop.email);
});

const categories = async () => ((await callApi(base, "GET", "/api/v1/back-office/categories", { token: shop.accessToken })).json as { items: unknown[] }).items.length;
const isAlive = async () => (await fetch(`${base}/api/health`)).status;
const save = (headers: Record<string, string>, body: BodyInit = JSON.stringify([shop.tenant.slug, { id: null, name: "Intrusa" }])) =>
  fetch(base + action.page, { method: "POST", redirect: "manual", headers: { "next-action": action.id, accept: "text/x-component", "content-type": "text/plain;charset=UTF-8", ...headers }, body });

test("F4 F5 F6 F7 an action is refused from elsewhere, and whatever the request says of its host", async () => {
  const strangers: Record<string, string>[] = [
    {}, { origin: "https://evil.example" }, { origin: "null" }, { origin: base, "sec-fetch-site": "cross-site" }, { origin: base, "sec-fetch-site": "same-site" }, { origin: base, "sec-fetch-site": "none" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" }, { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" },
  ];
  for (const headers of strangers) {
    const { status } = await save({ cookie, ...headers });
    expect([headers, status]).toEqual([headers, 403]);
  }
  expect(await categories()).toBe(0);
  // The same from our own page is taken.
  expect((await save({ cookie, origin: base })).status).toBe(200);
  expect(await categories()).toBe(1);
});

test("F8 a page elsewhere that sends our forms by itself gets nothing, in a browser", async ({ page, context }) => {
  await signInByRequest(context, base, shop);
  const before = await categories();
  for (const kind of ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]) {
    const evil = `http://evil.example/${encodeURIComponent(kind)}`;
    await page.route(evil, (route) => route.fulfill({ contentType: "text/html", body: `<form method="post" action="${base}${action.page}" enctype="${kind}"><input name="1_name" value="Intrusa"><input name="$ACTION_ID_${action.id}"></form><script>document.forms[0].submit()</script>` }));
    const answered = page.waitForResponse((response) => response.url().startsWith(base) && response.request().method() === "POST", { timeout: 10_000 });
    await page.goto(evil).catch(() => undefined);
    // A cookie that is Lax does not come along: then there is nobody to write for.
    expect([kind, [303, 307, 403, 404, 500].includes((await answered).status())]).toEqual([kind, true]);
    await page.unroute(evil);
  }
  expect(await categories()).toBe(before);
});

test("F10 bodies without measure end early: 2 MB, without end, slow; others are served meanwhile", async () => {
  const large = await save({ cookie, origin: base }, JSON.stringify([shop.tenant.slug, { id: null, name: "x".repeat(2_000_000) }]));
  expect([413, 500].includes(large.status), String(large.status)).toBe(true);
  expect(await large.text()).not.toMatch(/\bat \w+ \(|node_modules/);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > 64_000_000) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  const cut = await fetch(`${base}/api/v1/back-office/categories`, { method: "POST", headers: { authorization: `Bearer ${shop.accessToken}`, "content-type": "application/json" }, body: endless, duplex: "half" } as RequestInit & { duplex: "half" }).then(({ status }) => status, () => 413);
  expect([cut, sent < 64_000_000]).toEqual([413, true]);
  const slow = Array.from({ length: 20 }, () => raw(`POST /api/v1/back-office/categories HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${shop.accessToken}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`, 2_000));
  const start = Date.now();
  expect(await isAlive()).toBe(200);
  expect(Date.now() - start).toBeLessThan(2_000);
  await Promise.all(slow);
});

test("E12 E13 JSON that is deep, doubled or of another kind is refused quickly, and names no prototype", async () => {
  const post = (text: string, headers = {}) => callApi(base, "POST", "/api/v1/back-office/categories", { token: shop.accessToken, raw: text, headers });
  const start = Date.now();
  expect((await post("[".repeat(10_000))).status).toBe(400);
  expect((await post(`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`)).status).toBe(400);
  expect((await post(`{"name":"${"x".repeat(10_000_000)}"}`)).status).toBe(413);
  expect((await post("name=x", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415);
  expect(Date.now() - start).toBeLessThan(5_000);
  for (const text of ['{"name":"P1","__proto__":{"role":"OWNER"}}', '{"name":"P2","constructor":{"prototype":{"x":1}}}', '{"__proto__":{"name":"P3"}}', '{"name":"P4","tenantId":"x"}']) expect([text, (await post(text)).status]).toEqual([text, 400]);
  const doubled = await post('{"name":"Primera","name":"Segunda"}');
  expect([[400, 201].includes(doubled.status), (doubled.json as { name?: string }).name !== "Primera"]).toEqual([true, true]);
});

test("E11 a preflight from elsewhere gets no permission, nor does any answer", async () => {
  for (const path of ["/api/v1/me", "/api/v1/ops/sales", "/products", "/api/auth/csrf"]) {
    for (const method of ["OPTIONS", "GET"]) {
      const answer = await fetch(base + path, { method, redirect: "manual", headers: { origin: "https://evil.example", "access-control-request-method": "POST", "access-control-request-headers": "authorization", authorization: `Bearer ${shop.accessToken}` } });
      expect([path, method, [...answer.headers.keys()].filter((name) => name.startsWith("access-control"))]).toEqual([path, method, []]);
    }
  }
});

test("F9 F11 F12 replies that no React wrote, and actions of another build: refused, nothing told, the process lives", async () => {
  const before = await categories();
  const bodies = [
    "", "[", "null", "1", '"$1"', '["$1"]', '["$@1"]', '["$F1"]', '["$K1"]', '["$Q1"]', '["$W1"]', '["$B1"]', '["$o1"]', '["$R1"]', '["$D"]', '["$n9e999999"]', '["$h1"]', '["$T"]', '["$L1"]', '[{"then":"$1:then"}]',
    '["$1:__proto__:then"]', '["$1:constructor:constructor"]', '[{"status":"resolved_model","value":"{}","_response":{"_prefix":"x"}}]', `[${'"$1",'.repeat(20_000)}1]`, `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    `["${shop.tenant.slug}",{"id":{"then":1},"name":{"toString":1}}]`, JSON.stringify([{ toString: 1 }, {}]), JSON.stringify([shop.tenant.slug, null]), JSON.stringify([null, { id: null, name: "Intrusa" }]), '[["a"],["b"]]',
  ];
  for (const body of bodies) {
    const answer = await save({ cookie, origin: base }, body).catch((error: unknown) => error as Error);
    if (answer instanceof Error) throw new Error(`${body.slice(0, 40)}: ${answer.message}`);
    expect(await answer.text(), body.slice(0, 40)).not.toMatch(/node_modules|\bat \w+ \(|"ok":true/);
  }
  const forms = ["$1", "$K1", '["$K1"]', '["$1","$K2"]'].map((root) => {
    const form = new FormData();
    form.append("1", root);
    form.append("0", root);
    return form;
  });
  for (const form of forms) await (await fetch(base + action.page, { method: "POST", headers: { "next-action": action.id, cookie, origin: base }, body: form })).text();
  for (const id of ["00".repeat(21), "7f" + "0".repeat(40), "x", "../../etc/passwd", "__proto__"]) {
    const gone = await callAction(base, { id, page: action.page, cookie, slug: shop.tenant.slug, input: { id: null, name: "Intrusa" } });
    expect([id, [400, 409].includes(gone.status), gone.verdict]).toEqual([id, true, null]);
  }
  expect([await isAlive(), await categories()]).toEqual([200, before]);
});

test("F16 two lengths, two kinds of length, a line within a header: 400, and nothing smuggled behind", async () => {
  const behind = "GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n";
  const wrong = [
    `POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${behind}`,
    `POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\n${behind}`,
    `POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${behind}`,
    `POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n${behind}`,
    `GET /api/health HTTP/1.1\r\nHost: x\r\nX-A: a\rX-B: b\r\n\r\n`,
    `GET /api/health HTTP/1.1\r\nHost: x\r\n X-Folded: b\r\n\r\n`,
    "GET /api/health\r\nHTTP/1.1\r\n\r\n",
  ];
  for (const text of wrong) {
    const answer = await raw(text, 1_000);
    expect([text.slice(0, 90), answer.slice(0, 12), /HTTP\/1\.1 200/.test(answer)]).toEqual([text.slice(0, 90), "HTTP/1.1 400", false]);
  }
});

test("whatever makes an answer, it carries the headers that never change: also what Next makes of a slash too many", async () => {
  const expected = Object.fromEntries(Object.entries({ ...FIXED_HEADERS, "Strict-Transport-Security": STRICT_TRANSPORT }).map(([name, value]) => [name.toLowerCase(), value]));
  const answers: Record<string, number> = {
    "/products/": 308, "/api/v1/me/": 308, "/api/v1/ops/sales/?limit=1": 308, "//products": 308, "/api//v1/me": 308, "/_next/static/none.js/": 308,
    "/products": 307, "/login": 200, "/api/v1/me": 401, "/api/health": 200, "/none.png": 404, "/_next/static/none.js": 404,
  };
  for (const [path, status] of Object.entries(answers)) {
    const answer = await fetch(base + path, { redirect: "manual", headers: { "x-forwarded-proto": "https" } });
    expect([path, answer.status, Object.fromEntries(answer.headers)]).toMatchObject([path, status, expected]);
    expect([path, (await fetch(base + path, { redirect: "manual" })).headers.get("strict-transport-security")]).toEqual([path, null]);
  }
});

test("a method that nothing here has is refused, and breaks nothing", async () => {
  for (const method of ["TRACE", "TRACK", "PROPFIND", "NONSENSE"]) {
    for (const path of ["/api/v1/me", "/login"]) {
      const answer = await raw(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 5_000);
      // A page shows itself to methods that Next does not know; an address of the API refuses them.
      expect([method, path, (path === "/login" ? /^HTTP\/1\.1 [24]/ : /^HTTP\/1\.1 4/).test(answer)], answer.slice(0, 80)).toEqual([method, path, true]);
    }
  }
  expect(await isAlive()).toBe(200);
});

/** What a bare connection hears within `ms`. */
function raw(text: string, ms: number): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    const end = (): void => {
      socket.destroy();
      resolve(heard);
    };
    socket.on("data", (chunk) => void (heard += chunk.toString("latin1"))).on("close", end).on("error", end);
    setTimeout(end, ms);
  });
}
