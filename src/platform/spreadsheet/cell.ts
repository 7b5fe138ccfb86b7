export type CellKind = "empty" | "text" | "number" | "date" | "bool" | "error";

/** One cell as its file holds it. Cells are shared between rows: never change one. */
export interface Cell {
  readonly kind: CellKind;
  /**
   * Text exactly as written. Numbers: plain digits, or what the sheet shows when its format changes the meaning
   * ("00123", "21%", "USD 12.5"). Dates: ISO 8601. Errors: "#N/A".
   */
  readonly text: string;
  /** Only for a cell that is a number in the file: its value as a plain decimal, cut to the 15 digits a spreadsheet knows. */
  readonly number?: string;
  /** The value is the stored result of a formula; with kind "empty", a formula without a stored result. */
  readonly formula?: true;
  /** Columns that the cell covers when merged to the right. */
  readonly span?: number;
  /** A copy of the cell above: a merge running down. */
  readonly filled?: true;
}

export type Row = readonly Cell[];

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Index 0 is the sheet's row 1. Rows end at their last cell with content, the list at its last row with content. */
  readonly rows: readonly Row[];
}

export const EMPTY_CELL: Cell = Object.freeze({ kind: "empty", text: "" });
export const EMPTY_ROW: Row = Object.freeze([]);

export function textCell(text: string): Cell {
  return text.trim() === "" ? EMPTY_CELL : { kind: "text", text };
}

export function numberCell(number: string, text: string = number): Cell {
  return { kind: "number", text, number };
}

/** A formula without a stored result is no value, but the row that holds it is not blank. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.kind === "empty" && cell.formula !== true);
}
