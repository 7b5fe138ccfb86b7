import Big from "big.js";

/** A number as text: digits, optional sign and point ("-12.50"). The only form in which money and quantities travel. */
export type Decimal = string;

Big.strict = false;
Big.RM = Big.roundHalfUp;

const DECIMAL = /^-?\d{1,18}(\.\d{1,8})?$/;

/** Whether the text is a plain decimal: no exponent, no grouping, no NaN. */
export function isDecimal(text: unknown): text is Decimal {
  return typeof text === "string" && DECIMAL.test(text);
}

/** Arithmetic on decimals. `Number` never holds money here: 4-decimal price × 3-decimal quantity passes 2^53. */
export function big(value: Decimal | Big): Big {
  return new Big(value);
}

/** Rounds half away from zero to `scale` decimals and writes all of them: fix("2.345", 2) = "2.35". */
export function fix(value: Decimal | Big, scale: number): Decimal {
  const text = (typeof value === "string" ? new Big(value) : value).toFixed(scale, Big.roundHalfUp);
  // A rounded -0.001 is written "-0.00"; a ledger knows one zero only.
  return text.startsWith("-0") && /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** -1, 0 or 1. */
export function compare(a: Decimal | Big, b: Decimal | Big): number {
  return new Big(a).cmp(b);
}

export function isZero(value: Decimal | Big): boolean {
  return new Big(value).eq(0);
}

/** "12.500" → "12.5", "3.000" → "3": for people and for exports, never for ledgers. */
export function trimZeros(value: Decimal): Decimal {
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}
