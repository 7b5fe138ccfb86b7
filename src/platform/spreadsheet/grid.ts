import { EMPTY_CELL, EMPTY_ROW, isBlank, type Cell, type Row } from "./cell.ts";
import { FileProblem } from "./file-problem.ts";
import { MAX_CELLS, MAX_ROWS } from "./limits.ts";

/** First and last row and column, from 0, all inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What all sheets of one file have used of the limits so far. */
export interface Budget {
  rows: number;
  cells: number;
}

/** Collects the cells of one sheet in reading order; refuses as soon as the file passes its limits, before memory does. */
export class Grid {
  readonly #budget: Budget;
  readonly #rows: Row[] = [];
  #cells: Cell[] = [];
  #rowIndex = -1;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  startRow(index: number): void {
    this.#closeRow();
    this.#rowIndex = index;
  }

  /** Puts a cell; blank ones cost nothing and so need not be put. */
  put(column: number, cell: Cell): void {
    if (isBlank(cell)) return;
    this.#spend(column + 1 - this.#cells.length);
    while (this.#cells.length < column) this.#cells.push(EMPTY_CELL);
    this.#cells[column] = cell;
  }

  finish(merges: readonly Merge[]): Row[] {
    this.#closeRow();
    this.#unfold(merges);
    this.#budget.rows += this.#rows.length;
    return this.#rows;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#budget.rows + this.#rowIndex >= MAX_ROWS) throw new FileProblem("file_too_many_rows", { max: MAX_ROWS });
    this.#spend(Math.max(0, this.#rowIndex - this.#rows.length));
    while (this.#rows.length < this.#rowIndex) this.#rows.push(EMPTY_ROW);
    // A file may repeat or misplace a row number; the later one wins, as in Excel.
    this.#rows[this.#rowIndex] = this.#cells;
    this.#cells = [];
  }

  #spend(cells: number): void {
    this.#budget.cells += Math.max(0, cells);
    if (this.#budget.cells > MAX_CELLS) throw new FileProblem("file_too_large");
  }

  /** A merge to the right is only noted on its cell; a merge down is copied, since each row below means it too. */
  #unfold(merges: readonly Merge[]): void {
    for (const { top, left, bottom, right } of merges) {
      const anchor = this.#rows[top]?.[left];
      if (anchor === undefined || isBlank(anchor)) continue;
      const spanned: Cell = right > left ? { ...anchor, span: right - left + 1 } : anchor;
      this.#replace(top, left, spanned);
      const copy: Cell = { ...spanned, filled: true };
      for (let row = top + 1; row <= Math.min(bottom, this.#rows.length - 1); row += 1) {
        if (isBlank(this.#rows[row]![left])) this.#replace(row, left, copy);
      }
    }
  }

  #replace(row: number, column: number, cell: Cell): void {
    const cells = [...this.#rows[row]!];
    this.#spend(column + 1 - cells.length);
    while (cells.length < column) cells.push(EMPTY_CELL);
    cells[column] = cell;
    this.#rows[row] = cells;
  }
}
