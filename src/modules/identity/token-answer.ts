import { accessTtlSeconds, signAccessToken } from "./access-token.ts";
import type { Membership } from "./queries/find-membership.ts";

/** The answer of every call that gives tokens; member names as in RFC 6749 §5.1. */
export interface TokenAnswer {
  access_token: string;
  refresh_token: string;
  token_type: "Bearer";
  /** Seconds. */
  expires_in: number;
  user: { id: string; email: string; name: string; role: Membership["role"] };
  tenant: { id: string; slug: string; name: string };
}

/** `provedAt`: when the password was shown; now, unless the tokens were refreshed. */
export async function tokenAnswer(membership: Membership, refreshToken: string, now: Date, provedAt: Date | null = now): Promise<TokenAnswer> {
  return {
    access_token: await signAccessToken(membership, now, provedAt),
    refresh_token: refreshToken,
    token_type: "Bearer",
    expires_in: accessTtlSeconds(),
    user: { id: membership.userId, email: membership.email, name: membership.userName, role: membership.role },
    tenant: { id: membership.tenantId, slug: membership.tenantSlug, name: membership.tenantName },
  };
}
