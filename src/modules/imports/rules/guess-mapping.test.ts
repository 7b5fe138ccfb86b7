import { expect, it } from "vitest";
import { textCell } from "@/platform/spreadsheet/cell.ts";
import { guessMapping } from "./guess-mapping.ts";

const rows = (...lines: string[]) => lines.map((line) => line.split("|").map(textCell));
const fields = (labels: string, lines: string[], fromSupplier = false) => guessMapping(labels.split("|"), rows(...lines), { fromSupplier }).mapping.columns;

it("content decides between two meanings of a label", () => {
  expect(fields("Artículo|Precio final", ["Martillo de goma|5,50", "Pinza universal|7,25"])).toMatchObject({ name: 0 });
  expect(fields("Artículo|Descripción|Precio final", ["A1|Martillo de goma|5,50", "A2|Pinza universal|7,25"])).toMatchObject({ sku: 0, name: 1 });
  expect(fields("Desc.|Producto", ["10|Martillo de goma", "15|Pinza universal"])).toEqual({ name: 1 });
});

it("thirteen right digits are a barcode, whatever stands above", () => {
  expect(fields("Código|Producto", ["7790895000997|Cola de cereza", "7790387000016|Yerba mate"])).toMatchObject({ barcode: 0, name: 1 });
});

it("a rate column is known by its values, a quantity per pack is no stock", () => {
  expect(fields("Producto|IVA|Cantidad por bulto", ["Martillo de goma|21|12", "Pinza universal|10,5|6"])).toEqual({ name: 0, taxRate: 1 });
});

it("the long text goes to the description when a name is there too", () => {
  expect(fields("Nombre|Descripción|PVP", ["Mesa de roble|Mesa maciza de seis patas|5,50", "Silla alta|Con respaldo|7,25"])).toMatchObject({ name: 0, description: 1 });
});

it("gives three different samples and says how sure it is", () => {
  const { columns } = guessMapping(["Producto", "Xyz"], rows("Uno grande|a", "Uno grande|b", "Dos|c", "Tres|d", "Cuatro|e"));
  expect(columns[0]).toMatchObject({ field: "name", samples: ["Uno grande", "Dos", "Tres"] });
  expect(columns[0]!.confidence).toBeGreaterThanOrEqual(0.8);
  expect(columns[1]).toMatchObject({ field: null, confidence: 0 });
});

it("a bare price is sold in a shop's list and bought in a supplier's; either way it is asked", () => {
  const lines = ["Martillo de goma|5,50", "Pinza universal|7,25"];
  const own = guessMapping(["Producto", "Precio"], rows(...lines));
  expect(own.mapping).toEqual({ columns: { name: 0, salePrice: 1 }, hasTax: { salePrice: true } });
  expect(own.questions.map(({ code }) => code)).toEqual(["price_role", "price_tax"]);
  const bought = guessMapping(["Producto", "Precio"], rows(...lines), { fromSupplier: true });
  expect(bought.mapping).toEqual({ columns: { name: 0, costPrice: 1 }, hasTax: { costPrice: false } });
  expect(bought.questions.map(({ code }) => code)).toEqual(["price_role", "price_tax"]);
});

it("without a name the column of the most telling words stands in, and is asked about", () => {
  const list = guessMapping(["product_id", "department", "product_category", "product_type"], rows("1|FOOD|DRINKS|Cherry cola", "2|FOOD|DRINKS|Lemon soda", "3|FOOD|SNACKS|Potato chips"));
  expect(list.mapping.columns).toEqual({ sku: 0, category: 1, name: 3 });
  expect(list.columns[3]!.confidence).toBeLessThan(0.5);
  expect(list.questions[0]).toMatchObject({ code: "name_column", columns: [3, 1, 2] });
});

it("what the label tells is not asked", () => {
  const told = guessMapping(["Producto", "Costo s/IVA", "Precio final"], rows("Martillo de goma|5,50|9,00"));
  expect(told).toMatchObject({ mapping: { hasTax: { costPrice: false, salePrice: true } }, questions: [] });
});

it("several prices for one field are listed, the one in use first", () => {
  const { questions } = guessMapping(["Producto", "Precio contado", "Precio tarjeta"], rows("Martillo de goma|5,50|9,00"));
  expect(questions[0]).toEqual({ code: "price_columns", field: "salePrice", columns: [1, 2] });
});
