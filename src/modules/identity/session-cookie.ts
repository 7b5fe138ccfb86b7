import { cache } from "react";
import { cookies } from "next/headers";
import { isUiLocale, LOCALE_COOKIE } from "@/messages/locales.ts";
import { deviceCookieName, DEVICE_MARK_MS, makeDeviceMark, readDeviceMark } from "./device-mark.ts";
import type { Membership } from "./queries/find-membership.ts";
import { findSession, type Session } from "./queries/find-session.ts";
import { SESSION_ABSOLUTE_MS } from "./rules/session-limits.ts";
import { cookieOptions, openSeal, sealSecret, sessionCookieName } from "./session-token.ts";

/** The session of the page or action being served; read once per request. A database that does not answer throws. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const secret = await currentSecret();
  return secret === null ? null : findSession(secret, new Date());
});

/** The session of a route handler's request. */
export async function sessionOfRequest(request: Request): Promise<Session | null> {
  const secret = await openSeal(cookieOf(request.headers.get("cookie"), sessionCookieName()));
  return secret === null ? null : findSession(secret, new Date());
}

/** The secret that this browser's cookie holds, whatever became of its session. */
export async function currentSecret(): Promise<string | null> {
  return openSeal((await cookies()).get(sessionCookieName())?.value);
}

/** The person whom this browser is marked for (device-mark.ts). */
export async function currentDeviceUserId(): Promise<string | null> {
  return readDeviceMark((await cookies()).get(deviceCookieName())?.value);
}

/** Makes this browser the holder of a session, in the language of the person. */
export async function setSessionCookies(secret: string, { userId, locale }: Pick<Membership, "userId" | "locale">): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), await sealSecret(secret), cookieOptions(SESSION_ABSOLUTE_MS));
  jar.set(deviceCookieName(), makeDeviceMark(userId), cookieOptions(DEVICE_MARK_MS));
  if (isUiLocale(locale)) jar.set(LOCALE_COOKIE, locale, { ...cookieOptions(DEVICE_MARK_MS), httpOnly: false }); // the language switch writes it too
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...cookieOptions(0), maxAge: 0 });
}

function cookieOf(header: string | null, name: string): string | undefined {
  const pair = header?.split(/; */).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
