import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { newId } from "@/kernel/id.ts";
import { RefusedError, refuse, type Accepted, type Result } from "@/kernel/refusal.ts";
import { inWords, keptValues, textFields, type FormFailure, type FormWords, type PublicFormState } from "@/modules/identity/form-state.ts";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { describeError, log } from "@/platform/log.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { checkProof, type ProofDemand } from "./check-proof.ts";
import type { Context } from "./context.ts";
import { checkDemand, openContext } from "./gate.ts";
import type { Permission } from "./permissions.ts";
import { requestFacts } from "./request-facts.ts";

interface FormPlan<S extends z.ZodType> {
  /** Null: every member. */
  permission: Permission | null;
  /** Also for who came in by a PIN, where every member may. */
  alsoByPin?: boolean;
  schema: S;
  /** Step-up: see check-proof.ts. */
  proof?: ProofDemand<z.output<S>>;
  /** Fields that go back into the form when it is refused: all of them unless told otherwise. Never a password. */
  keep?: readonly string[];
  words?: FormWords;
  /** Answers the path of ours to go on to. */
  run: (ctx: Context, input: z.output<S>) => Promise<Result<string>>;
}

/** The field that carries the slug of the shop whose page holds the form. */
export const SHOP_FIELD = "shop";

/**
 * A server action of a plain form in a shop: session → tenant of the page → permission → schema → command → next page. Posts without
 * JavaScript too, and answers in words like define-public-action. Every wrapper of this kind names its plan, so that the sweep over the
 * build's actions can tell what it demands.
 */
export function defineFormAction<S extends z.ZodType>(plan: FormPlan<S>) {
  return async (_previous: PublicFormState, form: FormData): Promise<PublicFormState> => {
    const { [SHOP_FIELD]: slug = "", ...fields } = textFields(form);
    const result = await attempt(plan, slug, fields);
    if (result.ok) redirect(result.value);
    return { code: result.code, errors: await inWords(plan.words ?? {}, result), values: keptValues(plan.keep ?? Object.keys(fields), fields) };
  };
}

async function attempt<S extends z.ZodType>(plan: FormPlan<S>, tenantSlug: string, fields: Record<string, string>): Promise<Accepted<string> | FormFailure> {
  const session = await currentSession();
  if (!session) return refuse("unauthenticated");
  const ctx = openContext(session.membership, requestFacts(await headers(), null), new Date(), session);
  const allowed = checkDemand(ctx, { permission: plan.permission, tenantSlug });
  if (!allowed.ok) return allowed;
  if (plan.permission === null && ctx.byPin && !plan.alsoByPin) return refuse("whole_sign_in_required");
  const parsed = parseInput(plan.schema, fields);
  if (!parsed.ok) return parsed;
  const proved = checkProof(ctx, plan.proof, parsed.value);
  if (!proved.ok) return proved;
  try {
    return await plan.run(ctx, parsed.value);
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    const reference = newId().slice(-6).toUpperCase();
    log("error", "form_action_defect", { reference, tenant: ctx.tenant.id, member: ctx.member.id, request: ctx.request.id, ...describeError(error) });
    return { ok: false, code: "defect", reference };
  }
}
