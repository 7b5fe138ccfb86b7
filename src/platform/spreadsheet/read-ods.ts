import { EMPTY_CELL, numberCell, textCell, type Cell, type Sheet } from "./cell.ts";
import { exactNumber } from "./exact-number.ts";
import { Grid, type Budget, type Merge } from "./grid.ts";
import { showNumber } from "./number-format.ts";
import { attribute, scanXml, type XmlHandler } from "./xml-scanner.ts";
import type { ZipArchive } from "./zip.ts";

/** Reads an OpenDocument spreadsheet (ODF 1.3 part 3, 9.1). Rows inside groups and repeated heading rows are rows as others. */
export async function readOds(zip: ZipArchive, budget: Budget): Promise<Sheet[]> {
  const document = new OdsDocument(budget);
  await scanXml(zip.chunks("content.xml"), document);
  return document.sheets;
}

class OdsDocument implements XmlHandler {
  readonly sheets: Sheet[] = [];
  readonly #budget: Budget;
  readonly #hiddenStyles = new Set<string>();
  #style = "";
  #grid: Grid | null = null;
  #merges: Merge[] = [];
  #name = "";
  #hidden = false;
  #row = 0;
  #rowRepeat = 1;
  #rowCells: { column: number; cell: Cell }[] = [];
  #column = 0;
  #attributes = "";
  #paragraphs: string[] = [];
  #inText = false;
  #annotations = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  open(name: string, attributes: string): void {
    if (name === "style") this.#style = attribute(attributes, "name") ?? "";
    else if (name === "table-properties" && attribute(attributes, "display") === "false") this.#hiddenStyles.add(this.#style);
    else if (name === "table") this.#startTable(attributes);
    else if (name === "annotation") this.#annotations += 1;
    else if (this.#grid === null || this.#annotations > 0) return;
    else if (name === "table-row") {
      this.#rowRepeat = repeatOf(attributes, "number-rows-repeated");
      this.#rowCells = [];
      this.#column = 0;
    } else if (name === "table-cell" || name === "covered-table-cell") {
      this.#attributes = attributes;
      this.#paragraphs = [];
    } else this.#openText(name, attributes);
  }

  close(name: string): void {
    if (name === "annotation") this.#annotations -= 1;
    else if (this.#grid === null || this.#annotations > 0) return;
    else if (name === "p") this.#inText = false;
    else if (name === "table-cell" || name === "covered-table-cell") this.#closeCell(name === "table-cell");
    else if (name === "table-row") this.#closeRow(this.#grid);
    else if (name === "table") {
      this.sheets.push({ name: this.#name, hidden: this.#hidden, rows: this.#grid.finish(this.#merges) });
      this.#grid = null;
    }
  }

  text(piece: string): void {
    if (this.#inText && this.#annotations === 0) this.#append(piece);
  }

  #startTable(attributes: string): void {
    this.#grid = new Grid(this.#budget);
    this.#merges = [];
    this.#name = attribute(attributes, "name") ?? "";
    this.#hidden = this.#hiddenStyles.has(attribute(attributes, "style-name") ?? "");
    this.#row = 0;
  }

  /** Runs of spaces, tabs and line breaks are elements in ODF. */
  #openText(name: string, attributes: string): void {
    if (name === "p") {
      this.#inText = true;
      this.#paragraphs.push("");
    } else if (this.#inText && name === "s") this.#append(" ".repeat(Math.min(repeatOf(attributes, "c"), 1000)));
    else if (this.#inText && name === "tab") this.#append("\t");
    else if (this.#inText && name === "line-break") this.#append("\n");
  }

  #append(text: string): void {
    this.#paragraphs[this.#paragraphs.length - 1] += text;
  }

  #closeCell(own: boolean): void {
    const repeat = repeatOf(this.#attributes, "number-columns-repeated");
    const cell = own ? readCell(this.#attributes, this.#paragraphs.join("\n")) : EMPTY_CELL;
    if (cell !== EMPTY_CELL) {
      for (let i = 0; i < Math.min(repeat, MAX_REPEATED_COLUMNS); i += 1) this.#rowCells.push({ column: this.#column + i, cell });
    }
    const columns = repeatOf(this.#attributes, "number-columns-spanned");
    const rows = repeatOf(this.#attributes, "number-rows-spanned");
    if (own && (columns > 1 || rows > 1)) {
      this.#merges.push({ top: this.#row, left: this.#column, bottom: this.#row + rows - 1, right: this.#column + columns - 1 });
    }
    this.#column += repeat;
  }

  #closeRow(grid: Grid): void {
    // Empty rows, often repeated a million times to the sheet's end, only move the counter.
    for (let i = 0; i < this.#rowRepeat && this.#rowCells.length > 0; i += 1) {
      grid.startRow(this.#row + i);
      for (const { column, cell } of this.#rowCells) grid.put(column, cell);
    }
    this.#row += this.#rowRepeat;
  }
}

/** A value repeated over the whole width of a sheet is decoration. */
const MAX_REPEATED_COLUMNS = 256;

function repeatOf(attributes: string, name: string): number {
  const count = Number(attribute(attributes, name) ?? "1");
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function readCell(attributes: string, text: string): Cell {
  const cell = storedCell(attributes, text);
  return attribute(attributes, "formula") === null ? cell : { ...cell, formula: true };
}

function storedCell(attributes: string, text: string): Cell {
  const type = attribute(attributes, "value-type");
  // LibreOffice tells an error only in its own extension, whose attribute has the same local name and comes later.
  if (/calcext:value-type=["']error["']/.test(attributes) || /^(Err:\d+|#[A-Z/0]+[!?])$/.test(text)) return { kind: "error", text };
  if (type === "float" || type === "percentage" || type === "currency") return numericCell(attributes, type, text);
  if (type === "boolean") return { kind: "bool", text: attribute(attributes, "boolean-value") === "true" ? "TRUE" : "FALSE" };
  if (type === "date") return { kind: "date", text: (attribute(attributes, "date-value") ?? text).replace("T", " ").replace(/ 00:00:00.*$/, "") };
  if (type === "time") return { kind: "date", text };
  return textCell(text === "" ? (attribute(attributes, "string-value") ?? "") : text);
}

function numericCell(attributes: string, type: string, shown: string): Cell {
  const number = exactNumber(attribute(attributes, "value") ?? "");
  if (number === null) return textCell(shown);
  // A padded code shows more zeros than its value has.
  if (/^0\d+$/.test(shown) && shown.replace(/^0+(?=\d)/, "") === number) return numberCell(number, shown);
  const named = type === "currency" ? attribute(attributes, "currency") : null;
  const foreign = named !== null && /U\$S|US\$|USD|€|EUR/i.test(`${named} ${shown}`) && !shown.trim().startsWith("$") ? named : null;
  return numberCell(number, showNumber(number, { date: false, percent: type === "percentage", code: null, currency: foreign }));
}
