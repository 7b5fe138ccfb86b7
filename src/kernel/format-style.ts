/** How one shop writes numbers, money and dates. Plain data, so that it travels to the browser as a prop. */
export interface FormatStyle {
  locale: FormatLocale;
  /** ISO 4217. */
  currency: string;
  /** IANA name. */
  timeZone: string;
  decimal: "," | ".";
  grouping: "," | ".";
  /** What is counted in packages, by the unit's code, in the shop's words; a unit without one is written as its code. */
  counted: Readonly<Record<string, CountedName>>;
}

export interface CountedName {
  one: string;
  other: string;
}

export interface FormatSettings {
  locale: string;
  currency: string;
  timeZone: string;
  counted?: Readonly<Record<string, CountedName>>;
}

interface Habit {
  decimal: "," | ".";
  /** Between the currency sign and the figure. */
  moneyGap: string;
  percentGap: string;
  date: readonly ("day" | "month" | "year")[];
  dateSeparator: string;
}

const NBSP = "\u00a0";
const RIVER_PLATE: Habit = { decimal: ",", moneyGap: NBSP, percentGap: NBSP, date: ["day", "month", "year"], dateSeparator: "/" };

// Own table, not Intl: the ICU of the server and of the browser differ, and a differing text breaks hydration.
const HABITS = {
  "es-AR": RIVER_PLATE,
  "es-UY": RIVER_PLATE,
  "es-PY": RIVER_PLATE,
  "es-CL": { ...RIVER_PLATE, moneyGap: "", dateSeparator: "-" },
  "es-MX": { ...RIVER_PLATE, decimal: ".", moneyGap: "" },
  "pt-BR": { ...RIVER_PLATE, percentGap: "" },
  "en-US": { decimal: ".", moneyGap: "", percentGap: "", date: ["month", "day", "year"], dateSeparator: "/" },
} as const satisfies Record<string, Habit>;

export type FormatLocale = keyof typeof HABITS;

export const FORMAT_LOCALES = Object.keys(HABITS) as readonly FormatLocale[];

export function habitOf(style: Pick<FormatStyle, "locale">): Habit {
  return HABITS[style.locale];
}

/** The style of a shop's settings. A locale without a habit of its own is written as es-AR, the source of this product. */
export function formatStyleOf({ locale, currency, timeZone, counted = {} }: FormatSettings): FormatStyle {
  const known = FORMAT_LOCALES.find((candidate) => candidate === locale) ?? "es-AR";
  const { decimal } = HABITS[known];
  return { locale: known, currency, timeZone, decimal, grouping: decimal === "," ? "." : ",", counted };
}

const SIGNS: Readonly<Record<string, string>> = {
  ARS: "$", CLP: "$", COP: "$", MXN: "$", UYU: "$", BRL: "R$", PYG: "Gs.", PEN: "S/", BOB: "Bs", USD: "US$", EUR: "€",
};

/** ISO 4217 minor units of the currencies that have none; every other one here has two. */
const WITHOUT_CENTS: readonly string[] = ["CLP", "PYG"];

export function currencyDecimals(currency: string): number {
  return WITHOUT_CENTS.includes(currency) ? 0 : 2;
}

/** "$" belongs to the shop's own currency alone: a foreign peso is named by its code, the dollar is always "US$". */
export function currencySign(currency: string, home: string): string {
  const sign = SIGNS[currency] ?? currency;
  return sign === "$" && currency !== home ? currency : sign;
}
