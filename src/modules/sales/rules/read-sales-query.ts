import type { Decimal } from "@/kernel/decimal.ts";

/** What somebody may have meant by what they typed into the search of sales. */
export interface SalesQuestion {
  /** The sale's number; null: that is none. */
  number: string | null;
  /** What it came to; null: that is none. */
  total: Decimal | null;
  /** For customers and products; null where only a number can be meant. */
  words: string | null;
}

/**
 * "#1042" and "n° 1042" are a number and nothing else; "$ 4.850,50" an amount and nothing else; "1042" may be either, or the code of a
 * product; all else are words. `decimal` is the shop's sign; the other one of dot and comma separates thousands.
 */
export function readSalesQuery(typed: string, decimal: "," | "."): SalesQuestion | null {
  const text = typed.trim();
  if (text === "") return null;
  const numbered = /^(?:#|n[°º.]?)\s*(\d{1,15})$/i.exec(text);
  if (numbered) return { number: numbered[1]!, total: null, words: null };
  const total = readAmount(text, decimal);
  if (text.startsWith("$")) return { number: null, total, words: total === null ? text : null };
  return { number: /^\d{1,15}$/.test(text) ? text : null, total, words: text };
}

function readAmount(text: string, decimal: "," | "."): Decimal | null {
  const plain = text.replace(/^\$\s*/, "").replaceAll(decimal === "," ? "." : ",", "").replace(decimal, ".");
  return /^-?\d{1,11}(\.\d{1,2})?$/.test(plain) ? plain : null;
}
