import fc from "fast-check";
import { expect, it } from "vitest";
import { readTaxId, writeTaxId } from "./tax-id.ts";

it("G1 a CUIT is known by its check digit, with or without dashes", () => {
  expect(readTaxId("30-50001091-2")).toBe("30500010912");
  expect(readTaxId("33693450239")).toBe("33693450239");
  expect(readTaxId("30-50001091-3")).toBeNull();
  expect(readTaxId("11.222.333/0001-81")).toBe("11222333000181");
  expect(readTaxId("11222333000182")).toBeNull();
  expect(readTaxId("")).toBeNull();
  expect(writeTaxId("30500010912")).toBe("30-50001091-2");
  expect(writeTaxId("11222333000181")).toBe("11.222.333/0001-81");
});

it("G1 one wrong digit never passes", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
    const digits = [..."30500010912"];
    digits[place] = String((Number(digits[place]) + by) % 10);
    expect(readTaxId(digits.join(""))).toBeNull();
  }));
});
