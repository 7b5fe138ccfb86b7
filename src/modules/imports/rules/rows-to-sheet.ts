import { isDecimal } from "@/kernel/decimal.ts";
import { EMPTY_CELL, numberCell, textCell, type Cell, type Sheet } from "@/platform/spreadsheet/cell.ts";
import { exactNumber } from "@/platform/spreadsheet/exact-number.ts";
import { isNumericField, IMPORT_FIELDS, type ImportField } from "./import-values.ts";

type Value = string | number | boolean | null;

/** Rows that came as JSON, as if a file had held them. Of records the keys are the headings; our own field names carry plain decimals. */
export function rowsToSheet(rows: readonly (readonly Value[] | Readonly<Record<string, Value>>)[], name: string): Sheet {
  if (rows.every((row) => Array.isArray(row))) return { name, hidden: false, rows: rows.map((row) => (row as readonly Value[]).map((value) => cellOf(value))) };
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const body = rows.map((row) => keys.map((key) => cellOf((row as Readonly<Record<string, Value>>)[key] ?? null, key)));
  return { name, hidden: false, rows: [keys.map((key) => textCell(spaced(key))), ...body] };
}

/** The columns of records whose keys are our field names; null when they are not. */
export function columnsOfRecords(rows: readonly (readonly Value[] | Readonly<Record<string, Value>>)[]): Partial<Record<ImportField, number>> | null {
  if (rows.some((row) => Array.isArray(row))) return null;
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (!keys.every((key) => isField(key))) return null;
  return Object.fromEntries(keys.map((key, column) => [key, column]));
}

function cellOf(value: Value, key = ""): Cell {
  if (value === null) return EMPTY_CELL;
  if (typeof value === "boolean") return { kind: "bool", text: value ? "TRUE" : "FALSE" };
  if (typeof value === "number") return numberCell(exactNumber(String(value)) ?? String(value));
  const isPlain = isField(key) && isNumericField(key) && isDecimal(value);
  return isPlain ? numberCell(value) : textCell(value);
}

function isField(key: string): key is ImportField {
  return (IMPORT_FIELDS as readonly string[]).includes(key);
}

/** "salePrice" → "sale Price": the words that headings are known by. */
function spaced(key: string): string {
  return key.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
}
