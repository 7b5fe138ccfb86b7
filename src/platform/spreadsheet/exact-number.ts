import Big from "big.js";

/** IEEE doubles print noise after this digit (0.1+0.2); spreadsheets neither show nor keep more. */
const SIGNIFICANT_DIGITS = 15;

/** The decimal that a stored number stands for: "1234.5600000000001" and "1.23456E+3" → "1234.56". Null: no number. */
export function exactNumber(raw: string): string | null {
  const text = raw.trim();
  if (/^-?(0|[1-9]\d{0,14})$/.test(text)) return text === "-0" ? "0" : text;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return null;
  // A whole number written in full is kept in full: some programs write 16 digits where Excel would round.
  if (/^[+-]?\d+$/.test(text)) return new Big(text.replace("+", "")).toFixed();
  return new Big(text.replace(/^\+/, "")).prec(SIGNIFICANT_DIGITS, Big.roundHalfUp).toFixed();
}
