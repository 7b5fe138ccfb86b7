import { expect, it } from "vitest";
import { numberCell, textCell, EMPTY_CELL, type Cell } from "@/platform/spreadsheet/cell.ts";
import { cleanBarcode, cleanCode, cleanLines, cleanText, expandScientific } from "./clean-cell.ts";

const GOOD = "7790895000997";

it.each<[string, Cell, string | null, string?]>([
  ["a good EAN", textCell(GOOD), GOOD],
  ["a good EAN in a number cell", numberCell(GOOD), GOOD],
  ["one with spaces and dashes", textCell(" 779-0895 000997 "), GOOD],
  ["UPC-A widened", textCell("036000291452"), "0036000291452"],
  ["UPC-A without its zero", numberCell("36000291452"), "0036000291452", "row_zeros_restored"],
  ["the same as text, which lost nothing", textCell("36000291452"), "36000291452"],
  ["a wrong check digit", textCell("7790895000998"), "7790895000998", "row_barcode_check"],
  ["scientific notation", textCell("7,79E+12"), null, "row_barcode_rounded"],
  ["scientific notation with a point", textCell("7.79089E+12"), null, "row_barcode_rounded"],
  ["scientific notation that kept all digits", textCell("7.790895000997E+12"), GOOD],
  ["digits rounded to zeros", numberCell("7790900000000"), null, "row_barcode_rounded"],
  ["an own short code", textCell("1042"), "1042"],
  ["letters, as Code 128 has them", textCell("ABC-12"), "ABC-12"],
  ["two codes in a cell", textCell(`${GOOD} / 7790387000016`), GOOD, "row_barcode_several"],
  ["nothing", EMPTY_CELL, null],
  ["an error", { kind: "error", text: "#N/A" }, null, "row_formula_error"],
])("barcode: %s", (_, cell, value, reason) => expect(cleanBarcode(cell)).toEqual({ value, ...(reason === undefined ? {} : { reason }) }));

it.each<[string, Cell, string | null, string?]>([
  ["leading zeros", textCell("00012"), "00012"],
  ["leading zeros from a format", numberCell("12", "00012"), "00012"],
  ["the quote of a text", textCell("'0012"), "0012"],
  ["12E5 is a code", textCell("12E5"), "12E5"],
  ["1E+05 is none", textCell("1E+05"), null, "row_barcode_rounded"],
  ["a date", { kind: "date", text: "2026-03-04" }, null, "row_became_date"],
  ["N/D", textCell("N/D"), null],
  ["#¡REF!", textCell("#¡REF!"), null, "row_formula_error"],
  ["a dash", textCell(" - "), null],
])("code: %s", (_, cell, value, reason) => expect(cleanCode(cell)).toEqual({ value, ...(reason === undefined ? {} : { reason }) }));

it.each<[string, string | null, string?]>([
  ["  Caño\u00a0 PVC \n 110 ", "Caño PVC 110"],
  ["cafe\u0301", "café"],
  ["a\u200bb\u0007", "ab"],
  ["Feij\ufffdo", "Feij\ufffdo", "row_text_damaged"],
  ["'=1+1", "=1+1"],
  ["d'Ambrosio", "d'Ambrosio"],
  ["Consultar", null],
  ["Consultar con el vendedor por colores", "Consultar con el vendedor por colores"],
])("text: %j", (text, value, reason) => expect(cleanText(textCell(text))).toEqual({ value, ...(reason === undefined ? {} : { reason }) }));

it("lines keep their breaks", () => expect(cleanLines(textCell("uno \r\n\n\n\n dos"))).toEqual({ value: "uno\n\ndos" }));

it.each([
  ["7,79E+12", "rounded"],
  ["1.5e3", "rounded"],
  ["1.500E3", "1500"],
  ["E12", null],
  ["12", null],
])("%s: %s", (text, whole) => expect(expandScientific(text)).toBe(whole));
