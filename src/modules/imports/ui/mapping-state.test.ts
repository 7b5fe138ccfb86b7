import { expect, it } from "vitest";
import { textCell } from "@/platform/spreadsheet/cell.ts";
import { planImport } from "../rules/plan-import.ts";
import { choicesOf, stateOf, withField } from "./mapping-state.ts";

const sheet = { name: "A", hidden: false, rows: [["Código", "Producto", "PVP"], ["1", "Codo", "2,50"]].map((row) => row.map(textCell)) };
const plan = { ...planImport([sheet], { decimal: ",", defaultTaxRate: "21" }), preview: [], remembered: false };

it("begins as the plan is, and gives each field to one column", () => {
  const state = stateOf(plan);
  expect(state).toMatchObject({ sheet: "A", headerRow: 0, fields: ["sku", "name", "salePrice"], decimals: { salePrice: "," } });
  const moved = withField(state, 0, "name");
  expect(moved.fields).toEqual(["name", "", "salePrice"]);
  expect(choicesOf(moved, plan)).toEqual({ columns: { name: 0, salePrice: 2 }, hasTax: { salePrice: true }, decimals: { salePrice: "," }, defaultTaxRate: "21" });
  expect(choicesOf({ ...state, headerRow: null }, plan)).toEqual({ sheet: "A", headerRow: null });
  expect(choicesOf({ ...state, sheet: "B" }, plan)).toEqual({ sheet: "B" });
});
