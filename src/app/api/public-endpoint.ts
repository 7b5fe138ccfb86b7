import type { z } from "zod";
import { refuse, type RefusalCode, type Result } from "@/kernel/refusal.ts";
import { visitorOf, type Visitor } from "@/modules/identity/visitor.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { acceptsJson } from "./accepts-json.ts";
import { answer } from "./answer.ts";
import { answerFailure } from "./answer-failure.ts";
import { answerProblem } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

export interface PublicEndpointPlan<B extends z.ZodType, T> {
  /** One line for the OpenAPI document. */
  summary: string;
  body?: B;
  /** What the success carries, for the OpenAPI document; `z.null()` with status 204. */
  answer: z.ZodType<T>;
  status?: number;
  /** Refusals of its own, beyond those that any endpoint has, for the OpenAPI document. */
  refusals?: readonly RefusalCode[];
  run: (visitor: Visitor, body: z.output<B>, request: Request) => Promise<Result<NoInfer<T>>>;
}

export type PublicEndpoint = ((request: Request) => Promise<Response>) & { publicPlan: PublicEndpointPlan<z.ZodType, unknown> };

/** An API endpoint for callers who are not signed in yet: schema → command → JSON or problem. Reads no cookie and no token. */
export function publicEndpoint<T, B extends z.ZodType = z.ZodNever>(plan: PublicEndpointPlan<B, T>): PublicEndpoint {
  const handle = async (request: Request): Promise<Response> => {
    try {
      if (!acceptsJson(request)) return await answerProblem(request, refuse("not_acceptable"));
      const body = plan.body ? await readBody(request) : { ok: true as const, value: null };
      if (!body.ok) return await answerProblem(request, body);
      const query = readQuery(undefined, request);
      if (!query.ok) return await answerProblem(request, query);
      const input = plan.body ? parseInput(plan.body, body.value?.json) : { ok: true as const, value: undefined };
      if (!input.ok) return await answerProblem(request, input);
      const result = await plan.run(visitorOf(request.headers), input.value as z.output<B>, request);
      return result.ok ? answer(plan.status ?? 200, result.value) : await answerProblem(request, result);
    } catch (error) {
      return answerFailure(request, error);
    }
  };
  return Object.assign(handle, { publicPlan: plan as unknown as PublicEndpoint["publicPlan"] });
}
