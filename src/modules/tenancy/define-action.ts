import { headers } from "next/headers";
import type { z } from "zod";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { describeError, log } from "@/platform/log.ts";
import { cutTo } from "@/platform/cut-to.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { checkProof, type ProofDemand } from "./check-proof.ts";
import type { Context } from "./context.ts";
import { checkDemand, openContext } from "./gate.ts";
import type { Permission } from "./permissions.ts";
import { sayRefusal } from "./queries/say-refusal.ts";
import { requestFacts } from "./request-facts.ts";

interface ActionPlan<S extends z.ZodType, A> {
  permission: Permission;
  schema: S;
  /** Step-up: see check-proof.ts. */
  proof?: ProofDemand<z.output<S>>;
  /** What the browser is told of the result, cut to it (cut-to.ts). Without it: that it was done, and nothing else. */
  answer?: z.ZodType<A>;
  run: (ctx: Context, input: z.output<S>) => Promise<Result<NoInfer<A>>>;
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
export function defineAction<S extends z.ZodType, A = unknown>(plan: ActionPlan<S, A>) {
  return async (tenantSlug: string, input: unknown): Promise<ActionResult<A>> => {
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
      const result = await plan.run(ctx, parsed.value);
      return result.ok ? accept((plan.answer ? cutTo(plan.answer, result.value) : undefined) as A) : await sayRefusal(ctx, result);
    } catch (error) {
      const reference = newId().slice(-6).toUpperCase();
      log("error", "action_defect", { reference, tenant: ctx.tenant.id, member: ctx.member.id, request: ctx.request.id, ...describeError(error) });
      return { ok: false, code: "defect", reference };
    }
  };
}
