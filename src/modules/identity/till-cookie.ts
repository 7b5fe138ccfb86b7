import { cache } from "react";
import { cookies } from "next/headers";
import { findTill, type SharedTill } from "./queries/find-till.ts";
import { TILL_COOKIE_MS } from "./rules/till-limits.ts";
import { cookieOptions, isSecure } from "./session-token.ts";

function tillCookieName(): string {
  return isSecure() ? "__Host-till" : "till";
}

/** The shared till that this browser is; read once per request. */
export const currentTill = cache(async (): Promise<SharedTill | null> => {
  const secret = (await cookies()).get(tillCookieName())?.value;
  return secret ? findTill(secret, new Date()) : null;
});

export async function setTillCookie(secret: string): Promise<void> {
  (await cookies()).set(tillCookieName(), secret, cookieOptions(TILL_COOKIE_MS));
}

export async function clearTillCookie(): Promise<void> {
  (await cookies()).set(tillCookieName(), "", { ...cookieOptions(0), maxAge: 0 });
}
