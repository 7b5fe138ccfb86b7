import { expect, it } from "vitest";
import { EMPTY_CELL, textCell } from "./cell.ts";
import { Grid, type Merge } from "./grid.ts";
import { MAX_CELLS, MAX_ROWS } from "./limits.ts";

function grid(cells: readonly [row: number, column: number, text: string][], merges: readonly Merge[] = [], budget = { rows: 0, cells: 0 }) {
  const built = new Grid(budget);
  for (const [row, column, text] of cells) {
    built.startRow(row);
    built.put(column, textCell(text));
  }
  return built.finish(merges);
}

it("keeps the places of sparse cells and ends at the last one", () => {
  const rows = grid([[0, 1, "a"], [3, 0, "b"], [9, 5, ""]]);
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([["", "a"], [], [], ["b"]]);
});

it("copies a merge down and notes one to the right", () => {
  const rows = grid([[0, 0, "x"], [1, 1, "b"], [2, 1, "c"]], [{ top: 0, left: 0, bottom: 1_000_000, right: 0 }, { top: 1, left: 1, bottom: 1, right: 3 }, { top: 0, left: 9, bottom: 2, right: 9 }]);
  expect(rows.map((row) => row[0])).toEqual([textCell("x"), { ...textCell("x"), filled: true }, { ...textCell("x"), filled: true }]);
  expect(rows[1]).toEqual([{ ...textCell("x"), filled: true }, { ...textCell("b"), span: 3 }]);
  expect(rows[2]![1]).toEqual(textCell("c"));
});

it("a merge does not overwrite what stands in it", () => {
  expect(grid([[0, 0, "x"], [1, 0, "y"]], [{ top: 0, left: 0, bottom: 1, right: 0 }])[1]).toEqual([textCell("y")]);
});

it("refuses too many rows and too many places before it holds them, over all sheets of a file", () => {
  expect(() => grid([[MAX_ROWS - 1, 0, "a"]])).not.toThrow();
  expect(() => grid([[MAX_ROWS, 0, "a"]])).toThrow("file_too_many_rows");
  const budget = { rows: MAX_ROWS - 2, cells: 0 };
  expect(grid([[1, 0, "a"]], [], budget)).toHaveLength(2);
  expect(() => grid([[0, 0, "a"]], [], budget)).toThrow("file_too_many_rows");
  expect(() => grid([[0, 1, "a"]], [], { rows: 0, cells: MAX_CELLS - 1 })).toThrow("file_too_large");
  expect(EMPTY_CELL.text).toBe("");
});
