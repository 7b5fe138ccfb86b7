import { expect, test } from "vitest";
import { receiptOfReturn, taxesOf, taxLegend } from "./receipt.ts";

test("contained VAT is told by rate, the highest first, and nothing of a rate that came to nothing", () => {
  expect(taxesOf([{ taxRate: "10.50", tax: "9.50" }, { taxRate: "21.00", tax: "42.00" }, { taxRate: "0.00", tax: "0.00" }, { taxRate: "21", tax: "0.50" }])).toEqual([{ rate: "21", tax: "42.50" }, { rate: "10.5", tax: "9.50" }]);
});

test.each([
  ["registered", "es-AR", "transparency"], ["registered", "es-UY", "rates"], [null, "es-AR", "rates"], ["simplified", "es-AR", "none"], ["exempt", "es-AR", "none"],
] as const)("F6 a shop that is %s under %s says %s of its VAT", (taxCondition, locale, said) => {
  expect(taxLegend({ taxCondition, locale })).toBe(said);
});

test("a return's lines add up to what was given back", () => {
  const line = { saleLineId: "l", productId: null, sku: null, name: "Nails", unit: "u", quantity: "2.000", unitPrice: "100.0000", discount: "20.00", adjustment: "-18.00", total: "162.00", taxRate: "21.00", tax: "28.12" };
  const content = receiptOfReturn({ id: "r", number: 3, saleId: "s", saleNumber: 9, returnedAt: "2026-01-02T00:00:00.000Z", memberName: "Ana", customerId: "c", refund: "cash", reason: "x", tax: "28.12", total: "162.00", lines: [line], refunds: [{ method: "cash", amount: "162.00" }], storeCredits: [] }, null);
  expect(content).toMatchObject({ kind: "return", number: "3", ofSale: "9", discount: "20.00", adjustments: [{ method: "cash", amount: "-18.00" }], lines: [{ gross: "200.00" }], total: "162.00", taxes: [{ rate: "21", tax: "28.12" }] });
});
