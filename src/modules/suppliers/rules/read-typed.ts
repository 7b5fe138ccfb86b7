import type { Decimal } from "@/kernel/decimal.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import type { FieldRefusal } from "@/kernel/refusal.ts";

const MOST_DECIMALS = 6;

/** Numbers as people of the shop type them; an empty field is null. What cannot be read is told by its field's name. */
export function readTyped<K extends string>(typed: Readonly<Record<K, string>>, decimal: "," | "."): { values: Record<K, Decimal | null>; wrong: FieldRefusal[] } {
  const wrong: FieldRefusal[] = [];
  const read = (Object.entries(typed) as [K, string][]).map(([path, text]) => {
    const value = text === "" ? null : parseDecimal(text, { decimal, maxFraction: MOST_DECIMALS });
    if (text !== "" && value === null) wrong.push({ path, code: "not_a_number" });
    return [path, value] as const;
  });
  return { values: Object.fromEntries(read) as Record<K, Decimal | null>, wrong };
}
