import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { refuse, type Refusal } from "@/kernel/refusal.ts";
import { answerFailure } from "@/app/api/answer-failure.ts";
import { answerProblem } from "@/app/api/problem.ts";
import { readText } from "@/app/api/read-body.ts";
import { nextAuthOptions } from "@/modules/identity/next-auth-options.ts";
import { env } from "@/platform/env.ts";
import { isSameOrigin } from "@/platform/same-origin.ts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** What we use of next-auth. `_log` lets strangers write our log, `session` lets them write the token; neither is mounted. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf", "signin", "error"],
  POST: ["callback/credentials", "signout"],
};

const FORM = "application/x-www-form-urlencoded";
const BODY_LIMIT_BYTES = 10_000;

async function handle(request: NextRequest, route: RouteContext): Promise<Response> {
  const { nextauth } = await route.params;
  if (!OPEN[request.method]?.includes(nextauth.join("/"))) return answerProblem(request, refuse("not_found"));
  const bounded = request.method === "POST" ? await boundedForm(request) : request;
  if (!("headers" in bounded)) return answerProblem(request, bounded);
  // next-auth reads its own address from the environment only; without it, it would believe the request.
  process.env.NEXTAUTH_URL ??= env.NEXTAUTH_URL;
  try {
    return (await NextAuth(bounded, route, nextAuthOptions())) as Response;
  } catch (error) {
    return answerFailure(request, error);
  }
}

/** The same request with a body of known kind and size, since next-auth takes any. */
async function boundedForm(request: NextRequest): Promise<NextRequest | Refusal> {
  if (!isSameOrigin(request.headers)) return refuse("cross_origin");
  if (request.headers.get("content-type")?.split(";")[0]?.trim() !== FORM) return refuse("unsupported_media_type");
  const body = await readText(request, BODY_LIMIT_BYTES);
  return body === null ? refuse("payload_too_large") : new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

export { handle as GET, handle as POST };
