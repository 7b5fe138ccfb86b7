import { z } from "zod";
import type { RefusalCode } from "@/kernel/refusal.ts";
import type { DescribedRoute } from "./describe-routes.ts";
import { statusOf } from "./problem.ts";

type Json = Record<string, unknown>;

export interface OpenApiDocument {
  openapi: string;
  info: Json;
  tags: { name: string }[];
  paths: Record<string, Record<string, Json>>;
  components: Json;
}

/** The OpenAPI 3.1 document of these operations; schemas are what their zod schemas say of themselves (JSON Schema 2020-12). */
export function openApiDocument(routes: readonly DescribedRoute[]): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  return {
    openapi: "3.1.1",
    info: { title: "Mostrador", version: "1", description: DESCRIPTION },
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Problem: schemaOf(problemSchema, "output") },
    },
  };
}

const DESCRIPTION =
  "Money, prices, quantities and rates are decimal numbers as text. Lists take `limit` (50, at most 200) and `cursor`. Errors are problems (RFC 9457) in the " +
  "language of Accept-Language. An Idempotency-Key makes a POST safe to repeat: the first accepted answer is given again. X-Tenant-Slug, when sent, must name the token's shop.";

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
});

function operationOf(route: DescribedRoute): Json {
  const { plan, permission, isPublic } = route;
  return {
    operationId: operationId(route),
    summary: plan.summary,
    tags: [tagOf(route)],
    security: isPublic ? [] : [{ bearer: [] }],
    ...(permission === null ? {} : { "x-permission": permission }),
    parameters: [...pathParameters(route), ...queryParameters(plan.query), ...headerParameters(route)],
    ...(plan.body ? { requestBody: requestBody(plan.body, plan.reads) } : {}),
    responses: { [plan.status ?? 200]: success(plan), ...problems(route) },
  };
}

function requestBody(body: z.ZodType, reads: DescribedRoute["plan"]["reads"]): Json {
  const schema = schemaOf(body, "input");
  const types = ["application/json", ...(reads?.type === undefined ? [] : [reads.type])];
  return { required: reads === undefined || reads.type !== undefined, content: Object.fromEntries(types.map((type) => [type, { schema }])) };
}

/** "sales" of /api/v1/ops/sales/{id}; what has no segment of its own goes by its first word. */
export function tagOf({ path }: Pick<DescribedRoute, "path">): string {
  const [segment, noun] = path.split("/").slice(3);
  return segment === "ops" || segment === "back-office" ? noun! : segment!;
}

function operationId({ path, method }: DescribedRoute): string {
  const words = path.split("/").slice(3).flatMap((part) => (part.startsWith("{") ? ["by", part.slice(1, -1)] : part.split(/[-.]/)));
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}

function pathParameters({ path }: DescribedRoute): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string", format: "uuid" } }));
}

function queryParameters(query: z.ZodType | undefined): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query, "input") as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema }));
}

function headerParameters({ method, isPublic, plan }: DescribedRoute): Json[] {
  const tenant = { name: "X-Tenant-Slug", in: "header", required: false, schema: { type: "string" } };
  const key = { name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,200}$" } };
  if (isPublic) return plan.refusals?.includes("idempotency_mismatch") ? [key] : [];
  return method === "POST" ? [key, tenant] : [tenant];
}

function success({ summary, answer, answerType = "application/json", status }: DescribedRoute["plan"]): Json {
  return status === 204 ? { description: summary } : { description: summary, content: { [answerType]: { schema: schemaOf(answer, "output") } } };
}

/** Every refusal that this operation may answer, by status: what comes with its kind, and its own. */
function problems({ path, permission, isPublic, plan }: DescribedRoute): Json {
  const codes: RefusalCode[] = ["invalid", "busy", ...(plan.answerType === undefined ? ["not_acceptable" as const] : []), ...(plan.refusals ?? [])];
  if (!isPublic) codes.push("unauthenticated", "tenant_changed");
  if (permission !== null) codes.push("forbidden");
  if (path.includes("{")) codes.push("not_found");
  if (plan.body) codes.push("payload_too_large", "unsupported_media_type");
  const byStatus = Map.groupBy(new Set(codes), statusOf);
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries([...byStatus].map(([status, named]) => [status, { description: named.join(", "), content }]));
}

/** JSON Schema of what goes in or comes out. */
export function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return plain;
}
