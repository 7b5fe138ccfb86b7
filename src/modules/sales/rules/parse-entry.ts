import { compare, type Decimal } from "@/kernel/decimal.ts";
import { isGtin, normaliseBarcode } from "@/kernel/barcode.ts";
import { PRICE_SCALE, QUANTITY_SCALE } from "@/kernel/money.ts";
import type { DecimalStyle } from "@/kernel/parse-decimal.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";
import type { Discount } from "@/modules/pricing/rules/total-lines.ts";
import { readSum } from "./read-sum.ts";

/** What the cashier asked for with one line of text. */
export type Entry =
  | { kind: "empty" }
  /** A code or words; `quantity` is null unless it was typed in front. `insteadOfNumber`: a barcode stood where a number belongs. */
  | { kind: "find"; text: string; quantity: Decimal | null; insteadOfNumber?: true }
  /** `3*`: how many of what comes next. */
  | { kind: "chip"; quantity: Decimal }
  /** `*5`: how many of the selected line. */
  | { kind: "quantity"; quantity: Decimal }
  | { kind: "step"; by: "1" | "-1" }
  | { kind: "price"; price: Decimal }
  | { kind: "discount"; scope: "line" | "ticket"; discount: Discount }
  /** `$1500 bread`: something without a code. */
  | { kind: "misc"; price: Decimal; name: string; quantity: Decimal | null }
  | { kind: "priceCheck"; text: string }
  /** `#1042`: a sale by its number. */
  | { kind: "document"; number: string }
  /** `#P-42`: a quote by its number. */
  | { kind: "quote"; number: string }
  /** `@lop`: a customer by name. */
  | { kind: "customer"; words: string }
  | { kind: "refused"; code: RefusalCode };

/** What a sale line and its money columns can hold. */
export const MAX_QUANTITY: Decimal = "999999.999";
export const MAX_PRICE: Decimal = "99999999.9999";

interface Reading {
  decimal: DecimalStyle["decimal"];
  /** The text, or the end of it, came faster than anybody types. */
  scanned?: boolean;
}

/**
 * Reads the entry field. A scan is never a number: digits that came as a burst, or eight and more of them with a right
 * check digit, are looked up as a code wherever they stand.
 */
export function parseEntry(raw: string, reading: Reading): Entry {
  const text = raw.replace(/\p{Cc}/gu, "").trim();
  if (text === "") return { kind: "empty" };
  if (text === "+") return { kind: "step", by: "1" };
  if (text === "-") return { kind: "step", by: "-1" };
  if (text.startsWith("?")) return { kind: "priceCheck", text: text.slice(1).trim() };
  const number = /^#\s*0*(\d{1,12})$/.exec(text)?.[1];
  if (number !== undefined) return { kind: "document", number };
  const quote = /^#\s*[pP]\s*-?\s*0*(\d{1,12})$/.exec(text)?.[1];
  if (quote !== undefined) return { kind: "quote", number: quote };
  if (text.startsWith("@")) return { kind: "customer", words: text.slice(1).trim() };
  return numberFirst(text, reading) ?? command(text, reading) ?? { kind: "find", text, quantity: null };
}

/** `3*…`, whose rest is read again: a code, words or an item without a code. */
function numberFirst(text: string, reading: Reading): Entry | null {
  const found = /^([\d.,]+)\s*\*(.*)$/.exec(text);
  if (!found) return null;
  const [, figure, rest] = found as unknown as [string, string, string];
  if (isCode(figure, { ...reading, scanned: reading.scanned === true && rest.trim() === "" })) return mistaken(figure);
  const quantity = readQuantity(figure, reading);
  if (typeof quantity !== "string") return quantity;
  if (rest.trim() === "") return { kind: "chip", quantity };
  const misc = miscItem(rest.trim(), reading);
  if (misc?.kind === "misc") return { ...misc, quantity };
  return misc ?? { kind: "find", text: rest.trim(), quantity };
}

function command(text: string, reading: Reading): Entry | null {
  const figure = /^[*=]\s*(.+)$/.exec(text)?.[1] ?? /^([\d.,]+)(?:%{1,2}|-{1,2})$/.exec(text)?.[1];
  if (figure !== undefined && isCode(figure, reading)) return mistaken(figure);
  if (text.startsWith("*")) {
    const quantity = readQuantity(text.slice(1), reading);
    return typeof quantity === "string" ? { kind: "quantity", quantity } : quantity;
  }
  if (text.startsWith("=")) {
    const price = readPrice(text.slice(1), reading);
    return typeof price === "string" ? { kind: "price", price } : price;
  }
  return discount(text, reading) ?? miscItem(text, reading);
}

function discount(text: string, reading: Reading): Entry | null {
  const found = /^([\d.,]+)\s*(%{1,2}|-{1,2})$/.exec(text);
  if (!found) return null;
  const [, figure, suffix] = found as unknown as [string, string, string];
  const value = readSum(figure, reading.decimal, 2);
  if (value === null) return { kind: "refused", code: "not_a_number" };
  const percent = suffix.startsWith("%");
  if (compare(value, percent ? "100" : MAX_PRICE) > 0) return { kind: "refused", code: "discount_too_large" };
  return {
    kind: "discount",
    scope: suffix.length === 1 ? "line" : "ticket",
    discount: { kind: percent ? "percent" : "amount", value },
  };
}

function miscItem(text: string, reading: Reading): Entry | null {
  const found = /^\$\s*([\d.,]+)(?:\s+(.+))?$/.exec(text);
  if (!found) return null;
  const [, figure, name = ""] = found as unknown as [string, string, string | undefined];
  if (isCode(figure, reading)) return mistaken(figure);
  const price = readPrice(figure, reading);
  if (typeof price !== "string") return price;
  return compare(price, "0") === 0 ? { kind: "refused", code: "price_required" } : { kind: "misc", price, name: name.trim().slice(0, 80), quantity: null };
}

/** Whether the figure is a code that landed where a number belongs. */
export function isCode(figure: string, { scanned }: Pick<Reading, "scanned">): boolean {
  const digits = normaliseBarcode(figure);
  return /^\d+$/.test(digits) && (isGtin(digits) || (scanned === true && digits.length >= 6));
}

function mistaken(figure: string): Entry {
  return { kind: "find", text: figure.trim(), quantity: null, insteadOfNumber: true };
}

/** A quantity typed at the till, or why it is none. */
export function readQuantity(text: string, { decimal }: Reading): Decimal | Entry {
  const value = readSum(text, decimal, QUANTITY_SCALE);
  if (value === null) return { kind: "refused", code: "not_a_number" };
  if (compare(value, "0") === 0) return { kind: "refused", code: "quantity_zero" };
  return compare(value, MAX_QUANTITY) > 0 ? { kind: "refused", code: "too_large" } : value;
}

/** A unit price typed at the till, or why it is none. */
export function readPrice(text: string, { decimal }: Reading): Decimal | Entry {
  const value = readSum(text, decimal, PRICE_SCALE);
  if (value === null) return { kind: "refused", code: "not_a_number" };
  return compare(value, MAX_PRICE) > 0 ? { kind: "refused", code: "too_large" } : value;
}
