import { EMPTY_CELL, textCell, type Cell, type Row } from "./cell.ts";

/** A row as JSON in few bytes: null, a text, or a cell with its kind in one letter. */
export type PackedCell = null | string | { k: string; t: string; n?: string; f?: 1; s?: number; d?: 1 };

const LETTERS = { empty: "e", text: "t", number: "n", date: "d", bool: "b", error: "x" } as const satisfies Record<Cell["kind"], string>;
const KINDS = Object.fromEntries(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind])) as Record<string, Cell["kind"]>;

/** For rows kept in a database between reading a file and deciding about it. */
export function packRow(row: Row): PackedCell[] {
  return row.map(packCell);
}

function packCell({ kind, text, number, formula, span, filled }: Cell): PackedCell {
  const plain = formula === undefined && span === undefined && filled === undefined;
  if (plain && kind === "empty") return null;
  if (plain && kind === "text") return text;
  return {
    k: LETTERS[kind],
    t: text,
    ...(number === undefined ? {} : { n: number }),
    ...(formula === undefined ? {} : { f: 1 }),
    ...(span === undefined ? {} : { s: span }),
    ...(filled === undefined ? {} : { d: 1 }),
  };
}

export function unpackRow(packed: readonly PackedCell[]): Row {
  return packed.map((cell) => {
    if (cell === null) return EMPTY_CELL;
    if (typeof cell === "string") return textCell(cell);
    return {
      kind: KINDS[cell.k] ?? "text",
      text: cell.t,
      ...(cell.n === undefined ? {} : { number: cell.n }),
      ...(cell.f === undefined ? {} : { formula: true as const }),
      ...(cell.s === undefined ? {} : { span: cell.s }),
      ...(cell.d === undefined ? {} : { filled: true as const }),
    };
  });
}
