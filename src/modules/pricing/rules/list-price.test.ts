import fc from "fast-check";
import { expect, it } from "vitest";
import { derivePrice } from "./list-price.ts";

it("D1 a derived list follows its base, rounded by its own bands", () => {
  expect(derivePrice("1000", "-10", [])).toBe("900.0000");
  expect(derivePrice("1234", "15", [{ upTo: null, step: "10", ending: "0", mode: "up" }])).toBe("1420.0000");
});

it("D1 a derived price is the base's share, exact to 4 decimals against whole-number arithmetic", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: -9_900, max: 30_000 }), (cents, hundredths) => {
    // Cents times (10000 + percent in hundredths) is the price in millionths; rounded half up to ten-thousandths.
    const rounded = ((BigInt(cents) * BigInt(10_000 + hundredths) + 50n) / 100n).toString().padStart(5, "0");
    expect(derivePrice((cents / 100).toFixed(2), (hundredths / 100).toFixed(2), [])).toBe(`${rounded.slice(0, -4)}.${rounded.slice(-4)}`);
  }));
});
