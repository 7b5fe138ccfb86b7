import { expect, it } from "vitest";
import { textCell } from "@/platform/spreadsheet/cell.ts";
import { absenceOf } from "./no-value.ts";

it.each(["#N/A", "#N/D", "#REF!", "#¡REF!", "#¡VALOR!", "#DIV/0!", "#¡DIV/0!", "#NAME?", "#¿NOMBRE?", "#NUM!", "Err:502"])("%s is an error", (text) => expect(absenceOf(textCell(text))).toBe("error"));
it.each(["-", "—", "s/p", "S/D", "N/A", "NA", "consultar", "A CONSULTAR", "sin precio", "$ -", "...", "?"])("%s says nothing", (text) => expect(absenceOf(textCell(text))).toBe("word"));
it.each(["0", "Pila AA", "#10 tornillo", "Nafta", "s", "Consulta médica a domicilio en el día"])("%s is a value", (text) => expect(absenceOf(textCell(text))).toBeNull());
it("a formula that nobody calculated is an error, an empty cell is none", () => {
  expect(absenceOf({ kind: "empty", text: "", formula: true })).toBe("error");
  expect(absenceOf(undefined)).toBe("empty");
});
