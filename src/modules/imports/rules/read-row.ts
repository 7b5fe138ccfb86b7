import { big, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";
import type { Cell, Row } from "@/platform/spreadsheet/cell.ts";
import { classifyRow, type RowKind } from "./classify-row.ts";
import { cleanBarcode, cleanCode, cleanLines, cleanText, type Cleaned } from "./clean-cell.ts";
import { customKey, IMPORT_FIELDS, isNumericField, TEXT_LIMITS, type ImportField, type ImportValues, type PriceField, type ReadPlan, type Reason, type RowCode } from "./import-values.ts";
import { absenceOf } from "./no-value.ts";
import { readNumber } from "./read-number.ts";
import { readCustom } from "./read-custom.ts";
import { readUnit } from "./read-unit.ts";
import { settlePack } from "./settle-pack.ts";

export interface RowRead {
  kind: RowKind;
  values: ImportValues;
  reasons: Reason[];
  /** The section that the next row stands in: hand it on, also from one chunk of rows to the next. */
  section: string | null;
}

/** The books hold twelve digits for all goods together. */
const MOST_WORTH = "10000000000";

const KIND_REASONS: Partial<Record<RowKind, RowCode>> = { section: "row_section", note: "row_note", total: "row_total", header: "row_section" };

/** Reads one row as a product, or says what else it is. `section` is the title that the rows above last named. */
export function readRow(row: Row, plan: ReadPlan, section: string | null): RowRead {
  const { kind, title } = classifyRow(row, plan);
  if (kind !== "product") {
    const code = KIND_REASONS[kind];
    return { kind, values: {}, reasons: code === undefined ? [] : [{ code, severity: "note" }], section: title ?? section };
  }
  const values: ImportValues = {};
  const reasons: Reason[] = [];
  for (const field of IMPORT_FIELDS) {
    const column = plan.mapping.columns[field];
    if (column === undefined) continue;
    const { value, reason } = readField(row[column], field, plan);
    if (value !== null) values[field] = value;
    if (reason !== undefined) reasons.push(reason);
  }
  reasons.push(...settlePack(values), ...readOwn(row, plan, values));
  if (plan.mapping.columns.category === undefined && section !== null) values.category = section.slice(0, TEXT_LIMITS.category);
  settleTax("salePrice", true, values, reasons, plan);
  settleTax("costPrice", false, values, reasons, plan);
  if (big(values.stock ?? "0").times(values.costPrice ?? "0").gte(MOST_WORTH)) reasons.push({ code: "row_number_too_large", severity: "error", field: "stock", params: { value: values.stock ?? "" } });
  if (lacksPrice(row, plan, values, reasons)) reasons.push({ code: "row_price_missing", severity: "warning", field: "salePrice" });
  return { kind, values, reasons, section };
}

/** What the row says of the shop's own fields. Changes `values`; answers what could not be read. */
function readOwn(row: Row, { mapping: { columns }, customFields, decimal }: ReadPlan, values: ImportValues): Reason[] {
  return customFields.flatMap((field): Reason[] => {
    const column = columns[customKey(field.id)];
    if (column === undefined) return [];
    const { value, reason } = readCustom(row[column], field, decimal);
    if (value !== null) values[customKey(field.id)] = value;
    return reason === undefined ? [] : [reason];
  });
}

function readField(cell: Cell | undefined, field: ImportField, plan: ReadPlan): { value: string | null; reason?: Reason } {
  if (isNumericField(field)) return readNumber(cell, field, plan.styles[field] ?? { decimal: ",", certain: true, mixed: false, ambiguous: 0, sample: null });
  const { value, reason } = CLEANERS[field](cell);
  if (value !== null && value.length > TEXT_LIMITS[field]) {
    return { value: null, reason: { code: "row_too_long", severity: "error", field, params: { max: TEXT_LIMITS[field], length: value.length } } };
  }
  if (reason === undefined) return { value };
  return { value, reason: { code: reason, severity: "warning", field, params: { value: (cell?.text ?? "").slice(0, 40) } } };
}

const CLEANERS: Readonly<Record<Exclude<ImportField, "costPrice" | "salePrice" | "taxRate" | "stock" | "minStock">, (cell: Cell | undefined) => Cleaned>> = {
  sku: cleanCode,
  supplierCode: cleanCode,
  barcode: cleanBarcode,
  packBarcode: cleanBarcode,
  packSize: cleanText,
  packUnit: cleanUnit,
  name: cleanText,
  description: cleanLines,
  category: cleanText,
  brand: cleanText,
  unit: cleanUnit,
};

function cleanUnit(cell: Cell | undefined): Cleaned {
  const { value, reason } = cleanText(cell);
  if (value === null) return { value, reason };
  const unit = readUnit(value);
  return unit === null ? { value: null, reason: "row_unit_unknown" } : { value: unit };
}

/** Brings a price to what the catalogue keeps: sale prices with VAT inside, costs without. */
function settleTax(field: PriceField, keepsTax: boolean, values: ImportValues, reasons: Reason[], plan: ReadPlan): void {
  const price = values[field];
  const holdsTax = plan.mapping.hasTax[field] ?? keepsTax;
  if (price === undefined || holdsTax === keepsTax) return;
  const rate = values.taxRate ?? plan.defaultTaxRate;
  if (rate === null) {
    delete values[field];
    reasons.push({ code: "row_tax_missing", severity: "error", field });
    return;
  }
  values[field] = convert(price, rate, keepsTax);
}

function convert(price: Decimal, rate: Decimal, add: boolean): Decimal {
  const factor = big(rate).div(100).plus(1);
  return trimZeros(fix(add ? big(price).times(factor) : big(price).div(factor), PRICE_SCALE));
}

/** A mapped price that says nothing, and nothing worse to say about it. */
function lacksPrice(row: Row, { mapping: { columns } }: ReadPlan, values: ImportValues, reasons: readonly Reason[]): boolean {
  if (columns.salePrice === undefined || values.salePrice !== undefined) return false;
  return absenceOf(row[columns.salePrice]) !== "error" && !reasons.some(({ field }) => field === "salePrice");
}
