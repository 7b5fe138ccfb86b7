import { compare, isDecimal, type Decimal } from "@/kernel/decimal.ts";
import { isCustomKey, isNumericField, type ByKey, type ImportKey, type ImportValues, type Reason } from "./import-values.ts";
import type { Repeat } from "./find-repeats.ts";
import type { RowRead } from "./read-row.ts";

export type Verdict = "new" | "changed" | "same" | "error" | "skipped";

/** A barcode and the units of the product that it stands for. */
export interface KnownPack {
  code: string;
  packSize: Decimal;
  unit: string | null;
}

/** The product that a row was matched to, as the catalogue has it; null for a field without a value. */
export interface ExistingProduct {
  values: Readonly<ByKey<string | null>>;
  /** All its barcodes: one more is an addition, not a change of the first. */
  barcodes: readonly string[];
  /** Those barcodes with what each stands for. */
  packs: readonly KnownPack[];
  matchedBy: "barcode" | "sku" | "supplierCode" | "name";
  /** Taking the row brings it back. */
  archived?: boolean;
}

export interface Change {
  from: string | null;
  to: string;
}

export interface Decision {
  verdict: Verdict;
  /** All that is to be said about the row, what was found when reading it first. */
  reasons: Reason[];
  changes: ByKey<Change> & { listPrice?: Change; listedName?: Change };
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
  const changes: Decision["changes"] = packChanges(values, existing);
  for (const [field, to] of Object.entries(values) as [ImportKey, string][]) {
    if (isOfPack(field)) continue;
    const from = existing.values[field] ?? null;
    if (isSame(field, from, to) || (field === "barcode" && existing.barcodes.includes(to))) continue;
    changes[field] = { from, to };
  }
  return changes;
}

function isOfPack(field: ImportKey): boolean {
  return field === "packBarcode" || field === "packSize" || field === "packUnit";
}

/** A code that the product does not have is one more; of one that it has, what it stands for may change. */
function packChanges({ packBarcode, packSize, packUnit }: ImportValues, { packs }: ExistingProduct): Decision["changes"] {
  if (packBarcode === undefined || packSize === undefined || packUnit === undefined) return {};
  const known = packs.find(({ code }) => code === packBarcode);
  if (known === undefined) return { packBarcode: { from: null, to: packBarcode }, packSize: { from: null, to: packSize }, packUnit: { from: null, to: packUnit } };
  return {
    ...(compare(known.packSize, packSize) === 0 ? {} : { packSize: { from: known.packSize, to: packSize } }),
    ...(known.unit === packUnit ? {} : { packUnit: { from: known.unit, to: packUnit } }),
  };
}

/** "12.50" and "12.5" are one price. */
function isSame(field: ImportKey, from: string | null, to: string): boolean {
  if (from === null) return false;
  return (isCustomKey(field) || isNumericField(field)) && isDecimal(from) && isDecimal(to) ? compare(from, to) === 0 : from === to;
}
