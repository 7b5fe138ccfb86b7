import { expect, it } from "vitest";
import { columnsOfRecords, rowsToSheet } from "./rows-to-sheet.ts";

it("reads records by their keys: plain decimals under our own field names are numbers", () => {
  const rows: Record<string, string | number>[] = [{ name: "Codo", salePrice: "1.234" }, { name: "Tee", salePrice: 12.5, sku: "007" }];
  expect(columnsOfRecords(rows)).toEqual({ name: 0, salePrice: 1, sku: 2 });
  const [head, first, second] = rowsToSheet(rows, "x").rows;
  expect(head!.map(({ text }) => text)).toEqual(["name", "sale Price", "sku"]);
  expect(first![1]).toEqual({ kind: "number", text: "1.234", number: "1.234" });
  expect(second!.map(({ kind, text }) => [kind, text])).toEqual([["text", "Tee"], ["number", "12.5"], ["text", "007"]]);
});

it("takes lists of cells as they are, and foreign keys as headings to guess from", () => {
  expect(rowsToSheet([["Nombre", "Precio"], ["Codo", "1.234"]], "x").rows[1]![1]).toMatchObject({ kind: "text", text: "1.234" });
  expect(columnsOfRecords([["a"]])).toBeNull();
  expect(columnsOfRecords([{ Descripción: "x" }])).toBeNull();
});
