import fc from "fast-check";
import { expect, it } from "vitest";
import { applyDiscounts, readDiscountChain, writeDiscountChain } from "./discount-chain.ts";

const cents = (most: number) => fc.integer({ min: 1, max: most }).map((n) => (n / 100).toFixed(2));

it("D2 reads what suppliers write, and nothing else", () => {
  expect(readDiscountChain("20+10+5")).toEqual(["20", "10", "5"]);
  expect(readDiscountChain(" 20 % + 10,50% ")).toEqual(["20", "10.5"]);
  expect(readDiscountChain("")).toEqual([]);
  for (const wrong of ["20+", "100", "0", "-5", "a", "1.234", "5+5+5+5+5+5+5+5+5"]) expect(readDiscountChain(wrong), wrong).toBeNull();
});

it("D2 takes each discount off what the one before left", () => {
  expect(applyDiscounts("1000", ["20", "10", "5"])).toBe("684.0000");
  expect(applyDiscounts("99.99", ["33.33", "7.5"])).toBe("61.6636");
});

it("D2 is exact to 4 decimals against whole-number arithmetic", () => {
  fc.assert(fc.property(cents(99_999_999), fc.array(cents(9_999), { maxLength: 6 }), (price, chain) => {
    // Price in hundredths times (10000 - percent in hundredths) each: whole numbers, divided once at the end.
    const units = chain.reduce((left, percent) => left * (10_000n - BigInt(percent.replace(".", ""))), BigInt(price.replace(".", "")));
    const scale = 10_000n ** BigInt(chain.length);
    const rounded = (units * 100n * 2n + scale) / (scale * 2n);
    const text = rounded.toString().padStart(5, "0");
    expect(applyDiscounts(price, chain)).toBe(`${text.slice(0, -4)}.${text.slice(-4)}`);
  }));
});

it("D2 what is written is read back", () => {
  fc.assert(fc.property(fc.array(cents(9_999), { minLength: 1, maxLength: 8 }), (chain) => {
    const read = readDiscountChain(chain.join("+"))!;
    expect(readDiscountChain(writeDiscountChain(read))).toEqual(read);
  }));
});
