import type { AuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { env } from "@/platform/env.ts";
import { describeError, log } from "@/platform/log.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { endSession } from "./commands/end-session.ts";
import { signIn } from "./commands/sign-in.ts";
import { deviceCookieName, readDeviceMark } from "./device-mark.ts";
import { internalPath } from "./rules/internal-path.ts";
import { SESSION_ABSOLUTE_MS } from "./rules/session-limits.ts";
import { signInForm } from "./schema.ts";
import { cookieOptions, isSecure, openSeal, sessionCookieName } from "./session-token.ts";
import { visitorOf } from "./visitor.ts";

interface SignedInUser extends User {
  sid: string;
}

const HOME = "/products";
const UNAVAILABLE = "Unavailable";

/**
 * next-auth over the same commands as our pages. The callbacks touch no database: an error in them would clear the cookie of every
 * open tab. Nothing that a client sends reaches the token but through `authorize`.
 */
export function nextAuthOptions(): AuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: SESSION_ABSOLUTE_MS / 1_000 },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions(SESSION_ABSOLUTE_MS) } },
    pages: { signIn: "/login", error: "/login", signOut: "/login" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials, request) => authorize(credentials, request.headers ?? {}),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? (user as SignedInUser).sid : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => baseUrl + internalPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url, HOME),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await endSession(token.sid, visitorOf(new Headers()));
      },
    },
    logger: { error: (code) => log("warn", "next_auth", { code }), warn: () => {}, debug: () => {} },
  };
}

/** Null for wrong credentials; a fixed word for anything else, because next-auth puts the message of an error into an address. */
async function authorize(credentials: Record<string, unknown> | undefined, sent: Record<string, unknown>): Promise<SignedInUser | null> {
  try {
    const input = parseInput(signInForm, { email: credentials?.email, password: credentials?.password });
    if (!input.ok) return null;
    const jar = await cookies();
    const head = new Headers(Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    const visitor = visitorOf(head, readDeviceMark(jar.get(deviceCookieName())?.value));
    const result = await signIn(input.value, visitor, await openSeal(jar.get(sessionCookieName())?.value));
    return result.ok ? { id: result.value.membership.userId, sid: result.value.secret } : null;
  } catch (error) {
    log("error", "next_auth_defect", describeError(error));
    throw new Error(UNAVAILABLE);
  }
}
