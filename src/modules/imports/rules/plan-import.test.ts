import { expect, it } from "vitest";
import { textCell, type Sheet } from "@/platform/spreadsheet/cell.ts";
import { planImport } from "./plan-import.ts";

const sheet = (name: string, ...lines: string[]): Sheet => ({ name, hidden: false, rows: lines.map((line) => line.split("|").map(textCell)) });
const SHEETS = [sheet("A", "Código|Producto|PVP", "1|Uno solo|1.234", "2|Dos|2,50"), sheet("B", "x|y", "Nombre|Costo s/IVA", "Tres|9.999")];
const options = { decimal: ",", defaultTaxRate: "21" } as const;

it("is plain JSON", () => {
  const plan = planImport(SHEETS, options);
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  expect(plan).toMatchObject({ sheet: "A", headerRow: 0, firstRow: 1, styles: { salePrice: { decimal: ",", certain: true } }, sheets: [{ name: "A", rows: 3 }, { name: "B", rows: 3 }] });
});

it("takes the person's sheet, header row and mapping, and still asks about numbers", () => {
  const mapping = { columns: { name: 0, costPrice: 1 }, hasTax: { costPrice: false } };
  const plan = planImport(SHEETS, { ...options, ...mapping, sheet: "B", headerRow: 1 });
  expect(plan).toMatchObject({ sheet: "B", headerRow: 1, firstRow: 2, labels: ["Nombre", "Costo s/IVA"], mapping, questions: [{ code: "number_style", field: "costPrice", columns: [1], sample: "9.999" }] });
  expect(planImport(SHEETS, { ...options, sheet: "B", headerRow: null })).toMatchObject({ headerRow: null, firstRow: 0 });
});

it("asks no more about what was answered, and never maps what is withheld", () => {
  const chosen = { sheet: "B", headerRow: 1, columns: { name: 0, costPrice: 1 }, hasTax: { costPrice: true } };
  const plan = planImport(SHEETS, { ...options, ...chosen, decimals: { costPrice: "." } });
  expect(plan).toMatchObject({ questions: [], mapping: { hasTax: { costPrice: true } }, styles: { costPrice: { decimal: ".", certain: true } } });
  expect(planImport(SHEETS, { ...options, ...chosen, withheld: ["costPrice"] }).mapping.columns).toEqual({ name: 0 });
  expect(planImport(SHEETS, { ...options, sheet: "B", withheld: ["costPrice"] }).mapping.columns).not.toHaveProperty("costPrice");
});

it("finds the row of headings that the columns are named by, though nobody knows such words", () => {
  const odd = [sheet("A", "Lista de mayo", "col a|col b|col c", "1|Uno solo|1.234,00", "2|Dos|2,50")];
  expect(planImport(odd, { ...options, columns: { sku: "col a", name: "COL B", salePrice: 2 } })).toMatchObject({ headerRow: 1, firstRow: 2, mapping: { columns: { sku: 0, name: 1, salePrice: 2 } } });
  expect(planImport(odd, { ...options, columns: { name: "col z" } })).toMatchObject({ headerRow: null, mapping: { columns: {} } });
});
