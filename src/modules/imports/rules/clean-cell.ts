import { isGtin, normaliseBarcode } from "@/kernel/barcode.ts";
import type { Cell } from "@/platform/spreadsheet/cell.ts";
import { absenceOf } from "./no-value.ts";
import type { RowCode } from "./import-values.ts";

/** A field's text, or null for "nothing said"; with the reason when something is wrong or doubtful. */
export interface Cleaned {
  value: string | null;
  reason?: RowCode;
}

const NOTHING: Cleaned = { value: null };

/** A name, category, brand: one line, single spaces. */
export function cleanText(cell: Cell | undefined): Cleaned {
  return clean(cell, (text) => {
    const value = tidy(text).replace(/\s+/g, " ").trim();
    return value === "" ? NOTHING : { value, ...damage(value) };
  });
}

/** A longer text that may have lines. */
export function cleanLines(cell: Cell | undefined): Cleaned {
  return clean(cell, (text) => {
    const lines = tidy(text).split(/\r\n?|\n/).map((line) => line.replace(/[^\S\n]+/g, " ").trim());
    const value = lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
    return value === "" ? NOTHING : { value, ...damage(value) };
  });
}

/** A code of the shop or of a supplier: leading zeros stay, scientific notation is undone or refused. */
export function cleanCode(cell: Cell | undefined): Cleaned {
  return clean(cell, (text) => {
    const value = tidy(text).replace(/\s+/g, " ").trim();
    const whole = expandScientific(value);
    if (whole === "rounded") return { value: null, reason: "row_barcode_rounded" };
    return value === "" ? NOTHING : { value: whole ?? value, ...damage(value) };
  });
}

/** A barcode. One with a wrong check digit is kept, as a code of the shop's own, and said so. */
export function cleanBarcode(cell: Cell | undefined): Cleaned {
  const { value: code, reason } = cleanCode(cell);
  if (code === null || reason !== undefined) return { value: code, reason };
  const several = code.split(/[;,/|\s]+/).filter((part) => part !== "");
  if (several.length > 1 && several.every((part) => isGtin(part))) return { value: normaliseBarcode(several[0]!), reason: "row_barcode_several" };

  const digits = /^[\d\s-]+$/.test(code) ? code.replace(/[\s-]/g, "") : code;
  if (isRounded(digits)) return { value: null, reason: "row_barcode_rounded" };
  const padded = `0${digits}`;
  // A UPC-A that starts with 0 loses it as soon as its cell is a number.
  if (cell?.number !== undefined && digits.length === 11 && isGtin(padded)) return { value: normaliseBarcode(padded), reason: "row_zeros_restored" };
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return { value: normaliseBarcode(/^\d+$/.test(digits) ? digits : code) };
  return isGtin(digits) ? { value: normaliseBarcode(digits) } : { value: digits, reason: "row_barcode_check" };
}

/** "7,79E+12" is an EAN whose last digits are gone; "7.790895000997E+12" still has them all. Null: not scientific notation. */
export function expandScientific(text: string): string | "rounded" | null {
  // "12E5" without sign or point is a catalogue code as good as any.
  const [, lead, tail = "", exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text) ?? [];
  if (lead === undefined || (tail === "" && !text.includes("+"))) return null;
  return tail.length === Number(exponent) ? lead + tail : "rounded";
}

/** Spreadsheets show 3 to 6 digits of a long number; saved as text and read again, the rest are zeros. */
function isRounded(digits: string): boolean {
  return /^[1-9]\d*0{6,}$/.test(digits) && digits.length >= 12;
}

function clean(cell: Cell | undefined, read: (text: string) => Cleaned): Cleaned {
  const absence = absenceOf(cell);
  if (absence !== null || cell === undefined) return absence === "error" ? { value: null, reason: "row_formula_error" } : NOTHING;
  // "3/4" typed into a cell became a date; what was typed is gone.
  if (cell.kind === "date") return { value: null, reason: "row_became_date" };
  return read(cell.text);
}

/** Without invisible characters, and without the quote that Excel and our own CSV put before a text to keep it one. */
function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replace(/[^\P{Cc}\t\n\r]/gu, "")
    .replace(/^'(?=[=+\-@\t\d])/, "");
}

function damage(value: string): { reason?: RowCode } {
  return value.includes("\ufffd") ? { reason: "row_text_damaged" } : {};
}
