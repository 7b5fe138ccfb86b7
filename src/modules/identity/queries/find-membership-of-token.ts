import { readAccessToken } from "../access-token.ts";
import { findMembership, type Membership } from "./find-membership.ts";

const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

export interface TokenEntry {
  membership: Membership;
  /** When the person showed the password that the token goes back to. */
  provedAt: Date | null;
}

/**
 * The membership that an `Authorization` header proves at `now`, read anew; null when the token is not ours or no longer good. A session
 * cookie's value has another form and another key, so it is no token.
 */
export async function findMembershipOfToken(authorizationHeader: string, now: Date): Promise<TokenEntry | null> {
  const token = BEARER.exec(authorizationHeader)?.[1];
  const claims = token === undefined ? null : await readAccessToken(token, now);
  const membership = claims && (await findMembership(claims.userId, claims.tenantId));
  return membership && membership.authVersion === claims.authVersion ? { membership, provedAt: claims.provedAt } : null;
}
