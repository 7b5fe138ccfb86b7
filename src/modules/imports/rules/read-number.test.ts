import { expect, it } from "vitest";
import { numberCell, textCell, type Cell } from "@/platform/spreadsheet/cell.ts";
import type { NumberStyle, NumericField } from "./import-values.ts";
import { readNumber } from "./read-number.ts";

const SURE: NumberStyle = { decimal: ",", certain: true, mixed: false, ambiguous: 0, sample: null };

it.each<[NumericField, Cell, string | null, string?]>([
  ["salePrice", textCell("$ 1.234,50"), "1234.5"],
  ["salePrice", textCell("1.234"), "1234"],
  ["salePrice", numberCell("1234.56789"), "1234.5679"],
  ["salePrice", textCell("12,345678"), "12.3457"],
  ["salePrice", textCell("consultar"), null],
  ["salePrice", textCell("doce"), null, "row_price_unreadable"],
  ["salePrice", { kind: "date", text: "2026-03-04" }, null, "row_price_unreadable"],
  ["salePrice", { kind: "bool", text: "TRUE" }, null, "row_price_unreadable"],
  ["salePrice", textCell("USD 12,50"), null, "row_price_currency"],
  ["costPrice", numberCell("12.5", "EUR 12.5"), null, "row_price_currency"],
  ["costPrice", textCell("-5"), null, "row_negative"],
  ["costPrice", numberCell("0"), null, "row_zero_ignored"],
  ["costPrice", textCell("12 x 3"), null, "row_cost_unreadable"],
  ["salePrice", numberCell("10000000000"), null, "row_number_too_large"],
  ["salePrice", { kind: "error", text: "#REF!" }, null, "row_formula_error"],
  ["stock", textCell("1.250,5"), "1250.5"],
  ["stock", numberCell("0"), "0"],
  ["stock", textCell("muchos"), null, "row_stock_unreadable"],
  ["taxRate", textCell("21%"), "21"],
  ["taxRate", textCell("10,5"), "10.5"],
  ["taxRate", numberCell("0.105"), "10.5"],
  ["taxRate", numberCell("0.21", "21%"), "21"],
  ["taxRate", textCell("0,5%"), "0.5"],
  ["taxRate", textCell("IVA 27 %"), "27"],
  ["taxRate", textCell("Exento"), "0"],
  ["taxRate", textCell("210"), null, "row_tax_unreadable"],
])("%s of %j is %s (%s)", (field, cell, value, code) => {
  const read = readNumber(cell, field, SURE);
  expect([read.value, read.reason?.code]).toEqual([value, code]);
});

it("flags what its column left open, and only that", () => {
  const open: NumberStyle = { ...SURE, certain: false };
  expect(readNumber(textCell("1.234"), "salePrice", open).reason).toMatchObject({ code: "row_ambiguous_number", severity: "warning", params: { read: "1234" } });
  expect(readNumber(textCell("1.234,5"), "salePrice", open).reason).toBeUndefined();
  expect(readNumber(numberCell("1.234"), "salePrice", open)).toEqual({ value: "1.234" });
});
