import { expect, it } from "vitest";
import { costWithTax, marginPercent, markupPercent, priceForMargin } from "./margin.ts";

it.each([
  ["121", "60", "21", "40.0", "66.7"],
  ["110.5", "100", "10.5", "0.0", "0.0"],
  ["100", "150", "0", "-50.0", "-33.3"],
])("price %s, cost %s, VAT %s: margin %s, markup %s", (salePrice, costPrice, taxRate, margin, markup) => {
  expect(marginPercent({ salePrice, costPrice, taxRate })).toBe(margin);
  expect(markupPercent({ salePrice, costPrice, taxRate })).toBe(markup);
});

it("divides by nothing", () => {
  expect(marginPercent({ salePrice: "0", costPrice: "1", taxRate: "21" })).toBeNull();
  expect(markupPercent({ salePrice: "1", costPrice: "0", taxRate: "21" })).toBeNull();
});

it("adds the tax to a cost", () => expect(costWithTax("100", "10.5")).toBe("110.5000"));

it("finds the price that leaves a margin", () => {
  const salePrice = priceForMargin({ costPrice: "600", taxRate: "21" }, "40");
  expect([salePrice, marginPercent({ salePrice, costPrice: "600", taxRate: "21" })]).toEqual(["1210.00", "40.0"]);
});
