import { fix, trimZeros } from "@/kernel/decimal.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import type { CustomField } from "@/modules/catalogue/rules/custom-fields.ts";
import type { Cell } from "@/platform/spreadsheet/cell.ts";
import { cleanText } from "./clean-cell.ts";
import { foldText } from "./fold-text.ts";
import { customKey, type Reason } from "./import-values.ts";
import { absenceOf } from "./no-value.ts";

const LONGEST = 200;
const SCALE = 4;
const YES = new Set(["si", "s", "yes", "y", "sim", "true", "verdadero", "x", "1"]);
const NO = new Set(["no", "n", "nao", "false", "falso", "0"]);

export interface CustomRead {
  value: string | null;
  reason?: Reason;
}

/** A cell as a field of the shop's own keeps it; what cannot be read leaves the field as it is, and says so. */
export function readCustom(cell: Cell | undefined, field: CustomField, decimal: "," | "."): CustomRead {
  if (cell === undefined || absenceOf(cell) !== null) return { value: null };
  const value = valueOf(cell, field, decimal);
  if (value !== null) return { value };
  return { value: null, reason: { code: "row_field_unreadable", severity: "warning", field: customKey(field.id), params: { value: cell.text.slice(0, 40), name: field.name } } };
}

function valueOf(cell: Cell, { kind, options }: CustomField, decimal: "," | "."): string | null {
  const text = cell.text.trim();
  if (kind === "number") return numberOf(cell, text, decimal);
  if (kind === "date") return cell.kind === "date" ? dayOf(text.slice(0, 10)) : dayOf(text);
  if (kind === "yes_no") return YES.has(foldText(text)) ? "true" : NO.has(foldText(text)) ? "false" : null;
  if (kind === "choice") return options.find((option) => foldText(option) === foldText(text)) ?? null;
  const clean = cell.kind === "text" ? (cleanText(cell).value ?? "") : text;
  return clean === "" || clean.length > LONGEST ? null : clean;
}

function numberOf(cell: Cell, text: string, decimal: "," | "."): string | null {
  const number = cell.number ?? parseDecimal(text, { decimal, maxFraction: SCALE });
  return number === null ? null : trimZeros(fix(number, SCALE));
}

/** "5/3/2026" and "2026-03-05" as YYYY-MM-DD; null: no day. */
function dayOf(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  const at = Date.parse(iso);
  return /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : null;
}
