import { refuse, type Result } from "@/kernel/refusal.ts";
import { findMembershipOfToken } from "@/modules/identity/queries/find-membership-of-token.ts";
import { sessionOfRequest } from "@/modules/identity/session-cookie.ts";
import { isSameOrigin } from "@/platform/same-origin.ts";
import type { Context, RequestFacts } from "./context.ts";
import { checkDemand, openContext } from "./gate.ts";
import type { Permission } from "./permissions.ts";
import { requestFacts } from "./request-facts.ts";

/**
 * The gate of an API request. Either a bearer token, or the app's own page: session cookie, same origin, and the slug of the
 * tenant the page was rendered for (and its member, where tills are shared: no sale of one person is written in the name of the next). A cookie without slug is no credential here, and a token never replaces a cookie on pages.
 */
export async function enterRequest(request: Request, permission: Permission | null, idempotency: RequestFacts["idempotency"]): Promise<Result<Context>> {
  const facts = requestFacts(request.headers, idempotency);
  const tenantSlug = request.headers.get("x-tenant-slug");
  const authorization = request.headers.get("authorization");
  const now = new Date();

  if (authorization !== null) {
    const entry = await findMembershipOfToken(authorization, now);
    return entry ? checkDemand(openContext(entry.membership, facts, now, { byPin: false, provedAt: entry.provedAt }), { permission, tenantSlug }) : refuse("unauthenticated");
  }
  if (tenantSlug === null || !isSameOrigin(request.headers)) return refuse("unauthenticated");
  const session = await sessionOfRequest(request);
  return session ? checkDemand(openContext(session.membership, facts, now, session), { permission, tenantSlug, memberId: request.headers.get("x-member-id") }) : refuse("unauthenticated");
}
