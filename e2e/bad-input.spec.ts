import { expect, test } from "@playwright/test";
import { newId } from "../src/kernel/id.ts";
import { callApi, problemFaults, problemOf, type ApiAnswer } from "./support/call-api.ts";
import { naughtyStrings } from "./support/naughty-strings.ts";
import { newEmail, openShop, PASSWORD, type E2eShop } from "./support/open-shop.ts";

// Matrix G on every operation that the OpenAPI document names: refused in words with path and code, or kept unchanged; never 5xx.

interface Schema {
  type?: string | string[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  name: string;
  method: string;
  path: string;
  query: string[];
  body: Schema | null;
}

type Place = readonly (string | number)[];

let shop: E2eShop;
let base: string;
let operations: Operation[];
let ids: Record<string, string>;

test.beforeAll(async ({ playwright, baseURL }) => {
  base = baseURL!;
  const request = await playwright.request.newContext({ baseURL: base });
  shop = await openShop(request);
  await request.dispose();
  const { paths } = (await callApi(base, "GET", "/api/v1/openapi.json")).json as {
    paths: Record<string, Record<string, { parameters: { name: string; in: string }[]; requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  };
  operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters, requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      query: parameters.filter((parameter) => parameter.in === "query").map((parameter) => parameter.name),
      body: requestBody?.content["application/json"]?.schema ?? null,
    })),
  );
  const made = async (path: string, body: object) => ((await callApi(base, "POST", path, { token: shop.accessToken, body })).json as { id: string }).id;
  ids = {
    products: await made("/api/v1/back-office/products", { name: "Codo", salePrice: "100", initialStock: "5" }),
    categories: await made("/api/v1/back-office/categories", { name: "Caños" }),
  };
});

/** Bodies that would be taken, into which one wrong thing at a time is put. */
function soundBody(operation: Operation): Record<string, unknown> {
  switch (operation.name) {
    case "POST /api/v1/auth/register":
      return { email: newEmail(), password: PASSWORD, name: "Marta", tenantName: "El Tornillo", acceptTerms: true };
    case "POST /api/v1/auth/login":
      return { email: newEmail(), password: PASSWORD };
    case "POST /api/v1/ops/sales":
      return { lines: [{ description: "Varios", unitPrice: "10", quantity: "1" }] };
    default:
      return Object.fromEntries((operation.body?.required ?? []).map((name) => [name, `x${newId().slice(-8)}`]));
  }
}

/** Every place of a body: members, and members of the first item of lists. */
function placesOf({ properties = {}, items, anyOf }: Schema, at: Place = []): Place[] {
  const own = Object.entries(properties).flatMap(([name, schema]) => [[...at, name], ...placesOf(schema, [...at, name])]);
  const item = items ? [[...at, 0], ...placesOf(items, [...at, 0])] : [];
  return [...own, ...item, ...(anyOf ?? []).flatMap((schema) => placesOf(schema, at))];
}

function put(body: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = Array.isArray(body) && body.length > 0 ? [...(body as unknown[])] : [{}];
    return list.with(step, put(list[step], rest, value));
  }
  const object = body !== null && typeof body === "object" && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
  return { ...object, [step]: put(object[step], rest, value) };
}

function addressOf({ path }: Operation, id?: string): string {
  return path.replace("{id}", id ?? ids[path.split("/").at(-2)!] ?? newId());
}

function send(operation: Operation, given: { raw?: string | Uint8Array<ArrayBuffer>; query?: string; id?: string; headers?: Record<string, string> } = {}): Promise<ApiAnswer> {
  const { query = "", id, ...rest } = given;
  const body = operation.body && rest.raw === undefined ? { body: soundBody(operation) } : {};
  return callApi(base, operation.method, addressOf(operation, id) + query, { token: shop.accessToken, ...body, ...rest });
}

/** What a sweep found: one assertion at its end, because Playwright keeps a step for each, and thousands of them slow it down. */
type Findings = unknown[];

/** Refused as a problem, or taken; an answer of ours in either case. */
function judge(found: Findings, what: unknown, answer: ApiAnswer): void {
  const { status } = answer;
  const faults = status >= 400 && status < 500 ? problemFaults(answer) : [];
  if (status >= 500 || (status >= 300 && status < 400) || faults.length > 0) found.push([what, status, faults]);
}

/** At most eight calls at a time. */
async function each<T>(list: readonly T[], visit: (item: T) => Promise<void>): Promise<void> {
  const queue = list.values();
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (const item of queue) await visit(item);
  }));
}

// Written as JSON text, since some of these have no JavaScript value that JSON.stringify would write.
const WRONG: readonly string[] = [
  "null", "true", "0", "-0", "-1", "1.5", "1e400", "1e-400", "123456789012345678901234567890", "[]", "[[]]", "{}", '{"gt":""}', '{"then":1}', '{"__proto__":{"admin":true}}', '{"constructor":1}',
  '""', '" "', '"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00\\ud800"', '"-0"', '"-0.00"', '"-1"', '"1e5"', '"1e309"', '"NaN"', '"Infinity"', '"0x10"', '"1,5"', '"+1"', '" 1"', '"1."', '".5"', '"00012"',
  '"999999999999999999"', `"${"9".repeat(400)}"`, '"0.000000001"', '"0.00001"', '"2026-02-30"', '"0000-00-00"', '"true"', `"${"x".repeat(5_000)}"`, '"00000000-0000-0000-0000-000000000000"', '"01A1FEC6-5927-7FA2-875E-9C2929C8FA41"',
];

/** Notations of their own, answered in their standard form: a chain of discounts, the number of a document without its dots, a weight without idle zeros. */
const NOTATIONS = ["discounts", "document", "weight"];

/** BAD_INPUT=all gives everything to every place. */
const GIVES_ALL = process.env["BAD_INPUT"] === "all";

/**
 * In the suite every place gets so many of a list, the next place those that follow: no operation and no place goes without, and the whole
 * list is used up over and over, by an operation of many places alone and by several of few.
 */
function dealing<T>(list: readonly T[], count: number): () => T[] {
  let next = 0;
  return () => (GIVES_ALL ? [...list] : Array.from({ length: count }, () => list[next++ % list.length]!));
}

test("a wrong value at any place of any body", async () => {
  test.setTimeout(900_000);
  const found: Findings = [];
  let sent = 0;
  const wrong = dealing(WRONG, 3);
  for (const operation of operations.filter(({ body }) => body !== null)) {
    const cases = placesOf(operation.body!).flatMap((place) => wrong().map((json) => [place, json] as const));
    await each(cases, async ([place, json]) => {
      const marked = JSON.stringify(put(soundBody(operation), place, "\u0001here\u0001")).replace('"\\u0001here\\u0001"', json);
      const answer = await send(operation, { raw: marked });
      const what = [operation.name, place.join("."), json.slice(0, 60)];
      sent += 1;
      judge(found, what, answer);
      if (answer.status === 400 && (answer.json as { errors?: unknown[] } | null)?.errors?.length === 0) found.push([what, "names no field"]);
      const got = (answer.json as Record<string, unknown> | null)?.[place[0]!];
      if (answer.status < 300 && place.length === 1 && !NOTATIONS.includes(String(place[0])) && !isKept(JSON.parse(json), got)) found.push([what, "came back as", got]);
    });
  }
  console.log(`${sent} wrong values, ${operations.length} operations`);
  expect(found).toEqual([]);
});

/** Whether what was taken came back as it was sent: texts but for the blanks around them, numbers but for their zeros and the sign of none. */
function isKept(given: unknown, got: unknown): boolean {
  if (typeof given !== "string" || typeof got !== "string" || given.trim() === "") return true;
  const isNumber = /^-?\d+(\.\d+)?$/.test(given) && /^-?\d+\.\d+$/.test(got);
  return isNumber ? Number(got) === Number(given) : got === given.trim();
}

test("a body that is none: broken, deep, in another coding, of another kind; a member too many", async () => {
  const bytes = (...list: number[]) => new Uint8Array([...Buffer.from('{"name":"'), ...list, ...Buffer.from('"}')]);
  const broken: (string | Uint8Array<ArrayBuffer>)[] = [
    "", " ", "{", '{"a":', "{'a':1}", "nul", "[", "]", '{"a":1,}', "\ufeff\ufeff{}", "null", '"x"', "1", "[]", "true", "[".repeat(10_000), '{"a":'.repeat(10_000), `${"[".repeat(31)}${"]".repeat(31)}`,
    bytes(0xff), bytes(0xc3, 0x28), bytes(0xed, 0xa0, 0x80), bytes(0xf8, 0x88, 0x80, 0x80, 0x80), bytes(0xc0, 0x80), bytes(0), new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), '{"\\u0000":1}', '{"\\ud800":1}',
  ];
  const bodies = dealing(broken, 2);
  const members = dealing(["tenantId", "tenant_id", "role", "number", "total", "createdAt", "__proto__", "$where"], 1);
  for (const operation of operations.filter(({ body }) => body !== null)) {
    await each(bodies(), async (raw) => {
      const answer = await send(operation, { raw });
      expect([operation.name, String(raw).slice(0, 40), answer.status, problemOf(answer).code]).toEqual([operation.name, String(raw).slice(0, 40), 400, "invalid"]);
    });
    for (const name of members()) {
      const answer = await send(operation, { raw: JSON.stringify(soundBody(operation)).replace(/\}$/, `${Object.keys(soundBody(operation)).length > 0 ? "," : ""}${JSON.stringify(name)}:1}`) });
      expect([operation.name, name, answer.status, problemOf(answer).errors.map(({ path }) => path)]).toEqual([operation.name, name, 400, expect.arrayContaining([name])]);
    }
  }
});

test("wrong query parameters, ids and headers", async () => {
  test.setTimeout(300_000);
  const found: Findings = [];
  const texts = ["", " ", "x", "-1", "1e9", "999999999999999999999", "%00", "%ff", "%ed%a0%80", "%27%20OR%201%3D1", "%5B%5D", "a%0d%0ab", "0000-01-01", "2026-02-30", "9999-12-31", "W10", "WyJhIl0", "x".repeat(3_000), newId(), "%F0%9F%98%80"];
  const ofQuery = dealing(texts, 1);
  const ofId = dealing(["x", "%00", "%ff", "%zz", "..%2f..%2fetc", "%27", "null", "0", "00000000-0000-0000-0000-000000000000", newId().toUpperCase(), "x".repeat(2_000)], 1);
  const ofHeaders = dealing<Record<string, string>>([{ authorization: "Bearer" }, { authorization: "Bearer a.b.c" }, { authorization: "Basic eDp5" }, { authorization: `Bearer ${"x".repeat(7_000)}` }, { "x-tenant-slug": "" }, { "x-tenant-slug": "' OR 1=1" }, { "accept-language": "xx;q=nan,,;" }, { accept: ";;q=,/" }, { "idempotency-key": "" }, { cookie: "sid=%ff; locale=../../x" }], 1);
  for (const operation of operations) {
    await each([...operation.query, "tenantId", "access_token"].flatMap((name) => ofQuery().map((text) => [name, text] as const)), async ([name, text]) => {
      const answer = await send(operation, { query: `?${name}=${text}` });
      judge(found, [operation.name, name, text.slice(0, 40)], answer);
      if (!operation.query.includes(name) && answer.status !== 400) found.push([operation.name, name, answer.status, "unknown, and taken"]);
    });
    if (operation.path.includes("{id}")) {
      await each(ofId(), async (id) => {
        const answer = await send(operation, { id });
        const code = (answer.json as { code?: string } | null)?.code;
        judge(found, [operation.name, id.slice(0, 40)], answer);
        // What a body must hold is only known for some: there its own faults may be told first.
        const isOther = answer.status === 400 && (operation.body?.required?.length ?? 0) > 0;
        if (!isOther && (answer.status !== 404 || code !== "not_found")) found.push([operation.name, id.slice(0, 40), answer.status, code]);
      });
    }
    for (const one of ofHeaders()) judge(found, [operation.name, JSON.stringify(one).slice(0, 60)], await send(operation, { headers: one }));
  }
  expect(found).toEqual([]);
});

test("naughty strings in free text come back as they were sent, or are refused in words", async () => {
  test.setTimeout(240_000);
  const strings = naughtyStrings();
  // Every one of them somewhere: places take turns.
  const share = dealing(strings, Math.ceil(strings.length / 4));
  const counts = { kept: 0, refused: 0 };
  const found: Findings = [];
  const visit = async (method: string, path: string, body: object, field: string, text: string) => {
    const answer = await callApi(base, method, path, { token: shop.accessToken, body });
    judge(found, [path, field, text], answer);
    const taken = answer.status === 200 + (method === "POST" ? 1 : 0);
    counts[taken ? "kept" : "refused"] += 1;
    const { [field]: got, errors } = answer.json as Record<string, unknown>;
    const names = ((errors ?? []) as { path: string }[]).map((error) => error.path.split(".").at(-1));
    if (taken ? (got ?? "") !== text.trim() : !names.includes(field)) found.push([path, field, text, answer.status, taken ? got : names]);
  };
  const product = `/api/v1/back-office/products/${ids["products"]}`;
  for (const field of ["name", "description", "brand"]) await each(share(), (text) => visit("PATCH", product, { [field]: text }, field, text));
  await each(share(), (text) => visit("POST", "/api/v1/ops/sales", { lines: [{ description: "Varios", unitPrice: "1", quantity: "1" }], notes: text }, "notes", text));
  await each(share(), async (text) => judge(found, ["q", text], await callApi(base, "GET", `/api/v1/ops/products?q=${encodeURIComponent(text.toWellFormed())}`, { token: shop.accessToken })));
  await each(share(), async (text) => judge(found, ["login", text], await callApi(base, "POST", "/api/v1/auth/login", { body: { email: text, password: text } })));
  console.log(`${strings.length} naughty strings: ${counts.kept} kept, ${counts.refused} refused`);
  expect(found).toEqual([]);
});
