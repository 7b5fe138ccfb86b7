import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { newId } from "@/kernel/id.ts";
import { RefusedError, refuse, type Accepted, type Result } from "@/kernel/refusal.ts";
import { describeError, log } from "@/platform/log.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { isSameOrigin } from "@/platform/same-origin.ts";
import { inWords, keptValues, textFields, type FormFailure, type FormWords, type PublicFormState } from "./form-state.ts";
import { currentDeviceUserId } from "./session-cookie.ts";
import { visitorOf, type Visitor } from "./visitor.ts";

const DONE: PublicFormState = { code: "done", errors: [], values: {} };

interface PublicActionPlan<S extends z.ZodType> {
  schema: S;
  /** Fields that go back into the form when it is refused. Never a password. */
  keep: readonly string[];
  /** Asked before anything that was sent is looked at; everybody may where it is left out. */
  mayEnter?: () => Promise<boolean>;
  /** Better words than the general ones, by "field.code": "email.required". */
  words?: FormWords;
  /** Answers the path of ours to go on to; null stays, with the code "done". */
  run: (input: z.output<S>, visitor: Visitor) => Promise<Result<string | null>>;
}

/**
 * A server action for people without a session: same origin → schema → command. Works as a plain form post without JavaScript, and
 * answers in words, so that the page needs no catalogue in the browser. Sign-in needs the origin check of its own, since without a
 * cookie there is nothing else to forge.
 */
export function definePublicAction<S extends z.ZodType>(plan: PublicActionPlan<S>) {
  return async (_previous: PublicFormState, form: FormData): Promise<PublicFormState> => {
    const fields = textFields(form);
    const values = keptValues(plan.keep, fields);
    const result = await attempt(plan, fields);
    if (result.ok && result.value === null) return DONE;
    if (result.ok) redirect(result.value!);
    return { code: result.code, errors: await inWords(plan.words ?? {}, result), values };
  };
}

async function attempt<S extends z.ZodType>(plan: PublicActionPlan<S>, fields: Record<string, string>): Promise<Accepted<string | null> | FormFailure> {
  try {
    const head = await headers();
    if (!isSameOrigin(head)) return refuse("cross_origin");
    if (plan.mayEnter && !(await plan.mayEnter())) return refuse("unauthenticated");
    const parsed = parseInput(plan.schema, fields);
    if (!parsed.ok) return parsed;
    return await plan.run(parsed.value, visitorOf(head, await currentDeviceUserId()));
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    const reference = newId().slice(-6).toUpperCase();
    log("error", "public_action_defect", { reference, ...describeError(error) });
    return { ok: false, code: "defect", reference };
  }
}
