import { big, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE, QUANTITY_SCALE } from "@/kernel/money.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import type { Cell } from "@/platform/spreadsheet/cell.ts";
import { groupLikeSign } from "./detect-number-style.ts";
import type { NumberStyle, NumericField, Reason, RowCode } from "./import-values.ts";
import { absenceOf } from "./no-value.ts";

export interface NumberRead {
  value: Decimal | null;
  reason?: Reason;
}

const UNREADABLE = {
  costPrice: "row_cost_unreadable",
  salePrice: "row_price_unreadable",
  taxRate: "row_tax_unreadable",
  stock: "row_stock_unreadable",
  minStock: "row_stock_unreadable",
} as const satisfies Record<NumericField, RowCode>;

const SCALES = { costPrice: PRICE_SCALE, salePrice: PRICE_SCALE, taxRate: 2, stock: QUANTITY_SCALE, minStock: QUANTITY_SCALE } as const satisfies Record<NumericField, number>;

/** The catalogue keeps ten digits before the point. */
const TOO_LARGE = "10000000000";
/** More decimals than a field keeps are rounded half-up, as a sheet does when it shows them; beyond this it is no price. */
const READ_FRACTION = 8;
const EXEMPT = /^(exento|exenta|ex|no gravado|nogravado|isento|exempt)$/i;
const FOREIGN = /U\$S|US\$|USD|EUR|€|£/i;

/** Reads a price, rate or quantity; rounds to what the catalogue keeps; says what it could not or would not read. */
export function readNumber(cell: Cell | undefined, field: NumericField, style: NumberStyle): NumberRead {
  const absence = absenceOf(cell);
  if (absence === "error") return { value: null, reason: { code: "row_formula_error", field, severity: isPrice(field) ? "error" : "warning" } };
  if (absence !== null || cell === undefined) return { value: null };
  const text = cell.text.trim();
  if (isPrice(field) && FOREIGN.test(text)) return wrong("row_price_currency", field, text);
  if (field === "taxRate" && EXEMPT.test(text)) return { value: "0" };

  const raw = rawNumber(cell, text, field, style);
  if (raw === null) return wrong(UNREADABLE[field], field, text);
  const value = trimZeros(fix(field === "taxRate" ? asPercent(raw, text) : raw, SCALES[field]));
  if (big(value).abs().gte(field === "taxRate" ? "100.01" : TOO_LARGE)) {
    return wrong(field === "taxRate" ? UNREADABLE.taxRate : "row_number_too_large", field, text);
  }
  if (big(value).lt(0)) return { value: null, reason: { code: "row_negative", field, severity: isPrice(field) ? "error" : "warning", params: { value: text } } };
  if (isPrice(field) && big(value).eq(0)) return { value: null, reason: { code: "row_zero_ignored", field, severity: "warning" } };
  const doubtful = cell.number === undefined && !style.certain && groupLikeSign(text) !== null;
  return doubtful ? { value, reason: { code: "row_ambiguous_number", field, severity: "warning", params: { value: text, read: value } } } : { value };
}

function rawNumber(cell: Cell, text: string, field: NumericField, { decimal }: NumberStyle): Decimal | null {
  if (cell.kind === "number") return cell.number ?? null;
  if (cell.kind !== "text") return null;
  const digits = field === "taxRate" ? text.replace(/iva|vat|alic\.?/gi, "").replace("%", "") : text;
  return parseDecimal(digits, { decimal, maxFraction: READ_FRACTION });
}

/** A column of percentages often holds fractions: 0.21 is 21 %. No rate in use lies between 0 and 1 %. */
function asPercent(raw: Decimal, text: string): Decimal {
  const fraction = big(raw).gt(0) && big(raw).lt(1);
  return fraction && !(text.includes("%") && !isShownPercent(raw, text)) ? big(raw).times(100).toFixed() : raw;
}

/** "21%" shown by a cell whose value is 0.21; "0.5%" typed as text is half a percent. */
function isShownPercent(raw: Decimal, text: string): boolean {
  return text === `${trimZeros(big(raw).times(100).toFixed())}%`;
}

function isPrice(field: NumericField): boolean {
  return field === "costPrice" || field === "salePrice";
}

function wrong(code: RowCode, field: NumericField, text: string): NumberRead {
  // A tax or a stock that cannot be read leaves that field as it is; a price or cost must not be left to chance.
  return { value: null, reason: { code, field, severity: isPrice(field) || code === "row_number_too_large" ? "error" : "warning", params: { value: text.slice(0, 40) } } };
}
