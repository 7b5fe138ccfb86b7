import { gtinCheckDigit } from "@/kernel/barcode.ts";
import { big, fix, type Decimal } from "@/kernel/decimal.ts";

/** How a shop's scale writes its labels: `P` product, `V` value, `C` check digit; other signs stand for themselves. */
export interface ScalePattern {
  /** "2PPPPPVVVVVC", "20PPPPPVVVVVC". */
  pattern: string;
  /** What `V` is: grams, or the label's price in cents. */
  value: "weight" | "price";
}

export interface ScaleLabel {
  /** Digits of the product, leading zeros kept. */
  plu: string;
  /** Kilograms ("0.350") or money ("1250.00"). */
  value: Decimal;
}

/** Reads a code that a scale printed; null when it is another kind of code, has a wrong check digit or weighs nothing. */
export function parseScaleCode(code: string, { pattern, value }: ScalePattern): ScaleLabel | null {
  // UPC-A labels (prefix 2) reach us widened to 13 digits.
  const digits = code.length === pattern.length + 1 && code.startsWith("0") ? code.slice(1) : code;
  if (digits.length !== pattern.length || !/^\d+$/.test(digits)) return null;
  let plu = "";
  let figure = "";
  for (const [i, sign] of [...pattern].entries()) {
    if (sign === "P") plu += digits[i];
    else if (sign === "V") figure += digits[i];
    else if (sign !== "C" && sign !== digits[i]) return null;
  }
  if (pattern.endsWith("C") && gtinCheckDigit(digits.slice(0, -1)) !== digits.at(-1)) return null;
  if (plu === "" || Number(figure) === 0) return null;
  return { plu, value: value === "weight" ? fix(big(figure).div(1000), 3) : fix(big(figure).div(100), 2) };
}
