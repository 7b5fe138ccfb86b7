import type { z } from "zod";
import { isUuid } from "@/kernel/id.ts";
import { refuse, type RefusalCode, type Result } from "@/kernel/refusal.ts";
import { checkProof, type ProofDemand } from "@/modules/tenancy/check-proof.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { enterRequest } from "@/modules/tenancy/enter-request.ts";
import { cutTo } from "@/platform/cut-to.ts";
import { parseInput } from "@/platform/parse-input.ts";
import type { Permission } from "@/modules/tenancy/permissions.ts";
import { sayRefusal } from "@/modules/tenancy/queries/say-refusal.ts";
import { acceptsJson } from "./accepts-json.ts";
import { writeDecimal } from "./answers/fields.ts";
import { answer } from "./answer.ts";
import { answerFailure } from "./answer-failure.ts";
import { claimOf } from "./claim-of.ts";
import { answerProblem } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

interface EndpointInput<Q, B> {
  query: Q;
  body: B;
  /** The {id} of the address, a UUID for sure; empty where the address has none. */
  id: string;
}

export interface EndpointPlan<Q extends z.ZodType, B extends z.ZodType, T> {
  /** One line for the OpenAPI document. */
  summary: string;
  /** Null: every member. */
  permission: Permission | null;
  /** Query parameters; strict, so that a tenantId or a typing error is refused. */
  query?: Q;
  body?: B;
  /** Step-up: a sign-in of a moment ago (check-proof.ts); else 401 proof_required. */
  proof?: ProofDemand<z.output<B>>;
  /** How the body arrives, when not as JSON that must be there; `type` is one more media type for the OpenAPI document. */
  reads?: { read: BodyReader; type?: string };
  /** What the success carries, cut to it, and for the OpenAPI document; `z.null()` with status 204. */
  answer: z.ZodType<T>;
  /** Media type of an answer that is a file; `run` then gives the Response itself. */
  answerType?: string;
  status?: number;
  /** Refusals of its own, beyond those that any endpoint has, for the OpenAPI document. */
  refusals?: readonly RefusalCode[];
  run: (ctx: Context, input: EndpointInput<z.output<Q>, z.output<B>>) => Promise<Result<NoInfer<T>>>;
}

/** The body as a schema may take it, and a text that stands for its content when a repetition is compared. */
export type BodyReader = (request: Request) => Promise<Result<{ text: string; json: unknown }>>;

type RouteContext = { params: Promise<Record<string, string>> };
export type Endpoint = ((request: Request, route: RouteContext) => Promise<Response>) & { plan: EndpointPlan<z.ZodType, z.ZodType, unknown> };

/** An API endpoint: gate → schema → command or query → JSON, or an RFC 9457 problem in the caller's language. */
export function endpoint<T, Q extends z.ZodType = z.ZodNever, B extends z.ZodType = z.ZodNever>(plan: EndpointPlan<Q, B, T>): Endpoint {
  const handle = async (request: Request, route: RouteContext): Promise<Response> => {
    try {
      // A file is of the kind that it is: who asks for a PDF names that, and not ours.
      if (plan.answerType === undefined && !acceptsJson(request)) return await answerProblem(request, refuse("not_acceptable"));
      // What may be large is read for members only.
      const known = plan.reads ? await enterRequest(request, plan.permission, null) : null;
      if (known && !known.ok) return await answerProblem(request, known);
      const body = plan.body ? await (plan.reads?.read ?? readBody)(request) : { ok: true as const, value: null };
      if (!body.ok) return await answerProblem(request, body);
      const key = claimOf(request, body.value?.text ?? "");
      if (!key.ok) return await answerProblem(request, key);
      const entered = await enterRequest(request, plan.permission, key.value);
      if (!entered.ok) return await answerProblem(request, entered);
      const input = await readInput(plan, request, body.value?.json, route);
      if (!input.ok) return await answerProblem(request, input);
      const proved = checkProof(entered.value, plan.proof, input.value.body);
      if (!proved.ok) return await answerProblem(request, proved);
      const result = await plan.run(entered.value, input.value);
      if (!result.ok) return await answerProblem(request, await sayRefusal(entered.value, result));
      return result.value instanceof Response ? result.value : answer(plan.status ?? 200, cutTo(plan.answer, result.value, writeDecimal));
    } catch (error) {
      return answerFailure(request, error);
    }
  };
  return Object.assign(handle, { plan: plan as unknown as Endpoint["plan"] });
}

async function readInput<Q extends z.ZodType, B extends z.ZodType, T>(plan: EndpointPlan<Q, B, T>, request: Request, json: unknown, route: RouteContext) {
  // Next gives no parameters at all where the address has none, whatever its types say.
  const id = (await route.params)?.["id"];
  const query = readQuery(plan.query, request);
  if (!query.ok) return query;
  const body = plan.body ? parseInput(plan.body, json) : { ok: true as const, value: undefined };
  if (!body.ok) return body;
  // What cannot be an id answers as one that does not exist.
  if (id !== undefined && !isUuid(id)) return refuse("not_found");
  return { ok: true as const, value: { query: query.value, body: body.value as z.output<B>, id: id ?? "" } };
}
