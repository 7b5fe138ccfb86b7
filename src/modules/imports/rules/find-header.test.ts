import { expect, it } from "vitest";
import { EMPTY_CELL, numberCell, textCell, type Cell, type Row } from "@/platform/spreadsheet/cell.ts";
import { chooseSheet, findHeader } from "./find-header.ts";

const row = (...values: (string | number | Cell)[]): Row => values.map((value) => (typeof value === "string" ? textCell(value) : typeof value === "number" ? numberCell(String(value)) : value));
const wide = (text: string, span: number): Cell => ({ kind: "text", text, span });

it("a banner with known words is no header", () => {
  expect(findHeader([row("Lista de precios - Rubro ferretería"), row("Código", "Detalle", "Precio"), row("1", "Uno", 5)])).toMatchObject({ row: 1, firstRow: 2, known: 3 });
});

it("data that holds known words is no header", () => {
  expect(findHeader([row("Caja", "7,5", "21"), row("Pack", "8,5", "21")])).toMatchObject({ row: null, firstRow: 0, labels: ["", "", ""] });
});

it("joins a second row under merged groups, and a group above", () => {
  const found = findHeader([row("Código", "Producto", wide("Precio", 2), EMPTY_CELL), row(EMPTY_CELL, EMPTY_CELL, "Lista", "Contado"), row("1", "Uno", 5, 6)]);
  expect(found).toMatchObject({ row: 1, firstRow: 2, labels: ["Código", "Producto", "Precio Lista", "Precio Contado"] });
  const grouped = findHeader([row(EMPTY_CELL, EMPTY_CELL, wide("Precio", 2), EMPTY_CELL, EMPTY_CELL), row("Código", "Producto", "Lista", "Contado", "Marca"), row("1", "Uno", 5, 6, "X")]);
  expect(grouped.labels).toEqual(["Código", "Producto", "Precio Lista", "Precio Contado", "Marca"]);
});

it("a title merged over the header is not part of its labels", () => {
  expect(findHeader([row(wide("LISTA DE MAYO", 3)), row("Código", "Producto", "Precio"), row("1", "Uno", 5)]).labels).toEqual(["Código", "Producto", "Precio"]);
});

it("without a header reading starts beneath the banner", () => {
  expect(findHeader([row("Los Primos"), row("A1", "Clavo 2", 5), row("A2", "Clavo 3", 6)])).toMatchObject({ row: null, firstRow: 1 });
});

it("prefers a visible list over a cover and over a hidden list", () => {
  const list = [row("Código", "Producto", "Precio"), row("1", "Uno", 5)];
  const sheets = [
    { name: "Portada", hidden: false, rows: [row("Hola")] },
    { name: "Vieja", hidden: true, rows: [...list, ...list, ...list] },
    { name: "Lista", hidden: false, rows: list },
  ];
  expect(chooseSheet(sheets)).toMatchObject({ index: 2 });
});
