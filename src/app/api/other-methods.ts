import { refuse } from "@/kernel/refusal.ts";
import { answerProblem } from "./problem.ts";

export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

export type Method = (typeof METHODS)[number];
type Handler = (request: Request) => Promise<Response>;

/**
 * The methods that an address does not have: 405 as a problem with `Allow` (RFC 9110 §15.5.6), where Next would answer nothing at all.
 * OPTIONS tells the same list and no CORS header: no page of another origin is let in. HEAD comes with GET by itself.
 */
export function otherMethods(...open: readonly Exclude<Method, "HEAD" | "OPTIONS">[]): Record<Method, Handler> {
  const allow = METHODS.filter((method) => method === "OPTIONS" || (open as readonly Method[]).includes(method) || (method === "HEAD" && open.includes("GET"))).join(", ");
  const refuseMethod: Handler = async (request) => {
    const problem = await answerProblem(request, refuse("method_not_allowed"));
    problem.headers.set("allow", allow);
    return problem;
  };
  const tellMethods: Handler = async () => new Response(null, { status: 204, headers: { allow, "cache-control": "private, no-store" } });
  return { GET: refuseMethod, HEAD: refuseMethod, POST: refuseMethod, PUT: refuseMethod, PATCH: refuseMethod, DELETE: refuseMethod, OPTIONS: tellMethods };
}
