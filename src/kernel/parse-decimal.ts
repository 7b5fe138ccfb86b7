import type { Decimal } from "./decimal.ts";

export interface DecimalStyle {
  /** The locale's decimal sign. */
  decimal: "," | ".";
  /** Most decimals accepted; more is refused rather than cut. */
  maxFraction?: number;
}

/**
 * Reads a number as people and spreadsheets write it: "$ 1.234,50", "1,234.50", "(100)", "0.350".
 * Both signs present: the last one is the decimal sign. One sign repeated: grouping. One sign followed by exactly three
 * digits: grouping only when it is the locale's grouping sign and one to three digits (not a lone 0) stand before it.
 * Broken groups ("1.23.4") and anything else answer null: nothing is guessed.
 */
export function parseDecimal(raw: string, { decimal, maxFraction = 4 }: DecimalStyle): Decimal | null {
  const bare = raw
    .normalize("NFKC")
    .replace(/[\s$]/g, "")
    .replace(/^(-?)(ARS|USD|US|U|R)/i, "$1");
  const negative = /^-|^\(.*\)$|-$/.test(bare);
  const text = bare.replace(/^-|-$|^\(|\)$/g, "");
  if (!/^[\d.,]+$/.test(text) || !/\d/.test(text)) return null;

  const sign = decimalSign(text, decimal === "," ? "." : ",");
  const cut = sign === "" ? text.length : text.lastIndexOf(sign);
  const whole = joinGroups(text.slice(0, cut));
  const fraction = text.slice(cut + 1);
  if (whole === null || !/^\d*$/.test(fraction) || fraction.length > maxFraction) return null;

  const value = whole + (fraction === "" ? "" : `.${fraction}`);
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

function decimalSign(text: string, grouping: string): string {
  const point = text.lastIndexOf(".");
  const comma = text.lastIndexOf(",");
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  if (point < 0 && comma < 0) return "";

  const sign = point >= 0 ? "." : ",";
  const parts = text.split(sign);
  if (parts.length > 2) return "";
  const [head, tail] = [parts[0]!, parts[1]!];
  const groups = sign === grouping && tail.length === 3 && /^[1-9]\d{0,2}$/.test(head);
  return groups ? "" : sign;
}

function joinGroups(text: string): string | null {
  const groups = text.split(/[.,]/);
  const broken = groups.length > 1 && (!/^\d{1,3}$/.test(groups[0]!) || groups.slice(1).some((group) => group.length !== 3));
  if (broken) return null;
  return groups.join("").replace(/^0+(?=\d)/, "") || "0";
}
