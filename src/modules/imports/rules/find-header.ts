import { EMPTY_CELL, isBlank, type Cell, type Row, type Sheet } from "@/platform/spreadsheet/cell.ts";
import { foldText } from "./fold-text.ts";
import { fieldsOfLabel } from "./header-words.ts";

export interface HeaderFound {
  /** Index of the last header row; null when the rows start without one. */
  row: number | null;
  /** Index of the first row to read. */
  firstRow: number;
  /** One per column, "" where there is none; two header rows are joined ("Precio contado"). */
  labels: string[];
  /** Labels whose words are known: how sure the header is. */
  known: number;
}

/** Rows among which headings are looked for. */
export const LOOKED_AT = 60;
const LONGEST_LABEL = 60;

/** Finds the header beneath logos, titles, addresses and dates: the row whose labels are known and fit the rows below it. */
export function findHeader(rows: readonly Row[]): HeaderFound {
  let best = { row: -1, score: 0, known: 0 };
  rows.slice(0, LOOKED_AT).forEach((row, index) => {
    const found = scoreRow(row, rows.slice(index + 1, index + 6));
    if (found.score > best.score) best = { row: index, ...found };
  });
  if (best.row < 0 || best.score < 2) return withoutHeader(rows);

  const header = rows[best.row]!;
  const below = subHeader(header, rows[best.row + 1], rows[best.row + 2]);
  const labels = joinLabels(rows[best.row - 1] ?? [], header, below ?? []);
  const row = below === null ? best.row : best.row + 1;
  return { row, firstRow: row + 1, labels, known: best.known };
}

export interface SheetChoice {
  index: number;
  header: HeaderFound;
}

/** The sheet that looks most like a list: known labels count before rows, hidden sheets after all others. */
export function chooseSheet(sheets: readonly Sheet[]): SheetChoice {
  const choices = sheets.map((sheet, index) => {
    const header = findHeader(sheet.rows);
    const rows = sheet.rows.length - header.firstRow;
    const score = (sheet.hidden ? -1000 : 0) + Math.min(header.known, 6) * 10 + (rows > 0 ? Math.log2(rows + 1) : -500);
    return { index, header, score };
  });
  return choices.reduce((best, choice) => (choice.score > best.score ? choice : best));
}

function scoreRow(row: Row, below: readonly Row[]): { score: number; known: number } {
  const labels = row.filter((cell) => !isBlank(cell) && cell.filled !== true);
  const texts = labels.filter((cell) => cell.kind === "text" && cell.text.length <= LONGEST_LABEL && /\p{L}/u.test(cell.text));
  if (texts.length < 1 || texts.length < labels.length * 0.7) return { score: 0, known: 0 };
  const known = texts.filter((cell) => fieldsOfLabel(cell.text).size > 0);
  const exact = known.filter((cell) => Math.max(...fieldsOfLabel(cell.text).values()) >= 0.85).length;
  const distinct = new Set(texts.map((cell) => foldText(cell.text))).size === texts.length;
  const filledBelow = below.map((next) => next.filter((cell) => !isBlank(cell)).length);
  const fits = filledBelow.some((count) => count >= Math.min(2, labels.length));
  // A banner such as "Lista de precios - Rubro ferretería" holds known words, but alone in its row.
  const alone = labels.length === 1 && filledBelow.some((count) => count > 1);
  if (known.length === 0 || !fits || alone) return { score: 0, known: 0 };
  const strength = exact + (known.length - exact) * 0.5;
  return { score: strength + (known.length / labels.length) * 1.5 + (distinct ? 0.25 : 0), known: known.length };
}

/** A second header row fills the gaps under merged labels, with texts only, and is followed by rows that do hold values. */
function subHeader(header: Row, next: Row | undefined, after: Row | undefined): Row | null {
  if (next === undefined || after === undefined || !header.some((cell) => (cell.span ?? 1) > 1)) return null;
  const covered = new Set<number>();
  header.forEach((cell, column) => {
    for (let i = 0; i < (cell.span ?? 1) && (cell.span ?? 1) > 1; i += 1) covered.add(column + i);
  });
  const own = next.map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell) && cell.filled !== true);
  const sub = own.length > 0 && own.every(({ cell, column }) => cell.kind === "text" && cell.text.length <= LONGEST_LABEL && covered.has(column));
  return sub ? next : null;
}

function joinLabels(above: Row, header: Row, below: Row): string[] {
  const width = Math.max(header.length, below.length);
  const group = spread(above.map((cell, column) => (isGroup(cell, column, width) ? cell : EMPTY_CELL)));
  const main = spread(header);
  return Array.from({ length: width }, (_, column) => {
    const under = label(below[column]);
    const over = group.get(column) ?? "";
    const parts = [over, main.get(column) ?? "", below[column]?.filled === true ? "" : under];
    return parts.filter((part, i) => part !== "" && parts.indexOf(part) === i).join(" ");
  });
}

/** A merged cell above the header names a group of columns; one over the first column or over most of them is a title. */
function isGroup({ kind, span = 1 }: Cell, column: number, width: number): boolean {
  return kind === "text" && span > 1 && column > 0 && span < width - 1;
}

/** Labels by column, a merged one over each column that it covers. */
function spread(row: Row): Map<number, string> {
  const labels = new Map<number, string>();
  row.forEach((cell, column) => {
    if (label(cell) === "") return;
    for (let i = 0; i < (cell.span ?? 1); i += 1) labels.set(column + i, label(cell));
  });
  return labels;
}

function label(cell: Cell | undefined): string {
  return cell === undefined || cell.kind === "empty" ? "" : cell.text.replace(/\s+/g, " ").trim();
}

/** No row of labels: reading starts at the first row as wide as most rows are. */
function withoutHeader(rows: readonly Row[]): HeaderFound {
  const counts = new Map<number, number>();
  const widths = rows.slice(0, 500).map((row) => row.filter((cell) => !isBlank(cell)).length);
  for (const width of widths) if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  const usual = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0])[0];
  const firstRow = Math.max(0, widths.findIndex((width) => width >= usual));
  const columns = rows.slice(0, 500).reduce((most, row) => Math.max(most, row.length), 0);
  return { row: null, firstRow, labels: Array.from({ length: columns }, () => ""), known: 0 };
}
