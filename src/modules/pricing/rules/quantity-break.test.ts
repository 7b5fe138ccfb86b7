import fc from "fast-check";
import { expect, it } from "vitest";
import { big } from "@/kernel/decimal.ts";
import { breakAt, priceAtBreak, reachedBreaks, type QuantityBreak } from "./quantity-break.ts";

const breaks: QuantityBreak[] = [{ from: "100", percent: "-12" }, { from: "10", percent: "-5" }];
const at = (quantity: string): string => {
  const reached = breakAt(breaks, quantity);
  return reached ? priceAtBreak("200", reached) : "none";
};

it("D1 the highest break that the quantity reaches counts, in whatever order they are kept", () => {
  expect(["9.999", "10", "99", "250"].map(at)).toEqual(["none", "190.0000", "190.0000", "176.0000"]);
});

it("D1 a break's price is read as it is multiplied: in cents, or as fine as the list's price", () => {
  expect(priceAtBreak("333.3300", breaks[1]!)).toBe("316.6600");
  expect(priceAtBreak("0.0350", breaks[1]!)).toBe("0.0330");
  expect(priceAtBreak("0.035", { from: "1", percent: "-10" })).toBe("0.0320");
});

const line = (productId: string | null, quantity: string, isListPriced = true) => ({ productId, quantity, isListPriced });

it("D1 lines of one product count together; what is priced by hand, comes back or is no product does not", () => {
  const reached = reachedBreaks([line("a", "6"), line("b", "9"), line("a", "4"), line("b", "9", false), line(null, "50"), line("a", "-8")], breaks);
  expect(reached.map((one) => one?.from ?? null)).toEqual(["10", null, "10", null, null, null]);
});

it("D1 however a quantity is split over lines, each unit costs the same", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(fc.property(parts, (thousandths) => {
    const quantities = thousandths.map((n) => (n / 1000).toFixed(3));
    const whole = quantities.reduce((sum, quantity) => sum.plus(quantity), big("0")).toFixed();
    const one = reachedBreaks([line("a", whole)], breaks)[0];
    for (const reached of reachedBreaks(quantities.map((quantity) => line("a", quantity)), breaks)) expect(reached).toEqual(one);
  }));
});
