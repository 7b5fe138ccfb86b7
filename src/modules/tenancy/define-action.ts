import { headers } from "next/headers";
import type { z } from "zod";
import { newId } from "@/kernel/id.ts";
import { refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { describeError, log } from "@/platform/log.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { checkProof, type ProofDemand } from "./check-proof.ts";
import type { Context } from "./context.ts";
import { checkDemand, openContext } from "./gate.ts";
import type { Permission } from "./permissions.ts";
import { requestFacts } from "./request-facts.ts";

interface ActionPlan<S extends z.ZodType, T> {
  permission: Permission;
  schema: S;
  /** Step-up: see check-proof.ts. */
  proof?: ProofDemand<z.output<S>>;
  run: (ctx: Context, input: z.output<S>) => Promise<Result<T>>;
}

/** A defect as the browser sees it: an id to quote, nothing of the error. */
export interface Defect {
  ok: false;
  code: "defect";
  reference: string;
}

export type ActionResult<T> = Result<T> | Defect;

/**
 * A server action: session → tenant of the page → permission → schema → command. The first argument is the slug that the page
 * was rendered for; a form of another shop's tab is refused, never written here. No other export belongs in a "use server" file.
 */
export function defineAction<S extends z.ZodType, T>(plan: ActionPlan<S, T>) {
  return async (tenantSlug: string, input: unknown): Promise<ActionResult<T>> => {
    const session = await currentSession();
    if (!session) return refuse("unauthenticated");
    const ctx = openContext(session.membership, requestFacts(await headers(), null), new Date(), session);
    const allowed = checkDemand(ctx, { permission: plan.permission, tenantSlug: String(tenantSlug) });
    if (!allowed.ok) return allowed;
    const parsed = parseInput(plan.schema, input instanceof FormData ? Object.fromEntries(input) : input);
    if (!parsed.ok) return parsed satisfies Refusal;
    const proved = checkProof(ctx, plan.proof, parsed.value);
    if (!proved.ok) return proved;
    try {
      return await plan.run(ctx, parsed.value);
    } catch (error) {
      const reference = newId().slice(-6).toUpperCase();
      log("error", "action_defect", { reference, tenant: ctx.tenant.id, member: ctx.member.id, request: ctx.request.id, ...describeError(error) });
      return { ok: false, code: "defect", reference };
    }
  };
}
