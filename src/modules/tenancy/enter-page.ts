import { cache } from "react";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { internalPath } from "@/modules/identity/rules/internal-path.ts";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { currentTill } from "@/modules/identity/till-cookie.ts";
import { requestFacts } from "./request-facts.ts";
import { openContext } from "./gate.ts";
import type { Context } from "./context.ts";
import type { Permission } from "./permissions.ts";

/** One look at the session per rendered page, however many components ask. */
const contextOfPage = cache(async (): Promise<Context | null> => {
  const session = await currentSession();
  return session && openContext(session.membership, requestFacts(await headers(), null), new Date(), session);
});

/** What a person does for themselves, whatever the shop lets them do; not by PIN. */
export const OWN_ACCOUNT = "own account";

/**
 * The gate of a page and of its metadata (which Next renders apart): anonymous visitors go to sign in and come back, at a shared till to
 * its lock; a member without the permission gets the "forbidden" page, or signs in whole where the PIN was too little. Null demands
 * membership only.
 */
export async function enterPage(demand: Permission | typeof OWN_ACCOUNT | null): Promise<Context> {
  const ctx = await contextOfPage();
  if (!ctx) redirect((await currentTill()) ? "/till" : await loginPath());
  if (demand === null) return ctx;
  if (demand === OWN_ACCOUNT ? ctx.byPin : ctx.withheld.has(demand)) redirect(await loginPath());
  if (demand === OWN_ACCOUNT) return ctx;
  if (ctx.lacksTotp) redirect("/account/two-factor");
  if (!ctx.permissions.has(demand)) forbidden();
  return ctx;
}

/** The sign-in page, with the way back to this one (x-path, set by src/proxy.ts over whatever a client sends). */
async function loginPath(): Promise<string> {
  const path = internalPath((await headers()).get("x-path"), "/");
  return path === "/" ? "/login" : `/login?next=${encodeURIComponent(path)}`;
}
