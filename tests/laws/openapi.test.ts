import { globSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { exchangeRate, measure, money, percent, price, quantity } from "@/app/api/answers/fields.ts";
import { describeRoutes, type DescribedRoute } from "@/app/api/describe-routes.ts";
import { openApiDocument, type OpenApiDocument } from "@/app/api/openapi.ts";
import { METHODS } from "@/app/api/other-methods.ts";
import { ROUTES } from "@/app/api/routes.ts";
import { PERMISSIONS } from "@/modules/tenancy/permissions.ts";

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  security: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: Record<string, unknown> }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Record<string, unknown> }> }>;
}

let routes: DescribedRoute[];
let document: OpenApiDocument;
let operations: [string, Operation][];

beforeAll(async () => {
  routes = await describeRoutes();
  document = openApiDocument(routes);
  operations = Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation as unknown as Operation]));
});

describe("src/app/api/routes.ts", () => {
  it("lists every route file under api/v1 (add yours there)", () => {
    const files = globSync("src/app/api/v1/**/route.ts").map((file) => file.split("\\").join("/").replace(/^src\/app|\/route\.ts$/g, "").replace(/\[(\w+)\]/g, "{$1}"));
    expect(Object.keys(ROUTES).sort()).toEqual(files.filter((file) => !file.includes("[...") && file !== "/api/v1/openapi.json").sort());
  });

  it("leads to files that answer every method: with a plan, or as otherMethods() does", async () => {
    for (const [path, load] of Object.entries(ROUTES)) {
      const file = (await load()) as Record<string, unknown>;
      const planned = routes.filter((route) => route.path === path).map(({ method }) => method);
      expect([path, planned.length > 0], "has a plan").toEqual([path, true]);
      const expected = METHODS.filter((method) => method !== "HEAD" || !planned.includes("GET"));
      expect([path, Object.keys(file).filter((name) => (METHODS as readonly string[]).includes(name)).sort()]).toEqual([path, [...expected].sort()]);
    }
  });
});

describe("the OpenAPI document", () => {
  it("has one operation per plan, each with a name of its own", () => {
    expect(operations).toHaveLength(routes.length);
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [name, { summary, tags, security }] of operations) {
      expect([name, /^[A-Z].{5,}[^.]$/.test(summary), tags.length, Array.isArray(security)]).toEqual([name, true, 1, true]);
      expect(document.tags.map((tag) => tag.name)).toContain(tags[0]);
    }
  });

  it("declares each parameter of its address, and names permissions that exist", () => {
    for (const [name, { parameters }] of operations) {
      const inPath = parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
      expect([name, inPath]).toEqual([name, [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)]);
      expect(new Set(parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).size).toBe(parameters.length);
    }
    for (const { permission } of routes) if (permission !== null) expect(PERMISSIONS).toContain(permission);
  });

  it("pages every list: whatever answers items and nextCursor takes limit and cursor", () => {
    for (const [name, { parameters, responses }] of operations.filter(([one]) => one.startsWith("get "))) {
      const answer = responses["200"]?.content?.["application/json"]?.schema as { properties?: object } | undefined;
      if (!answer?.properties || !("nextCursor" in answer.properties)) continue;
      expect([name, parameters.filter((one) => one.in === "query").map((one) => one.name)]).toEqual([name, expect.arrayContaining(["limit", "cursor"])]);
    }
  });

  const fileTypes = ["application/octet-stream", "application/pdf"];

  it("asks for bodies that refuse what they do not know, and answers what it says", () => {
    for (const [name, { requestBody, responses }] of operations) {
      if (requestBody) expect([name, requestBody.content["application/json"]!.schema]).toMatchObject([name, { type: "object", additionalProperties: false }]);
      const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
      expect([name, successes.length]).toEqual([name, 1]);
      const [status, success] = successes[0]!;
      if (status === "204") expect([name, success.content]).toEqual([name, undefined]);
      // A file is the one answer that is no object.
      else if (fileTypes.some((type) => success.content?.[type])) expect([name, Object.values(success.content!)[0]!.schema]).toMatchObject([name, { format: "binary" }]);
      else expect([name, success.content?.["application/json"]?.schema]).toMatchObject([name, { type: "object" }]);
      for (const [code, { content }] of Object.entries(responses)) if (Number(code) >= 400) expect([name, Object.keys(content ?? {})]).toEqual([name, ["application/problem+json"]]);
      // A file comes to who asks for its kind.
      const isFile = success.content !== undefined && !("application/json" in success.content);
      expect([name, "400" in responses, "406" in responses]).toEqual([name, true, !isFile]);
    }
  });

  it("asks for no body where an empty one would do, under an address that says what is meant", () => {
    const wanting = routes.filter(({ path, plan }) => path.includes("{") && plan.body?.safeParse({}).success === true && plan.reads === undefined);
    expect(wanting.map(({ method, path }) => `${method} ${path}`).filter((name) => !name.startsWith("PATCH"))).toEqual([]);
  });

  it("writes each decimal of its answers in a form of its kind, and none as a bare text", () => {
    const forms = new Set([money, price, quantity, measure, percent, exchangeRate].map((kind) => (z.toJSONSchema(kind) as { pattern: string }).pattern));
    let decimals = 0;
    for (const [name, { responses }] of operations) {
      for (const [status, { content }] of Object.entries(responses)) {
        if (!status.startsWith("2")) continue;
        walkTexts(content, name, (where, member, { pattern, enum: choices, format }) => {
          if (pattern !== undefined && forms.has(pattern)) decimals += 1;
          else expect([where, pattern !== undefined && /\\d/.test(pattern) && format === undefined]).toEqual([where, false]);
          if (choices === undefined && FIGURES.test(member) && !TEXTS.has(member)) expect([where, pattern]).toEqual([where, expect.toSatisfy((given: string) => forms.has(given))]);
        });
      }
    }
    expect(decimals).toBeGreaterThan(300);
  });

  it("is JSON whose every schema says what it takes", () => {
    const again = JSON.parse(JSON.stringify(document)) as OpenApiDocument;
    expect(again).toEqual(document);
    expect(again.openapi).toMatch(/^3\.1\.\d$/);
    for (const [name, operation] of operations) checkSchemas(operation, name);
  });
});

/** Members that hold a figure by their name; and those that only look so. */
const FIGURES = /(price|cost|amount|total|quantity|percent|rate|margin|jump|balance|stock|tax|size|limit|float)s?$/i;
const TEXTS = new Set(["negativeStock", "defaultTaxRate", "hasTax"]);

interface TextSchema {
  pattern?: string;
  format?: string;
  enum?: unknown[];
}

/** Every text within a schema, under the name of the member that holds it. */
function walkTexts(node: unknown, where: string, look: (where: string, member: string, schema: TextSchema) => void, member = ""): void {
  if (node === null || typeof node !== "object") return;
  if ((node as { type?: unknown }).type === "string") look(`${where}.${member}`, member, node as TextSchema);
  for (const [key, child] of Object.entries(node)) {
    if (key === "properties") for (const [name, property] of Object.entries(child as object)) walkTexts(property, `${where}.${member}`, look, name);
    else if (key !== "propertyNames") walkTexts(child, where, look, member);
  }
}

/** Each schema has a type, a choice, a constant or a reference; each object closes its members. */
function checkSchemas(node: unknown, where: string): void {
  if (node === null || typeof node !== "object") return;
  const { type, properties, required } = node as { type?: unknown; properties?: Record<string, Record<string, unknown>>; required?: string[] };
  if (type === "object" && properties) {
    for (const name of required ?? []) expect([where, Object.keys(properties)]).toEqual([where, expect.arrayContaining([name])]);
    for (const [name, property] of Object.entries(properties)) {
      expect([`${where}.${name}`, ["type", "anyOf", "const", "enum", "$ref", "allOf"].some((key) => key in property)]).toEqual([`${where}.${name}`, true]);
    }
  }
  for (const [key, child] of Object.entries(node)) checkSchemas(child, `${where}.${key}`);
}
