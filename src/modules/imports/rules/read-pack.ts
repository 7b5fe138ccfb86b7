import { big, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { readUnit } from "./read-unit.ts";

export interface Pack {
  /** Units of the product, above one. */
  size: Decimal;
  /** What the pack is called; null where only its number is told. */
  unit: string | null;
}

const LARGEST = "100000";

/** "12", "x 12", "bulto x 12", "CAJA x 24 u", "12 u.", "C/6": how many units a pack holds. Null: no number above one, or more than one. */
export function readPack(text: string): Pack | null {
  const parts = text.toLowerCase().match(/\p{L}+|\d+(?:[.,]\d{1,3})?/gu) ?? [];
  const numbers = parts.filter((part) => /^\d/.test(part));
  if (numbers.length !== 1) return null;
  const size = trimZeros(numbers[0]!.replace(",", "."));
  if (big(size).lte("1") || big(size).gt(LARGEST)) return null;
  const names = parts.flatMap((part) => (/^\d/.test(part) ? [] : (readUnit(part) ?? [])));
  return { size, unit: names.find((unit) => unit === "box" || unit === "pack" || unit === "roll") ?? null };
}
