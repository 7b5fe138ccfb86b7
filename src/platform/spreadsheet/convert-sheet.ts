import type { CellValue, Sheet as LooseSheet } from "hucre";
import { EMPTY_CELL, numberCell, textCell, type Cell, type Sheet } from "./cell.ts";
import { exactNumber } from "./exact-number.ts";
import { Grid, type Budget } from "./grid.ts";

/** A sheet of the spreadsheet library as ours. It keeps bare values: neither formulas nor number formats. */
export function convertSheet({ name, hidden, rows, merges = [] }: LooseSheet, budget: Budget): Sheet {
  const grid = new Grid(budget);
  // Legacy files leave holes in the list, so not every row is there.
  rows.forEach((row: CellValue[] | undefined, index) => {
    grid.startRow(index);
    row?.forEach((value, column) => grid.put(column, convertCell(value)));
  });
  const ranges = merges.map(({ startRow, startCol, endRow, endCol }) => ({ top: startRow, left: startCol, bottom: endRow, right: endCol }));
  return { name, hidden: hidden === true, rows: grid.finish(ranges) };
}

function convertCell(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return EMPTY_CELL;
  if (typeof value === "boolean") return { kind: "bool", text: value ? "TRUE" : "FALSE" };
  if (typeof value === "string") return ERROR.test(value) ? { kind: "error", text: value } : textCell(value);
  if (value instanceof Date) return { kind: "date", text: value.toISOString().replace("T", " ").slice(0, 16).replace(/ 00:00$/, "") };
  const number = exactNumber(String(value));
  return number === null ? EMPTY_CELL : numberCell(number);
}

/** Errors arrive as their names (ECMA-376 part 1, 18.17.3). */
const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERR!)$/;
