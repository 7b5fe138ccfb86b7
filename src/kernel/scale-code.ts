import { gtinCheckDigit } from "./barcode.ts";
import { big, fix, type Decimal } from "./decimal.ts";

/**
 * How a shop's scale writes its labels, in the range that GS1 leaves to shops (General Specifications §2.1.9: codes that begin with 2).
 * `P` product, `V` value (`W` means the same), `X` a digit that nobody reads, `C` check digit; digits stand for themselves.
 */
export interface ScaleCode {
  /** "20PPPPPWWWWWC". */
  pattern: string;
  /** What the value is: kilograms, or the price of the label. */
  value: "weight" | "price";
  /** How many of the value's digits stand behind the decimal sign. */
  decimals: number;
}

export interface ScaleLabel {
  kind: ScaleCode["value"];
  /** Digits of the product, leading zeros kept. */
  plu: string;
  /** Kilograms ("0.350") or money ("1250.00"). */
  value: Decimal;
}

/** Whether a text is a pattern of an EAN-13 or UPC-A of a shop: one run of product digits, one of the value, the check digit last. */
export function isScalePattern(pattern: string): boolean {
  return /^\d{1,3}X?P{2,6}X?[VW]{3,6}X?C$/.test(pattern) && pattern.startsWith("2") && (pattern.length === 13 || pattern.length === 12);
}

/** Reads a code that one of the shop's scales printed; null when it is another kind of code, has a wrong check digit or weighs nothing. */
export function readScaleCode(code: string, patterns: readonly ScaleCode[]): ScaleLabel | null {
  for (const pattern of patterns) {
    const label = readOne(code.trim(), pattern);
    if (label) return label;
  }
  return null;
}

function readOne(code: string, { pattern, value, decimals }: ScaleCode): ScaleLabel | null {
  // UPC-A labels (prefix 2) reach us widened to 13 digits.
  const digits = code.length === pattern.length + 1 && code.startsWith("0") ? code.slice(1) : code;
  if (digits.length !== pattern.length || !/^\d+$/.test(digits)) return null;
  let plu = "";
  let figure = "";
  for (const [i, sign] of [...pattern].entries()) {
    if (sign === "P") plu += digits[i];
    else if (sign === "V" || sign === "W") figure += digits[i];
    else if (sign !== "C" && sign !== "X" && sign !== digits[i]) return null;
  }
  if (gtinCheckDigit(digits.slice(0, -1)) !== digits.at(-1) || /^0*$/.test(figure)) return null;
  return { kind: value, plu, value: fix(big(figure).div(10 ** decimals), value === "weight" ? 3 : 2) };
}

/** A code that such a scale would print, to show how a pattern reads. */
export function exampleOf({ pattern }: ScaleCode): string {
  const sample = { P: "1234567890", V: "00350000", W: "00350000" };
  const taken = { P: 0, V: 0, W: 0 };
  const figures = pattern.slice(0, -1).split("").map((sign) => (sign === "P" || sign === "V" || sign === "W" ? sample[sign][taken[sign]++] ?? "0" : sign === "X" ? "0" : sign));
  const body = figures.join("");
  return body + gtinCheckDigit(body);
}

/** The codes by which a product may be known to a scale: its digits as printed, without leading zeros, or the end of a code of ours. */
export function codesOfPlu(plu: string): string[] {
  const short = plu.replace(/^0+(?=\d)/, "");
  return [...new Set([plu, short, `A${short.padStart(5, "0")}`])];
}
