import fc from "fast-check";
import { expect, it } from "vitest";
import { exactNumber } from "./exact-number.ts";

it.each([
  ["0.30000000000000004", "0.3"],
  ["1234.5600000000001", "1234.56"],
  ["7.79E+12", "7790000000000"],
  ["1e-3", "0.001"],
  ["-0", "0"],
  ["12.50", "12.5"],
  [".5", "0.5"],
  ["1234567890123456", "1234567890123456"],
  ["+7", "7"],
  ["1e999999", null],
  ["0x10", null],
  ["", null],
  ["Infinity", null],
])("%s is %s", (raw, exact) => expect(exactNumber(raw)).toBe(exact));

it("gives back every price that a double can hold", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 9999 }), (whole, fraction) => {
      const price = `${whole}.${String(fraction).padStart(4, "0")}`.replace(/\.?0+$/, "") || "0";
      expect(exactNumber(String(Number(price)))).toBe(fraction === 0 ? String(whole) : price);
    }),
  );
});
