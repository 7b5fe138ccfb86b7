import fc from "fast-check";
import { expect, it } from "vitest";
import { big, compare, fix } from "@/kernel/decimal.ts";
import { FREIGHT_SPREADS, spreadFreight } from "./spread-freight.ts";

const carried = (quantity: string, net: string, weight: string | null = null) => ({ quantity, net, weight });

it("spreads by value, by weight, or by units", () => {
  const lines = [carried("10", "1000.00", "0.5"), carried("30", "500.00", "2")];
  expect(spreadFreight("300", lines, "value")).toEqual(["200.00", "100.00"]);
  expect(spreadFreight("300", lines, "weight")).toEqual(["23.08", "276.92"]);
  expect(spreadFreight("300", lines, "units")).toEqual(["75.00", "225.00"]);
});

it("carries what came free by its units", () => {
  expect(spreadFreight("10", [carried("1", "0.00"), carried("3", "0.00")], "value")).toEqual(["2.50", "7.50"]);
});

it("shares are the freight to the cent, and no heavier line carries less, whatever is asked", () => {
  const drawn = fc.record({
    quantity: fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 1000).toFixed(3)),
    net: fc.integer({ min: 0, max: 999_999_999 }).map((n) => (n / 100).toFixed(2)),
    weight: fc.option(fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 10_000).toFixed(4))),
  });
  const cents = fc.integer({ min: 0, max: 99_999_999 }).map((n) => (n / 100).toFixed(2));
  fc.assert(fc.property(fc.array(drawn, { minLength: 1, maxLength: 15 }), cents, fc.constantFrom(...FREIGHT_SPREADS), (lines, freight, spread) => {
    const shares = spreadFreight(freight, lines, spread);
    expect(fix(shares.reduce((sum, share) => sum.plus(share), big("0")), 2)).toBe(freight);
    expect(shares.every((share) => compare(share, "0") >= 0)).toBe(true);
    if (spread !== "units") return;
    const ranked = lines.map(({ quantity }, i) => ({ quantity, share: shares[i]! })).sort((a, b) => compare(a.quantity, b.quantity));
    for (let i = 1; i < ranked.length; i += 1) expect(big(ranked[i]!.share).plus("0.01").gte(ranked[i - 1]!.share)).toBe(true);
  }));
});
