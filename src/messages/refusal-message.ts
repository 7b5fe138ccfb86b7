import type { FieldRefusal, Refusal, RefusalValue } from "@/kernel/refusal.ts";

type Params = Readonly<Record<string, string | number>>;

/** A translator of namespace `errors`. */
type Translate = (code: FieldRefusal["code"], params: Params) => string;

/** Names that messages of `errors` may use. A refusal need not carry them: "none" chooses the sentence without. */
export const REFUSAL_PARAMS = ["max", "min", "seconds", "name", "code", "available", "shop", "count", "total"] as const;

const ABSENT: Params = Object.fromEntries(REFUSAL_PARAMS.map((name) => [name, "none"]));

/** The words of a refusal, or of one field of it. */
export function refusalMessage(t: Translate, refusal: Pick<FieldRefusal, "code" | "params">): string {
  const told = Object.entries(refusal.params ?? {}).map(([name, value]) => [name, plain(value)] as const).filter(([, value]) => value !== "");
  return t(refusal.code, { ...ABSENT, ...Object.fromEntries(told) });
}

/** A door has written amounts as the shop does (kernel/write-values.ts); what comes past it is at least readable. */
function plain(value: RefusalValue): string | number {
  return typeof value !== "object" ? value : "money" in value ? value.money : value.figure;
}

/** The words per field: `{ "lines.0.quantity": "…" }`. The first refusal of a field wins. */
export function fieldErrors(t: Translate, refusal: Refusal): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const field of refusal.fields ?? []) errors[field.path] ??= refusalMessage(t, field);
  return errors;
}
