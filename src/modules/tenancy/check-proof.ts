import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { env } from "@/platform/env.ts";
import type { Context } from "./context.ts";

/** Whether an action wants the password of a moment ago: always, never, or as its input says. */
export type ProofDemand<I> = boolean | ((input: I) => boolean);

/**
 * Step-up (ASVS 7.5.1): who hands out rights or touches money settings showed a password or a second factor within PROOF_MIN minutes, not
 * some day last week on a screen that somebody left open. Refuses with proof_required and the minutes as `count`.
 */
export function checkProof<I>({ provedAt, now }: Pick<Context, "provedAt" | "now">, demand: ProofDemand<I> | undefined, input: I): Result<null> {
  const isAsked = typeof demand === "function" ? demand(input) : demand === true;
  if (!isAsked) return accept(null);
  const age = provedAt === null ? Infinity : now.getTime() - provedAt.getTime();
  return age <= env.PROOF_MIN * 60_000 ? accept(null) : refuse("proof_required", { params: { count: env.PROOF_MIN } });
}
