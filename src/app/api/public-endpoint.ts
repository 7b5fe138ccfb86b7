import type { z } from "zod";
import { refuse, type Result } from "@/kernel/refusal.ts";
import { visitorOf, type Visitor } from "@/modules/identity/visitor.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { answer } from "./answer.ts";
import { answerFailure } from "./answer-failure.ts";
import { answerProblem } from "./problem.ts";
import { readBody } from "./read-body.ts";

export interface PublicEndpointPlan<B extends z.ZodType, T> {
  /** One line for the OpenAPI document. */
  summary: string;
  body: B;
  answer?: z.ZodType;
  status?: number;
  run: (visitor: Visitor, body: z.output<B>, request: Request) => Promise<Result<T>>;
}

export type PublicEndpoint = ((request: Request) => Promise<Response>) & { publicPlan: PublicEndpointPlan<z.ZodType, unknown> };

/** An API endpoint for callers who are not signed in yet: schema → command → JSON or problem. Reads no cookie and no token. */
export function publicEndpoint<T, B extends z.ZodType>(plan: PublicEndpointPlan<B, T>): PublicEndpoint {
  const handle = async (request: Request): Promise<Response> => {
    try {
      const body = await readBody(request);
      if (!body.ok) return await answerProblem(request, body);
      if (new URL(request.url).search !== "") return await answerProblem(request, refuse("invalid"));
      const input = parseInput(plan.body, body.value.json);
      if (!input.ok) return await answerProblem(request, input);
      const result = await plan.run(visitorOf(request.headers), input.value, request);
      return result.ok ? answer(plan.status ?? 200, result.value) : await answerProblem(request, result);
    } catch (error) {
      return answerFailure(request, error);
    }
  };
  return Object.assign(handle, { publicPlan: plan as unknown as PublicEndpoint["publicPlan"] });
}
