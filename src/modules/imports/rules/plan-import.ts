import type { Decimal } from "@/kernel/decimal.ts";
import type { CustomField } from "@/modules/catalogue/rules/custom-fields.ts";
import type { Row, Sheet } from "@/platform/spreadsheet/cell.ts";
import { detectNumberStyle } from "./detect-number-style.ts";
import { foldText } from "./fold-text.ts";
import { chooseSheet, findHeader, LOOKED_AT, type HeaderFound } from "./find-header.ts";
import { guessMapping, type ColumnGuess, type GuessOptions } from "./guess-mapping.ts";
import { NUMERIC_FIELDS, type Choices, type ImportField, type ImportKey, type Mapping, type NumberStyle, type NumericField, type ReadPlan } from "./import-values.ts";
import type { MappingQuestion } from "./mapping-questions.ts";

export interface PlanOptions extends Pick<GuessOptions, "fromSupplier">, Choices {
  /** The shop's own. */
  customFields?: readonly CustomField[];
  /** Decimal sign of the shop's locale: decides only what the column itself leaves open. */
  decimal: "," | ".";
  /** Fields that this person may not write: never mapped. */
  withheld?: readonly ImportField[];
  defaultTaxRate: Decimal | undefined;
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
  const header = options.headerRow === undefined ? (headerNaming(sheet.rows, choice.header, options.columns) ?? choice.header) : headerAt(sheet.rows, options.headerRow);
  const rows = sheet.rows.slice(header.firstRow);
  const { columns: chosen, ...others } = options;
  const guess = guessMapping(header.labels, rows, { ...others, ...(chosen === undefined ? {} : { columns: placesOf(chosen, header.labels) }) });
  const mapping: Mapping = { columns: guess.mapping.columns, hasTax: { ...guess.mapping.hasTax, ...options.hasTax } };
  const styles = chosenStyles(detectStyles(rows, mapping, options.decimal), options.decimals);
  return {
    sheet: sheet.name,
    headerRow: header.row,
    firstRow: header.firstRow,
    labels: header.labels,
    mapping,
    styles,
    customFields: options.customFields ?? [],
    decimal: options.decimal,
    defaultTaxRate: options.defaultTaxRate ?? null,
    columns: guess.columns,
    questions: [...guess.questions.filter((question) => !isAnswered(question, options)), ...askAboutStyles(mapping, styles)],
    sheets: sheets.map(({ name, hidden, rows: all }) => ({ name, hidden, rows: all.length })),
  };
}

/** The first row that holds every heading which the columns are named by, where the one that was found does not: such words need not be known. */
function headerNaming(rows: readonly Row[], found: HeaderFound, columns: Choices["columns"] = {}) {
  const names = Object.values(columns).filter((column) => typeof column === "string").map(foldText);
  const holds = (labels: readonly string[]): boolean => names.every((name) => labels.some((label) => foldText(label) === name));
  if (names.length === 0 || holds(found.labels)) return null;
  const row = rows.slice(0, LOOKED_AT).findIndex((cells) => holds(cells.map((cell) => cell.text)));
  return row < 0 ? null : headerAt(rows, row);
}

/** Columns named by their headings, by place; a heading that the sheet does not have names none. */
function placesOf(columns: NonNullable<Choices["columns"]>, labels: readonly string[]): Mapping["columns"] {
  const folded = labels.map(foldText);
  const places = (Object.entries(columns) as [ImportKey, number | string][]).map(([field, column]) => [field, typeof column === "number" ? column : folded.indexOf(foldText(column))] as const);
  return Object.fromEntries(places.filter(([, place]) => place >= 0));
}

/** Who chose the columns has looked at them; what a column's prices hold and how they are written is asked per field. */
function isAnswered({ code, field }: MappingQuestion, { columns, hasTax }: Choices): boolean {
  if (code === "price_tax") return (field === "salePrice" || field === "costPrice") && hasTax?.[field] !== undefined;
  return columns !== undefined;
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

function chosenStyles(styles: ReadPlan["styles"], decimals: Choices["decimals"] = {}): ReadPlan["styles"] {
  const entries = Object.entries(styles) as [NumericField, NumberStyle][];
  return Object.fromEntries(entries.map(([field, style]) => [field, decimals[field] === undefined ? style : { ...style, decimal: decimals[field], certain: true, mixed: false }]));
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
