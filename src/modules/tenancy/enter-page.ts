import { cache } from "react";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { internalPath } from "@/modules/identity/rules/internal-path.ts";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { requestFacts } from "./request-facts.ts";
import { openContext } from "./gate.ts";
import type { Context } from "./context.ts";
import type { Permission } from "./permissions.ts";

/** One look at the session per rendered page, however many components ask. */
const contextOfPage = cache(async (): Promise<Context | null> => {
  const session = await currentSession();
  return session && openContext(session.membership, requestFacts(await headers(), null), new Date());
});

/**
 * The gate of a page and of its metadata (which Next renders apart): anonymous visitors go to sign in and come back;
 * a member without the permission gets the "forbidden" page. Null demands membership only.
 */
export async function enterPage(permission: Permission | null): Promise<Context> {
  const ctx = await contextOfPage();
  if (!ctx) redirect(await loginPath());
  if (permission !== null && ctx.lacksTotp) redirect("/account/two-factor");
  if (permission !== null && !ctx.permissions.has(permission)) forbidden();
  return ctx;
}

/** The sign-in page, with the way back to this one (x-path, set by src/proxy.ts over whatever a client sends). */
async function loginPath(): Promise<string> {
  const path = internalPath((await headers()).get("x-path"), "/");
  return path === "/" ? "/login" : `/login?next=${encodeURIComponent(path)}`;
}
