import fc from "fast-check";
import { expect, it } from "vitest";
import { derivePrice } from "./list-price.ts";

it("D1 a derived list follows its base, rounded by its own bands", () => {
  expect(derivePrice("1000", "-10", [])).toBe("900.0000");
  expect(derivePrice("1234", "15", [{ upTo: null, step: "10", ending: "0", mode: "up" }])).toBe("1420.0000");
});

it("D1 a derived list never drifts: up and down and up again, it stands where one step would have led", () => {
  const price = fc.integer({ min: 1, max: 10_000_000 }).map((n) => (n / 100).toFixed(2));
  const percent = fc.integer({ min: -9_900, max: 30_000 }).map((n) => (n / 100).toFixed(2));
  fc.assert(fc.property(fc.array(price, { minLength: 1, maxLength: 8 }), percent, (walk, by) => {
    const seen = walk.map((base) => derivePrice(base, by, []));
    expect(seen.at(-1)).toBe(derivePrice(walk.at(-1)!, by, []));
    expect(derivePrice(walk[0]!, by, [])).toBe(seen[0]);
  }));
});
