import type { Decimal } from "@/kernel/decimal.ts";
import type { Row, Sheet } from "@/platform/spreadsheet/cell.ts";
import { detectNumberStyle } from "./detect-number-style.ts";
import { chooseSheet, findHeader } from "./find-header.ts";
import { guessMapping, type ColumnGuess, type GuessOptions } from "./guess-mapping.ts";
import { NUMERIC_FIELDS, type Mapping, type ReadPlan } from "./import-values.ts";
import type { MappingQuestion } from "./mapping-questions.ts";

export interface PlanOptions extends GuessOptions {
  /** Decimal sign of the shop's locale: decides only what the column itself leaves open. */
  decimal: "," | ".";
  defaultTaxRate: Decimal | null;
  /** The person's choice of a sheet, by name; else the one that looks most like a list. */
  sheet?: string;
  /** The person's choice of the header row, by index; null for "there is none". */
  headerRow?: number | null;
  /** A mapping from the person or remembered for the supplier; else it is guessed. */
  mapping?: Mapping;
}

export interface ImportPlan extends ReadPlan {
  columns: ColumnGuess[];
  questions: MappingQuestion[];
  sheets: { name: string; hidden: boolean; rows: number }[];
}

/** Everything decided about a file before its rows are read: plain JSON, so that a person can look at it and change it. */
export function planImport(sheets: readonly Sheet[], options: PlanOptions): ImportPlan {
  const named = sheets.findIndex((sheet) => sheet.name === options.sheet);
  const choice = named >= 0 ? { index: named, header: findHeader(sheets[named]!.rows) } : chooseSheet(sheets);
  const sheet = sheets[choice.index]!;
  const header = options.headerRow === undefined ? choice.header : headerAt(sheet.rows, options.headerRow);
  const rows = sheet.rows.slice(header.firstRow);
  const guess = guessMapping(header.labels, rows, options);
  const mapping = options.mapping ?? guess.mapping;
  const styles = detectStyles(rows, mapping, options.decimal);
  return {
    sheet: sheet.name,
    headerRow: header.row,
    firstRow: header.firstRow,
    labels: header.labels,
    mapping,
    styles,
    defaultTaxRate: options.defaultTaxRate,
    columns: guess.columns,
    questions: [...(options.mapping === undefined ? guess.questions : []), ...askAboutStyles(mapping, styles)],
    sheets: sheets.map(({ name, hidden, rows: all }) => ({ name, hidden, rows: all.length })),
  };
}

/** Number styles of the mapped columns; to be found again when the mapping changes. */
export function detectStyles(rows: readonly Row[], { columns }: Mapping, decimal: "," | "."): ReadPlan["styles"] {
  const styles: ReadPlan["styles"] = {};
  for (const field of NUMERIC_FIELDS) {
    const column = columns[field];
    if (column !== undefined) styles[field] = detectNumberStyle(cellsOf(rows, column), decimal);
  }
  return styles;
}

function* cellsOf(rows: readonly Row[], column: number) {
  for (const row of rows) yield row[column];
}

function headerAt(rows: readonly Row[], row: number | null) {
  if (row === null) return { row, firstRow: 0, labels: (rows[0] ?? []).map(() => "") };
  return { row, firstRow: row + 1, labels: (rows[row] ?? []).map((cell) => cell.text.replace(/\s+/g, " ").trim()) };
}

function askAboutStyles({ columns }: Mapping, styles: ReadPlan["styles"]): MappingQuestion[] {
  return NUMERIC_FIELDS.flatMap((field): MappingQuestion[] => {
    const style = styles[field];
    if (style === undefined || style.certain || style.ambiguous === 0) return [];
    return [{ code: "number_style", field, columns: [columns[field]!], sample: style.sample ?? "" }];
  });
}
