import { expect, it } from "vitest";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import { textCell } from "@/platform/spreadsheet/cell.ts";
import { planImport } from "./plan-import.ts";
import { inListCurrency, planList, recallList } from "./plan-list.ts";

const sheet = (...rows: string[][]) => ({ name: "A", hidden: false, rows: rows.map((row) => row.map(textCell)) });
const OPTIONS = { decimal: ",", defaultTaxRate: "21", fromSupplier: true } as const;
const plan = planList(planImport([sheet(["Código", "Detalle", "Precio"], ["B1", "Bulón hexagonal", "1.000,50"])], OPTIONS), {});

it("takes a bare code for the supplier's, and a bare price for what the shop pays", () => {
  expect(plan.mapping.columns).toEqual({ supplierCode: 0, name: 1, costPrice: 2 });
  expect(plan.columns.map(({ field }) => field)).toEqual(["supplierCode", "name", "costPrice"]);
  expect(plan.questions.map(({ code }) => code)).toEqual(["price_tax"]);
  const chosen = { columns: { sku: 0, name: 1, costPrice: 2 } };
  expect(planList(planImport([sheet(["Código", "Detalle", "Precio"], ["B1", "Bulón", "1,50"])], { ...OPTIONS, ...chosen }), chosen).mapping.columns).toEqual(chosen.columns);
});

it("recalls the last list's columns by their headings, wherever they stand now", () => {
  expect(recallList(plan, {}, ["Precio", "Nuevo", "codigo", "DETALLE"])).toEqual({ columns: { supplierCode: 2, name: 3, costPrice: 0 }, hasTax: { costPrice: false }, defaultTaxRate: "21" });
  expect(recallList(plan, {}, ["Código", "Precio"])).toBeNull();
  expect(recallList(plan, {}, ["Código", "Detalle", "Precio", "Precio"])).toBeNull();
});

it("takes the list's own currency off its prices, and leaves another for the refusal", () => {
  const dollars = { currency: "USD" } as ListTerms;
  const cell = (price: string, terms = dollars) => inListCurrency(["B1", "Bulón", price].map(textCell), plan, terms)[2]!.text;
  expect(["U$S 12,50", "USD 3", "12,50 u$s", "€ 4"].map((price) => cell(price))).toEqual(["12,50", "3", "12,50", "€ 4"]);
  expect(cell("U$S 12,50", { currency: "ARS" } as ListTerms)).toBe("U$S 12,50");
});
