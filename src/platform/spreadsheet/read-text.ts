import Papa from "papaparse";
import { textCell, type Cell, type Row, type Sheet } from "./cell.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { FileProblem } from "./file-problem.ts";
import { Grid, type Budget } from "./grid.ts";
import { MAX_ROWS } from "./limits.ts";

/** Rows of delimited text: RFC 4180 as far as the file keeps to it. Every cell is text; what it means is for others to say. */
export function readText(text: string, name: string, budget: Budget): Sheet {
  const { body, delimiter } = announced(text.replace(/^\ufeff/, ""));
  // A cell such as ["1/2 codo] opens a quote that nobody closes and would swallow every row below it.
  const rows = parseRows(body, delimiter, '"', { ...budget }) ?? parseRows(body, delimiter, NOT_A_QUOTE, { ...budget }) ?? [];
  budget.rows += rows.length;
  return { name, hidden: false, rows };
}

/** Control characters that no text holds: one for "no delimiter, the line is one column", one for "no quotes". */
const NO_DELIMITER = "\u001f";
const NOT_A_QUOTE = "\u001e";
/** Blank lines do not count as rows, but to read millions of them takes time too. */
const MAX_LINES = MAX_ROWS * 4;

/** Null: a quote swallows rows that are not its own. Row by row, so that a file made to break us is left at its first row too many. */
function parseRows(body: string, delimiter: string, quoteChar: string, budget: Budget): Row[] | null {
  const grid = new Grid(budget);
  const seen = new Map<string, Cell>();
  let index = -1;
  let open = false;
  Papa.parse<string[]>(body, {
    delimiter: delimiter || NO_DELIMITER,
    quoteChar,
    step({ data, errors }) {
      index += 1;
      if (index > MAX_LINES) throw new FileProblem("file_too_many_rows", { max: MAX_ROWS });
      // A broken row can carry an error per character: the texts are searched once, not per error.
      open ||= errors.some(({ code }) => code === "MissingQuotes") || (errors.length > 0 && data.some((value) => value.includes("\n")));
      grid.startRow(index);
      data.forEach((value, column) => grid.put(column, cellOf(quoteChar === NOT_A_QUOTE ? unquote(value) : value, seen)));
    },
  });
  return open ? null : grid.finish([]);
}

function unquote(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value;
}

/** Excel announces the delimiter in a first line "sep=;", which is no data. */
function announced(text: string): { body: string; delimiter: string } {
  const line = /^"?sep=(.)"?\r?\n/i.exec(text);
  return line === null ? { body: text, delimiter: detectDelimiter(text) } : { body: text.slice(line[0].length), delimiter: line[1]! };
}

const REMEMBERED_LENGTH = 40;
const REMEMBERED_TEXTS = 20_000;

/** Categories, brands and units repeat by the thousand: one cell for each of them. */
function cellOf(value: string, seen: Map<string, Cell>): Cell {
  if (value.length > REMEMBERED_LENGTH) return textCell(value);
  const known = seen.get(value);
  if (known !== undefined) return known;
  const cell = textCell(value);
  if (seen.size < REMEMBERED_TEXTS) seen.set(value, cell);
  return cell;
}
