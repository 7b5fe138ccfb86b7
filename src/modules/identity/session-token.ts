import { decode, encode } from "next-auth/jwt";
import { env } from "@/platform/env.ts";
import { SESSION_ABSOLUTE_MS } from "./rules/session-limits.ts";

/** The value of the session cookie: next-auth's encrypted token, which holds the session's secret and nothing else. */
export async function sealSecret(secret: string): Promise<string> {
  return encode({ token: { sid: secret }, secret: env.NEXTAUTH_SECRET, maxAge: SESSION_ABSOLUTE_MS / 1_000 });
}

/** The session's secret; null for a value that was altered, has expired or was sealed elsewhere. */
export async function openSeal(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  return typeof token?.sid === "string" ? token.sid : null;
}

/** Whether people reach us over TLS; then the cookie is bound to this very host (ASVS 3.3.3). */
export function isSecure(): boolean {
  return env.NEXTAUTH_URL.startsWith("https:");
}

export function sessionCookieName(): string {
  return isSecure() ? "__Host-sid" : "sid";
}

export function cookieOptions(maxAgeMs: number) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge: maxAgeMs / 1_000 } as const;
}
