import fc from "fast-check";
import { expect, it } from "vitest";
import { big, fix } from "@/kernel/decimal.ts";
import { priceWithoutTax } from "./price-without-tax.ts";

it.each([["121.00", "21.00", "100.00"], ["110.50", "10.50", "100.00"], ["127.00", "27", "100.00"], ["100.00", "0.00", "100.00"], ["9990.00", "21.00", "8256.20"], ["0.01", "21", "0.01"], ["0.00", "21", "0.00"]])("%s with %s %% VAT is %s without", (price, rate, expected) => {
  expect(priceWithoutTax(price, rate)).toBe(expected);
});

it("with its VAT again it is the price, to the cent that rounding may cost", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 10 }), fc.constantFrom("21.00", "10.50", "27.00", "0.00"), (cents, rate) => {
    const price = fix(big(String(cents)).div("100"), 2);
    const back = big(priceWithoutTax(price, rate)).times(big(rate).plus("100")).div("100");
    expect(back.minus(price).abs().lte("0.00635")).toBe(true);
  }));
});
