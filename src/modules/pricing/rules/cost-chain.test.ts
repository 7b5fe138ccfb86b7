import fc from "fast-check";
import { expect, it } from "vitest";
import { big, compare } from "@/kernel/decimal.ts";
import { priceFromCost, replacementCost } from "./cost-chain.ts";

const chain = { listPrice: "120", packSize: "12", rate: "1435.50", discounts: ["20", "10", "5"], freightPercent: "3" };

it("D2 list price in dollars, dated rate, discounts, freight, pack: one rounding", () => {
  // 120 × 1435.50 × 0.684 × 1.03 / 12
  expect(replacementCost(chain)).toBe("10113.3846");
  expect(replacementCost({ listPrice: "1", packSize: "3", rate: "1", discounts: [], freightPercent: "0" })).toBe("0.3333");
});

it("D2 markup is on the cost, margin on the net price", () => {
  expect(priceFromCost("100", "21", { kind: "markup", percent: "50" }, [])).toBe("181.5000");
  expect(priceFromCost("100", "21", { kind: "margin", percent: "50" }, [])).toBe("242.0000");
  expect(priceFromCost("100", "21", { kind: "margin", percent: "100" }, [])).toBeNull();
  expect(priceFromCost("100", "21", { kind: "markup", percent: "50" }, [{ upTo: null, step: "10", ending: "0", mode: "up" }])).toBe("190.0000");
});

it("D2 a dearer list never makes a cheaper product", () => {
  const price = fc.integer({ min: 1, max: 10_000_000 }).map((n) => (n / 100).toFixed(2));
  fc.assert(fc.property(price, price, (a, b) => {
    const [low, high] = big(a).lte(b) ? [a, b] : [b, a];
    expect(compare(replacementCost({ ...chain, listPrice: low }), replacementCost({ ...chain, listPrice: high }))).toBeLessThanOrEqual(0);
  }));
});
