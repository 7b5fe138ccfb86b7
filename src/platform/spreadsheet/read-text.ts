import Papa from "papaparse";
import { textCell, type Sheet } from "./cell.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { Grid, type Budget } from "./grid.ts";

/** Rows of delimited text: RFC 4180 as far as the file keeps to it. Every cell is text; what it means is for others to say. */
export function readText(text: string, name: string, budget: Budget): Sheet {
  const { body, delimiter } = announced(text.replace(/^\ufeff/, ""));
  const { data } = Papa.parse<string[]>(body, { delimiter: delimiter || "\u001f", skipEmptyLines: false });
  const grid = new Grid(budget);
  const seen = new Map<string, ReturnType<typeof textCell>>();
  data.forEach((row, index) => {
    grid.startRow(index);
    row.forEach((value, column) => grid.put(column, cellOf(value, seen)));
  });
  return { name, hidden: false, rows: grid.finish([]) };
}

/** Excel announces the delimiter in a first line "sep=;", which is no data. */
function announced(text: string): { body: string; delimiter: string } {
  const line = /^"?sep=(.)"?\r?\n/i.exec(text);
  return line === null ? { body: text, delimiter: detectDelimiter(text) } : { body: text.slice(line[0].length), delimiter: line[1]! };
}

const REMEMBERED_LENGTH = 40;
const REMEMBERED_TEXTS = 20_000;

/** Categories, brands and units repeat by the thousand: one cell for each of them. */
function cellOf(value: string, seen: Map<string, ReturnType<typeof textCell>>): ReturnType<typeof textCell> {
  if (value.length > REMEMBERED_LENGTH) return textCell(value);
  const known = seen.get(value);
  if (known !== undefined) return known;
  const cell = textCell(value);
  if (seen.size < REMEMBERED_TEXTS) seen.set(value, cell);
  return cell;
}
