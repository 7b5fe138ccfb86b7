import { expect, it } from "vitest";
import { mergeChoices } from "./merge-choices.ts";

const before = { sheet: "A", headerRow: 3, columns: { name: 1 }, hasTax: { salePrice: true }, decimals: { stock: "," }, defaultTaxRate: "21" } as const;

it("adds answers to answers", () => {
  expect(mergeChoices(before, { hasTax: { costPrice: false } })).toEqual({ ...before, hasTax: { salePrice: true, costPrice: false } });
  expect(mergeChoices({}, { columns: { name: 2 } })).toEqual({ columns: { name: 2 } });
});

it("forgets columns when the place changes", () => {
  expect(mergeChoices(before, { headerRow: 4 })).toEqual({ sheet: "A", headerRow: 4, defaultTaxRate: "21" });
  expect(mergeChoices(before, { sheet: "B" })).toEqual({ sheet: "B", defaultTaxRate: "21" });
  expect(mergeChoices(before, { sheet: "A", headerRow: 3 })).toEqual(before);
});
