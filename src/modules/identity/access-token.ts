import { errors, jwtVerify, SignJWT } from "jose";
import { newId, isUuid } from "@/kernel/id.ts";
import { env } from "@/platform/env.ts";
import type { Membership } from "./queries/find-membership.ts";

// RFC 9068 names the type; algorithm, issuer and audience are ours and fixed, whatever a token's header claims.
const ALGORITHM = "HS256";
const TYPE = "at+jwt";
const ISSUER = "mostrador";
const AUDIENCE = "mostrador-api";

export interface AccessClaims {
  userId: string;
  tenantId: string;
  authVersion: number;
  /** When the person showed the password that this token goes back to (OpenID Connect `auth_time`). */
  provedAt: Date | null;
}

/** Seconds that an access token lives. */
export function accessTtlSeconds(): number {
  return env.ACCESS_TTL_MIN * 60;
}

/** A bearer token for the API. Role and rights stand in it for the client's information; the gate reads them anew at each request. */
export async function signAccessToken(membership: Membership, now: Date, provedAt: Date | null = null, secret: string = env.JWT_SECRET): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ tenant_id: membership.tenantId, role: membership.role, ver: membership.authVersion, ...(provedAt === null ? {} : { auth_time: Math.floor(provedAt.getTime() / 1_000) }) })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(membership.userId)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTtlSeconds())
    .setJti(newId())
    .sign(new TextEncoder().encode(secret));
}

interface Proven {
  claims: AccessClaims;
  /** Seconds since 1970. */
  expiresAt: number;
  secret: string;
}

const MOST_PROVEN = 2_000;

/** Texts whose signature was checked: a till sends the same token with each sale, and the check costs more than the rest of the gate. */
const proven = new Map<string, Proven>();

/**
 * What a token of ours says, or null for any other text: forged, altered, expired, of another kind, issuer or audience. One that the secret
 * before ours signed is ours until it ends.
 */
export async function readAccessToken(token: string, now: Date): Promise<AccessClaims | null> {
  const claims = await readTokenOf(env.JWT_SECRET, token, now);
  return claims ?? (env.JWT_SECRET_PREVIOUS === undefined ? null : readTokenOf(env.JWT_SECRET_PREVIOUS, token, now));
}

/** The same under one secret. */
export async function readTokenOf(secret: string, token: string, now: Date): Promise<AccessClaims | null> {
  let known = proven.get(token);
  if (known?.secret !== secret) {
    const found = await proveAccessToken(token, now, secret);
    if (!found) return null;
    known = found;
    if (proven.size === MOST_PROVEN) proven.delete(proven.keys().next().value!);
    proven.set(token, known);
  }
  return known.expiresAt > Math.floor(now.getTime() / 1_000) ? known.claims : null;
}

async function proveAccessToken(token: string, now: Date, secret: string): Promise<Proven | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      currentDate: now,
      requiredClaims: ["sub", "iat", "exp", "jti", "tenant_id", "role", "ver"],
    });
    const { sub, tenant_id: tenantId, ver, exp, auth_time: provedAt } = payload;
    if (!isUuid(sub) || !isUuid(tenantId) || typeof ver !== "number" || exp === undefined) return null;
    return { claims: { userId: sub, tenantId, authVersion: ver, provedAt: typeof provedAt === "number" ? new Date(provedAt * 1_000) : null }, expiresAt: exp, secret };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
