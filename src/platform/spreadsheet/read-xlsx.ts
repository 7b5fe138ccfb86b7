import { EMPTY_CELL, numberCell, textCell, type Cell, type Sheet } from "./cell.ts";
import { exactNumber } from "./exact-number.ts";
import { FileProblem } from "./file-problem.ts";
import { Grid, type Budget, type Merge } from "./grid.ts";
import { serialToIso, showNumber, type NumberFormat } from "./number-format.ts";
import { readCellFormats, readSharedStrings, readWorkbookParts, unescapeOoxml } from "./read-xlsx-parts.ts";
import { attribute, scanXml, type XmlHandler } from "./xml-scanner.ts";
import type { ZipArchive } from "./zip.ts";

interface Book {
  strings: Cell[];
  formats: NumberFormat[];
  epoch1904: boolean;
}

/**
 * Reads a workbook of Office Open XML. Our own reader, since the import must know what general readers drop: whether a
 * number came from a formula, what its format makes of it ("00123", "USD"), where cells were merged, which sheets hide.
 * Null: the archive holds no such workbook.
 */
export async function readXlsx(zip: ZipArchive, budget: Budget): Promise<Sheet[] | null> {
  const parts = await readWorkbookParts(zip);
  if (parts === null) return null;
  const strings = parts.sharedStrings === null ? [] : await readSharedStrings(zip, parts.sharedStrings);
  const formats = parts.styles === null ? [] : await readCellFormats(zip, parts.styles);
  // One cell object per distinct text, however many cells of the sheet point to it.
  const book: Book = { strings: strings.map(textCell), formats, epoch1904: parts.epoch1904 };

  const sheets: Sheet[] = [];
  for (const { name, hidden, path } of parts.sheets) {
    const worksheet = new Worksheet(book, budget);
    await scanXml(zip.chunks(path), worksheet);
    sheets.push({ name, hidden, rows: worksheet.finish() });
  }
  return sheets;
}

/** Turns the tags of one worksheet part (ECMA-376 part 1, 18.3.1) into a grid. */
class Worksheet implements XmlHandler {
  readonly #book: Book;
  readonly #grid: Grid;
  readonly #merges: Merge[] = [];
  #row = -1;
  #column = -1;
  #attributes = "";
  #value = "";
  #formula = false;
  #collecting = false;

  constructor(book: Book, budget: Budget) {
    this.#book = book;
    this.#grid = new Grid(budget);
  }

  open(name: string, attributes: string): void {
    if (name === "c") this.#startCell(attributes);
    else if (name === "v" || name === "t") this.#collecting = true;
    else if (name === "f") this.#formula = true;
    else if (name === "row") {
      const at = Number(attribute(attributes, "r") ?? Number.NaN);
      this.#row = Number.isInteger(at) && at > 0 ? at - 1 : this.#row + 1;
      this.#column = -1;
      this.#grid.startRow(this.#row);
    } else if (name === "mergeCell") {
      const merge = parseRange(attribute(attributes, "ref") ?? "");
      if (merge !== null) this.#merges.push(merge);
    }
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#collecting = false;
    else if (name === "c") this.#grid.put(this.#column, this.#cell());
  }

  text(piece: string): void {
    if (this.#collecting) this.#value += piece;
  }

  finish(): Sheet["rows"] {
    return this.#grid.finish(this.#merges);
  }

  #startCell(attributes: string): void {
    const reference = attribute(attributes, "r");
    const column = reference === null ? null : columnOf(reference);
    this.#column = column ?? this.#column + 1;
    this.#attributes = attributes;
    this.#value = "";
    this.#formula = false;
  }

  #cell(): Cell {
    const cell = this.#storedCell();
    return this.#formula ? { ...cell, formula: true } : cell;
  }

  #storedCell(): Cell {
    const value = this.#value;
    if (value === "") return EMPTY_CELL;
    switch (attribute(this.#attributes, "t")) {
      case "s":
        return this.#book.strings[Number(value)] ?? EMPTY_CELL;
      case "str":
      case "inlineStr":
        return textCell(unescapeOoxml(value));
      case "b":
        return { kind: "bool", text: value === "1" || value === "true" ? "TRUE" : "FALSE" };
      case "e":
        return { kind: "error", text: value };
      case "d":
        return { kind: "date", text: value.replace("T", " ").replace(/ 00:00:00(\.0+)?Z?$/, "") };
      default:
        return this.#numericCell(value);
    }
  }

  #numericCell(value: string): Cell {
    const number = exactNumber(value);
    if (number === null) return textCell(value);
    const format = this.#book.formats[Number(attribute(this.#attributes, "s") ?? "0")];
    if (format === undefined) return numberCell(number);
    const date = format.date ? serialToIso(Number(number), this.#book.epoch1904) : null;
    return date === null ? numberCell(number, showNumber(number, format)) : { kind: "date", text: date };
  }
}

const MAX_COLUMN = 16_384;

/** "AB12" → 27. */
function columnOf(reference: string): number | null {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMN) throw new FileProblem("file_unreadable");
  }
  return column === 0 ? null : column - 1;
}

function parseRange(range: string): Merge | null {
  const [, from, top, to, bottom] = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/i.exec(range) ?? [];
  if (from === undefined || to === undefined) return null;
  return { top: Number(top) - 1, left: columnOf(from)!, bottom: Number(bottom) - 1, right: columnOf(to)! };
}
