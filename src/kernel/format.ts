import { fix, trimZeros, type Decimal } from "./decimal.ts";
import { currencyDecimals, currencySign, habitOf, type FormatStyle } from "./format-style.ts";

const NBSP = "\u00a0";

export interface NumberOptions {
  /** Decimals always written. Default 0. */
  minFraction?: number;
  /** Rounds half away from zero beyond this; without it every digit is kept. */
  maxFraction?: number;
}

export interface MoneyOptions {
  /** False where a heading already names the currency. Default true. */
  symbol?: boolean;
  /** False rounds to whole units. Default: as the currency has. */
  cents?: boolean;
  /** ISO 4217 of a foreign amount. Default: the shop's own. */
  currency?: string;
}

export interface MoneyParts {
  sign: "" | "-";
  symbol: string;
  gap: string;
  whole: string;
  decimal: string;
  /** Empty where the currency has none. */
  cents: string;
}

/** "1234.5" → "1.234,5". */
export function formatNumber(value: Decimal, style: FormatStyle, { minFraction = 0, maxFraction }: NumberOptions = {}): string {
  const rounded = maxFraction === undefined ? value : fix(value, maxFraction);
  const { sign, whole, fraction } = split(trimZeros(rounded));
  const padded = fraction.padEnd(minFraction, "0");
  return sign + group(whole, style) + (padded === "" ? "" : style.decimal + padded);
}

/** "1234.5" → "$ 1.234,50" with a space that does not break; "-$ 1.234,50"; dollars "US$ 1.234,50". */
export function formatMoney(value: Decimal, style: FormatStyle, options: MoneyOptions = {}): string {
  const { sign, symbol, gap, whole, decimal, cents } = moneyParts(value, style, options);
  return sign + symbol + gap + whole + decimal + cents;
}

/** The pieces of an amount, for figures whose cents stand smaller. */
export function moneyParts(value: Decimal, style: FormatStyle, { symbol = true, cents = true, currency = style.currency }: MoneyOptions = {}): MoneyParts {
  const { sign, whole, fraction } = split(fix(value, cents ? currencyDecimals(currency) : 0));
  const mark = symbol ? currencySign(currency, style.currency) : "";
  // A code, unlike a sign, cannot touch the figure: "USD1" reads as one word.
  const gap = mark === "" ? "" : /[A-Z]$/.test(mark) ? NBSP : habitOf(style).moneyGap;
  return { sign, symbol: mark, gap, whole: group(whole, style), decimal: fraction === "" ? "" : style.decimal, cents: fraction };
}

/** A unit price may carry up to four decimals; the cents are always there: "1.180,00", "0,3525". */
export function formatPrice(value: Decimal, style: FormatStyle, options: Pick<MoneyOptions, "symbol" | "currency"> = {}): string {
  const currency = options.currency ?? style.currency;
  const figure = formatNumber(value, style, { minFraction: currencyDecimals(currency) });
  const { symbol, gap } = moneyParts("0", style, options);
  return figure.startsWith("-") ? `-${symbol}${gap}${figure.slice(1)}` : symbol + gap + figure;
}

const UNITS: Readonly<Record<string, { sign?: string; fraction: number }>> = {
  kg: { fraction: 3 }, l: { fraction: 3 }, m: { fraction: 2 }, m2: { sign: "m²", fraction: 2 }, m3: { sign: "m³", fraction: 3 },
};

/** "12.5" m → "12,50 m"; "0.350" kg → "0,350 kg"; "3.000" u → "3 u"; packages by their name in the shop's language. Digits beyond the unit's habit are never hidden. */
export function formatQuantity(value: Decimal, unit: string, style: FormatStyle): string {
  const { sign = unit, fraction } = UNITS[unit] ?? { fraction: 0 };
  const figure = formatNumber(value, style, { minFraction: fraction });
  const name = style.counted[unit];
  return `${figure}${NBSP}${name ? name[/^-?1$/.test(figure) ? "one" : "other"] : sign}`;
}

/** A percentage, not a ratio: "10.5" → "10,5 %". */
export function formatPercent(value: Decimal, style: FormatStyle, options: NumberOptions = {}): string {
  return `${formatNumber(value, style, options)}${habitOf(style).percentGap}%`;
}

function split(value: Decimal): { sign: "" | "-"; whole: string; fraction: string } {
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? value.slice(1) : value).split(".");
  return { sign: negative ? "-" : "", whole, fraction };
}

function group(whole: string, style: FormatStyle): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, style.grouping);
}
