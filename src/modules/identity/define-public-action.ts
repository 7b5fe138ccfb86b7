import type { Messages, NestedKeyOf } from "next-intl";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { newId } from "@/kernel/id.ts";
import { RefusedError, refuse, type Accepted, type Refusal, type RefusalCode, type Result } from "@/kernel/refusal.ts";
import { refusalMessage } from "@/messages/refusal-message.ts";
import { describeError, log } from "@/platform/log.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { isSameOrigin } from "@/platform/same-origin.ts";
import { currentDeviceUserId } from "./session-cookie.ts";
import { visitorOf, type Visitor } from "./visitor.ts";

type Words = NestedKeyOf<Messages>;

interface PublicActionPlan<S extends z.ZodType> {
  schema: S;
  /** Fields that go back into the form when it is refused. Never a password. */
  keep: readonly string[];
  /** Better words than the general ones, by "field.code": "email.required". */
  words?: Readonly<Record<string, Words>>;
  /** Answers the path of ours to go on to. */
  run: (input: z.output<S>, visitor: Visitor) => Promise<Result<string>>;
}

/** What a form of a page without session shows again: why it was not taken, in words, and what was typed. */
export interface PublicFormState {
  code: RefusalCode | "defect" | null;
  errors: readonly { id?: string; message: string }[];
  values: Readonly<Record<string, string>>;
}

/**
 * A server action for people without a session: same origin → schema → command. Works as a plain form post without JavaScript, and
 * answers in words, so that the page needs no catalogue in the browser. Sign-in needs the origin check of its own, since without a
 * cookie there is nothing else to forge.
 */
export function definePublicAction<S extends z.ZodType>(plan: PublicActionPlan<S>) {
  return async (_previous: PublicFormState, form: FormData): Promise<PublicFormState> => {
    const fields = textFields(form);
    const values = Object.fromEntries(plan.keep.map((name) => [name, (fields[name] ?? "").slice(0, 1_000)]));
    const result = await attempt(plan, fields);
    if (result.ok) redirect(result.value);
    return { code: result.code, errors: await inWords(plan.words ?? {}, result), values };
  };
}

type Failure = Refusal | { ok: false; code: "defect"; reference: string };

async function attempt<S extends z.ZodType>(plan: PublicActionPlan<S>, fields: Record<string, string>): Promise<Accepted<string> | Failure> {
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

async function inWords(words: Readonly<Record<string, Words>>, failure: Failure): Promise<PublicFormState["errors"]> {
  const t = await getTranslations();
  if (failure.code === "defect") return [{ message: t("auth.defect", { reference: failure.reference }) }];
  // The translator's own type knows each key's parameters; here a key is only known to be one of them.
  const say = t as unknown as (key: string, params?: Readonly<Record<string, string | number>>) => string;
  const general: Parameters<typeof refusalMessage>[0] = (code, params) => say(`errors.${code}`, params);
  const { fields = [] } = failure;
  if (fields.length === 0) return [{ message: refusalMessage(general, failure) }];
  const first = fields.filter((field, index) => fields.findIndex(({ path }) => path === field.path) === index);
  return first.map((field) => {
    const own = words[`${field.path}.${field.code}`];
    return { id: field.path, message: own === undefined ? refusalMessage(general, field) : say(own) };
  });
}

/** Text only, each name once; what React adds for itself ("$ACTION…") is not the person's. */
function textFields(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"));
  return Object.fromEntries(texts);
}
