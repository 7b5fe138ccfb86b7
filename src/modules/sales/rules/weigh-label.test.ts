import fc from "fast-check";
import { expect, it } from "vitest";
import { big, fix } from "@/kernel/decimal.ts";
import { totalLines } from "@/modules/pricing/rules/total-lines.ts";
import { weighLabel } from "./weigh-label.ts";

const cents = (most: number) => fc.integer({ min: 1, max: most }).map((n) => fix(big(String(n)).div(100), 2));

it("sells the weight in the product's unit", () => {
  expect(weighLabel({ kind: "weight", value: "0.350" }, { unit: "kg", salePrice: "9000" })).toEqual({ quantity: "0.350", unitPrice: null });
  expect(weighLabel({ kind: "weight", value: "0.350" }, { unit: "g", salePrice: null })).toEqual({ quantity: "350.000", unitPrice: null });
});

it("sells a piece at the label's price, and nothing by weight without a price", () => {
  expect(weighLabel({ kind: "price", value: "1250.00" }, { unit: "u", salePrice: null })).toEqual({ quantity: "1", unitPrice: "1250.00" });
  expect(weighLabel({ kind: "price", value: "1250.00" }, { unit: "kg", salePrice: null })).toBeNull();
  expect(weighLabel({ kind: "price", value: "0.01" }, { unit: "kg", salePrice: "9000" })).toBeNull();
});

it("a label's price is what the line costs, whatever a kilo costs", () => {
  fc.assert(fc.property(cents(9_999_999), cents(9_999_999), (value, salePrice) => {
    const weighed = weighLabel({ kind: "price", value }, { unit: "kg", salePrice });
    // A hundred kilos of one label are beyond what four decimals of a price can say.
    fc.pre(weighed !== null && big(weighed.quantity).lt(100));
    const { total } = totalLines({ lines: [{ quantity: weighed!.quantity, unitPrice: weighed!.unitPrice!, taxRate: "21.00", discount: null }], ticketDiscount: null });
    expect(total).toBe(value);
  }));
});
