import { isDecimal } from "@/kernel/decimal.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import type { FieldRefusal } from "@/kernel/refusal.ts";

export const FIELD_KINDS = ["text", "number", "date", "choice", "yes_no"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** What a shop wants to know of its products besides what every shop does. */
export interface CustomField {
  id: string;
  name: string;
  kind: FieldKind;
  /** Of a choice. */
  options: string[];
}

/** Values by field id, all text: a decimal, a day as YYYY-MM-DD, "true". Null and empty text take a value away. */
export type GivenValues = Readonly<Record<string, string | null>>;

const NUMBER_SCALE = 4;

/** A form's texts as values: numbers as the shop writes them. What cannot be read stays as it is and is refused later. */
export function readFieldForm(fields: readonly CustomField[], given: GivenValues, decimal: "," | "."): GivenValues {
  const kinds = new Map(fields.map(({ id, kind }) => [id, kind]));
  return Object.fromEntries(Object.entries(given).map(([id, text]) => [id, text && kinds.get(id) === "number" ? (parseDecimal(text, { decimal, maxFraction: NUMBER_SCALE }) ?? text) : text]));
}

/** What a product's values become, or what is wrong with the given ones. */
export function changeValues(fields: readonly CustomField[], before: Readonly<Record<string, string>>, given: GivenValues): { values: Record<string, string>; wrong: FieldRefusal[] } {
  const known = new Map(fields.map((field) => [field.id, field]));
  const wrong = Object.entries(given).flatMap(([id, value]): FieldRefusal[] => {
    const field = known.get(id);
    const path = `customFields.${id}`;
    if (!field) return value ? [{ path, code: "not_found" }] : [];
    return value && !fits(field, value) ? [{ path, code: field.kind === "number" ? "not_a_number" : field.kind === "choice" ? "not_allowed" : "invalid" }] : [];
  });
  const values = Object.entries({ ...before, ...given }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== "" && known.has(entry[0]));
  return { values: Object.fromEntries(values), wrong };
}

function fits({ kind, options }: CustomField, value: string): boolean {
  if (kind === "number") return isDecimal(value);
  if (kind === "choice") return options.includes(value);
  if (kind === "yes_no") return value === "true" || value === "false";
  return kind === "text" || (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value));
}
