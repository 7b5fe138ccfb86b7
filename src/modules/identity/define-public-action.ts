import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { newId } from "@/kernel/id.ts";
import { RefusedError, refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import { describeError, log } from "@/platform/log.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { isSameOrigin } from "@/platform/same-origin.ts";
import { currentDeviceUserId } from "./session-cookie.ts";
import { visitorOf, type Visitor } from "./visitor.ts";

interface PublicActionPlan<S extends z.ZodType> {
  schema: S;
  /** Fields that go back into the form when it is refused. Never a password. */
  keep: readonly string[];
  /** Answers the path of ours to go on to. */
  run: (input: z.output<S>, visitor: Visitor) => Promise<Result<string>>;
}

/** What a form of a page without session shows again: why it was not taken, and what was typed. */
export interface PublicFormState {
  refusal: Refusal | { ok: false; code: "defect"; reference: string } | null;
  values: Readonly<Record<string, string>>;
}

/**
 * A server action for people without a session: same origin → schema → command. Works as a plain form post without JavaScript. Sign-in
 * needs the origin check of its own, since without a cookie there is nothing else to forge.
 */
export function definePublicAction<S extends z.ZodType>(plan: PublicActionPlan<S>) {
  return async (_previous: PublicFormState, form: FormData): Promise<PublicFormState> => {
    const fields = textFields(form);
    const values = Object.fromEntries(plan.keep.map((name) => [name, (fields[name] ?? "").slice(0, 1_000)]));
    const result = await attempt(plan, fields);
    if (result.ok) redirect(result.value);
    return { refusal: result, values };
  };
}

async function attempt<S extends z.ZodType>(plan: PublicActionPlan<S>, fields: Record<string, string>): Promise<Result<string> | { ok: false; code: "defect"; reference: string }> {
  try {
    const head = await headers();
    if (!isSameOrigin(head)) return refuse("cross_origin");
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

/** Text only, each name once; what React adds for itself ("$ACTION…") is not the person's. */
function textFields(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"));
  return Object.fromEntries(texts);
}
