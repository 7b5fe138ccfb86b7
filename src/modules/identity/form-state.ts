import type { Messages, NestedKeyOf } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { Refusal, RefusalCode } from "@/kernel/refusal.ts";
import { refusalMessage } from "@/messages/refusal-message.ts";

type Words = NestedKeyOf<Messages>;

/** Better words than the general ones, by "field.code": "email.required". */
export type FormWords = Readonly<Record<string, Words>>;

/** What a form shows again: why it was not taken, in words, and what was typed. */
export interface PublicFormState {
  code: RefusalCode | "defect" | "done" | null;
  errors: readonly { id?: string; message: string }[];
  values: Readonly<Record<string, string>>;
}

export type FormFailure = Refusal | { ok: false; code: "defect"; reference: string };

/** The named fields, to go back into the form. Never a password. */
export function keptValues(keep: readonly string[], fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(keep.map((name) => [name, (fields[name] ?? "").slice(0, 10_000)]));
}

/** Why a form was not taken, one sentence per field, in the language of the request. */
export async function inWords(words: FormWords, failure: FormFailure): Promise<PublicFormState["errors"]> {
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
export function textFields(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"));
  return Object.fromEntries(texts);
}
