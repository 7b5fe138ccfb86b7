import { compare, isDecimal } from "@/kernel/decimal.ts";
import { isNumericField, IMPORT_FIELDS, type ImportField, type ImportValues, type Reason } from "./import-values.ts";
import type { Repeat } from "./find-repeats.ts";
import type { RowRead } from "./read-row.ts";

export type Verdict = "new" | "changed" | "same" | "error" | "skipped";

/** The product that a row was matched to, as the catalogue has it; null for a field without a value. */
export interface ExistingProduct {
  values: Readonly<Partial<Record<ImportField, string | null>>>;
  /** All its barcodes: one more is an addition, not a change of the first. */
  barcodes: readonly string[];
  matchedBy: "barcode" | "sku" | "supplierCode" | "name";
  /** Taking the row brings it back. */
  archived?: boolean;
}

/** A field of the product, or of its line in a supplier's list. */
export type ChangedField = ImportField | "listPrice" | "listedName";

export interface Change {
  from: string | null;
  to: string;
}

export interface Decision {
  verdict: Verdict;
  /** All that is to be said about the row, what was found when reading it first. */
  reasons: Reason[];
  changes: Partial<Record<ChangedField, Change>>;
}

/** Decides what a row would do to the catalogue. An empty cell changes nothing: lists leave out more than they delete. */
export function decideVerdict(read: RowRead, existing: ExistingProduct | null, repeat: Repeat | null): Decision {
  if (read.kind !== "product") return { verdict: "skipped", reasons: read.reasons, changes: {} };
  const reasons = [...read.reasons];
  if (repeat !== null) {
    const code = repeat.field === "name" ? "row_name_repeated" : "row_code_repeated";
    reasons.push({ code, severity: repeat.identical ? "note" : "error", field: repeat.field, params: { row: repeat.row } });
    if (repeat.identical) return { verdict: "skipped", reasons, changes: {} };
  }
  if (existing === null && read.values.name === undefined) reasons.push({ code: "row_name_missing", severity: "error", field: "name" });
  if (existing?.matchedBy === "name") reasons.push({ code: "row_matched_by_name", severity: "warning", field: "name", params: { name: existing.values.name ?? "" } });
  if (reasons.some(({ severity }) => severity === "error")) return { verdict: "error", reasons, changes: {} };
  if (existing === null) return { verdict: "new", reasons, changes: {} };
  // What the product has already, the row need not bring.
  const kept = reasons.filter(({ code }) => code !== "row_price_missing" || (existing.values.salePrice ?? null) === null);
  const changes = changesOf(read.values, existing);
  return { verdict: Object.keys(changes).length === 0 && existing.archived !== true ? "same" : "changed", reasons: kept, changes };
}

function changesOf(values: ImportValues, existing: ExistingProduct): Decision["changes"] {
  const changes: Decision["changes"] = {};
  for (const field of IMPORT_FIELDS) {
    const to = values[field];
    const from = existing.values[field] ?? null;
    if (to === undefined || isSame(field, from, to)) continue;
    if (field === "barcode" && existing.barcodes.includes(to)) continue;
    changes[field] = { from, to };
  }
  return changes;
}

/** "12.50" and "12.5" are one price. */
function isSame(field: ImportField, from: string | null, to: string): boolean {
  if (from === null) return false;
  return isNumericField(field) && isDecimal(from) && isDecimal(to) ? compare(from, to) === 0 : from === to;
}
