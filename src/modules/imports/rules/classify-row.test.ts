import { expect, it } from "vitest";
import { EMPTY_CELL, numberCell, textCell, type Cell } from "@/platform/spreadsheet/cell.ts";
import { classifyRow } from "./classify-row.ts";
import type { ReadPlan } from "./import-values.ts";

const plan: ReadPlan = {
  sheet: "", headerRow: 0, firstRow: 1, labels: ["Código", "Producto", "Precio", "Stock"],
  mapping: { columns: { sku: 0, name: 1, salePrice: 2, stock: 3 }, hasTax: {} }, styles: {}, customFields: [], decimal: ",", defaultTaxRate: null,
};
const row = (...values: (string | number | Cell | null)[]) =>
  values.map((value) => (value === null ? EMPTY_CELL : typeof value === "string" ? textCell(value) : typeof value === "number" ? numberCell(String(value)) : value));

it.each([
  ["alone in the first column", row("PLOMERÍA"), "PLOMERÍA"],
  ["alone in the names, in capitals", row(null, "CAÑOS Y ACCESORIOS"), "CAÑOS Y ACCESORIOS"],
  ["alone in the names, short", row(null, "Caños"), "Caños"],
  ["merged over the table", row({ kind: "text", text: "Artículos de limpieza y perfumería varios", span: 4 }), "Artículos de limpieza y perfumería varios"],
  ["with its group word", row("Rubro: Pinturas"), "Pinturas"],
  ["with its group word in another cell", row("RUBRO", "Pinturas"), "Pinturas"],
  ["with ornaments", row("*** OFERTAS ***"), "OFERTAS"],
])("section %s", (_, cells, title) => expect(classifyRow(cells, plan)).toEqual({ kind: "section", title }));

it.each([
  ["product", row("1", "Uno", 5)],
  ["product", row(null, "Uno", 5)],
  ["product", row("1", "Uno")],
  ["product", row("1", "Total limpiador", 5)],
  ["product", row(null, null, 5)],
  ["note", row(null, "de acero inoxidable con mango largo")],
  ["note", row("Precios sujetos a cambio sin previo aviso.")],
  ["note", row("Tel. 0351 456-7890")],
  ["note", row("Pág. 2 de 7 - www.ejemplo.com.ar")],
  ["note", row("----------")],
  ["header", row("CODIGO", "producto", "Precio", "Stock")],
  ["total", row(null, "TOTAL", 5, 7)],
  ["total", row("Total general", null, 5)],
  ["total", row("Subtotal:", null, null, 7)],
  ["total", row("Cantidad de artículos", null, null, 7)],
  ["blank", row()],
  ["blank", row(null, { kind: "text", text: "Bebidas", filled: true })],
])("%s", (kind, cells) => expect(classifyRow(cells, plan).kind).toBe(kind));

it("in a list of names alone every row is a product", () => {
  const names: ReadPlan = { ...plan, labels: ["Producto"], mapping: { columns: { name: 0 }, hasTax: {} } };
  expect(classifyRow(row("MARTILLO"), names).kind).toBe("product");
});
