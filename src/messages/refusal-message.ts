import type { FieldRefusal, Refusal } from "@/kernel/refusal.ts";

type Params = Readonly<Record<string, string | number>>;

/** A translator of namespace `errors`. */
type Translate = (code: FieldRefusal["code"], params: Params) => string;

/** Names that messages of `errors` may use. A refusal need not carry them: "none" chooses the sentence without. */
export const REFUSAL_PARAMS = ["max", "min", "seconds", "name", "code", "available", "shop", "count", "total"] as const;

const ABSENT: Params = Object.fromEntries(REFUSAL_PARAMS.map((name) => [name, "none"]));

/** The words of a refusal, or of one field of it. */
export function refusalMessage(t: Translate, refusal: Pick<FieldRefusal, "code" | "params">): string {
  const told = Object.entries(refusal.params ?? {}).filter(([, value]) => value !== "");
  return t(refusal.code, { ...ABSENT, ...Object.fromEntries(told) });
}

/** The words per field: `{ "lines.0.quantity": "…" }`. The first refusal of a field wins. */
export function fieldErrors(t: Translate, refusal: Refusal): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const field of refusal.fields ?? []) errors[field.path] ??= refusalMessage(t, field);
  return errors;
}
