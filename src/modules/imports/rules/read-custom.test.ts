import { expect, it } from "vitest";
import type { CustomField, FieldKind } from "@/modules/catalogue/rules/custom-fields.ts";
import { EMPTY_CELL, numberCell, textCell } from "@/platform/spreadsheet/cell.ts";
import { readCustom } from "./read-custom.ts";

const field = (kind: FieldKind, options: string[] = []): CustomField => ({ id: "f", name: "Dato", kind, options });
const read = (kind: FieldKind, text: string, options?: string[]) => readCustom(textCell(text), field(kind, options), ",").value;

it.each([
  ["text", "  Pasillo  4 ", "Pasillo 4"], ["number", "1.234,5", "1234.5"], ["date", "5/3/2026", "2026-03-05"], ["date", "2026-03-05", "2026-03-05"], ["yes_no", "Sí", "true"], ["yes_no", "x", "true"], ["yes_no", "NO", "false"], ["choice", "rojo", "Rojo"],
] as const)("%s: %s is %s", (kind, text, value) => expect(read(kind, text, ["Rojo", "Azul"])).toBe(value));

it.each([["number", "mucho"], ["date", "31/2/2026"], ["date", "ayer"], ["yes_no", "quizás"], ["choice", "verde"], ["text", "a".repeat(201)]] as const)("%s: %s cannot be read, and is said", (kind, text) => {
  expect(readCustom(textCell(text), field(kind, ["Rojo"]), ",")).toMatchObject({ value: null, reason: { code: "row_field_unreadable", severity: "warning", field: "custom:f", params: { name: "Dato" } } });
});

it("an empty cell says nothing; a cell that is a number or a day in its file needs no reading", () => {
  expect(readCustom(EMPTY_CELL, field("number"), ",")).toEqual({ value: null });
  expect(readCustom(numberCell("2.5"), field("number"), ",")).toEqual({ value: "2.5" });
  expect(readCustom({ kind: "date", text: "2026-03-05" }, field("date"), ",")).toEqual({ value: "2026-03-05" });
});
