import fc from "fast-check";
import { expect, it } from "vitest";
import { big, fix } from "@/kernel/decimal.ts";
import { composeBill, receivedGoods, type BillLine } from "./compose-bill.ts";

const line = (given: Partial<BillLine>): BillLine => ({ productId: "p", quantity: "1", unitCost: "0", discounts: "", taxRate: "21", ...given });

it("reckons a bill as the paper does: discounts in a chain, VAT on the sum of each rate, freight by value", () => {
  const bill = composeBill([
    line({ productId: "a", quantity: "10", unitCost: "120.50", discounts: "10+5" }),
    line({ productId: "b", quantity: "3", unitCost: "33.3333" }),
    line({ productId: "c", quantity: "2.5", unitCost: "80", taxRate: "10.5" }),
  ], "99.99", "12.30");
  expect(bill.lines.map(({ net, freight, landedCost }) => [net, freight, landedCost])).toEqual([
    ["1030.28", "77.44", "110.7720"],
    ["100.00", "7.52", "35.8400"],
    ["200.00", "15.03", "86.0120"],
  ]);
  expect(bill.taxes).toEqual([{ taxRate: "10.50", base: "200.00", tax: "21.00" }, { taxRate: "21.00", base: "1130.28", tax: "237.36" }]);
  expect(bill).toMatchObject({ subtotal: "1330.28", freight: "99.99", tax: "258.36", otherTaxes: "12.30", total: "1700.93" });
});

it("a dozen and one free is thirteen at a dozen's price", () => {
  const { lines } = composeBill([line({ productId: "b", quantity: "12", unitCost: "130" }), line({ productId: "a" }), line({ productId: "b", quantity: "1" })], "0", "0");
  expect(receivedGoods(lines)).toEqual([{ productId: "a", quantity: "1.000", landedCost: "0.0000" }, { productId: "b", quantity: "13.000", landedCost: "120.0000" }]);
});

it("adds up, whatever the bill: lines and freight are the goods' worth, and the total its parts", () => {
  const cents = (most: number) => fc.integer({ min: 0, max: most }).map((n) => (n / 100).toFixed(2));
  const drawn = fc.record({
    productId: fc.constantFrom("a", "b", "c"),
    quantity: fc.integer({ min: 1, max: 999_999 }).map((n) => (n / 1000).toFixed(3)),
    unitCost: cents(9_999_999),
    discounts: fc.constantFrom("", "10", "20+10+5", "33.33"),
    taxRate: fc.constantFrom("0", "10.5", "21", "27"),
  });
  fc.assert(fc.property(fc.array(drawn, { minLength: 1, maxLength: 12 }), cents(999_999), cents(99_999), (lines, freight, other) => {
    const bill = composeBill(lines, freight, other);
    const sum = (values: readonly string[]) => fix(values.reduce((all, value) => all.plus(value), big("0")), 2);
    expect(sum(bill.lines.map(({ net }) => net))).toBe(bill.subtotal);
    expect(sum(bill.lines.map((one) => one.freight))).toBe(fix(freight, 2));
    expect(sum(bill.taxes.map(({ base }) => base))).toBe(bill.subtotal);
    expect(sum([bill.subtotal, bill.freight, bill.tax, bill.otherTaxes])).toBe(bill.total);
    // Goods at their landed cost are worth what was paid for them, to within half a ten-thousandth a unit.
    for (const { quantity, landedCost, productId } of receivedGoods(bill.lines)) {
      const paid = bill.lines.filter((one) => one.productId === productId).reduce((all, one) => all.plus(one.net).plus(one.freight), big("0"));
      expect(big(quantity).times(landedCost).minus(paid).abs().lte(big(quantity).times("0.00005"))).toBe(true);
    }
  }));
});
