import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gtinCheckDigit, isGtin } from "./barcode.ts";
import { codesOfPlu, exampleOf, isScalePattern, readScaleCode } from "./scale-code.ts";

const withCheck = (body: string) => body + gtinCheckDigit(body);
const WEIGHT = { pattern: "20PPPPPWWWWWC", value: "weight", decimals: 3 } as const;
const PRICE = { pattern: "21PPPPPVVVVVC", value: "price", decimals: 2 } as const;

describe("readScaleCode", () => {
  it("reads grams and cents, each by its own pattern", () => {
    expect(readScaleCode(withCheck("200012300350"), [WEIGHT, PRICE])).toEqual({ kind: "weight", plu: "00123", value: "0.350" });
    expect(readScaleCode(withCheck("210012312550"), [WEIGHT, PRICE])).toEqual({ kind: "price", plu: "00123", value: "125.50" });
    expect(readScaleCode(withCheck("210012312550"), [{ ...PRICE, decimals: 0 }])).toMatchObject({ value: "12550.00" });
  });

  it("reads twelve digits, also when the scanner widened them, and passes over what nobody reads", () => {
    const code = withCheck("20012301500");
    const upc = { pattern: "2PPPPPVVVVVC", value: "weight", decimals: 3 } as const;
    for (const given of [code, `0${code}`]) expect(readScaleCode(given, [upc])).toMatchObject({ plu: "00123", value: "1.500" });
    expect(readScaleCode(withCheck("200123701500"), [{ ...WEIGHT, pattern: "2PPPPPXVVVVVC" }])).toMatchObject({ plu: "00123", value: "1.500" });
  });

  it.each([
    ["another prefix", withCheck("220012300350")],
    ["a wrong check digit", withCheck("200012300350").replace(/.$/, (digit) => String((Number(digit) + 1) % 10))],
    ["another length", "2000123"],
    ["letters", "20ABC23003501"],
    ["a weight of nothing", withCheck("200012300000")],
  ])("refuses %s", (_, code) => {
    expect(readScaleCode(code, [WEIGHT, PRICE])).toBeNull();
  });

  it("reads back what any scale of a sound pattern prints", () => {
    const kilos = fc.integer({ min: 1, max: 99_999 });
    fc.assert(fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 99_999 }), kilos, fc.integer({ min: 0, max: 3 }), (second, plu, figure, decimals) => {
      const scale = { pattern: `2${second}PPPPPWWWWWC`, value: "weight", decimals } as const;
      const digits = String(plu).padStart(5, "0");
      // The oracle divides whole numbers with text alone.
      const text = String(figure).padStart(8, "0");
      const whole = decimals === 0 ? text : text.slice(0, -decimals);
      const expected = `${Number(whole)}.${(decimals === 0 ? "" : text.slice(-decimals)).padEnd(3, "0")}`;
      expect(readScaleCode(withCheck(`2${second}${digits}${String(figure).padStart(5, "0")}`), [scale])).toEqual({ kind: "weight", plu: digits, value: expected });
    }));
  });
});

it("knows a sound pattern, and prints an example of it", () => {
  for (const pattern of ["20PPPPPWWWWWC", "2PPPPPVVVVVC", "2PPPPPXVVVVVC", "21PPPPVVVVVVC"]) {
    expect([pattern, isScalePattern(pattern)]).toEqual([pattern, true]);
    const scale = { pattern, value: "weight", decimals: 3 } as const;
    expect(isGtin(exampleOf(scale)) && readScaleCode(exampleOf(scale), [scale]) !== null).toBe(true);
  }
  for (const pattern of ["", "20PPPPPWWWWW", "30PPPPPWWWWWC", "20PPPPPWWWWWCC", "20PPWWPPWWWWC", "2CPPPPPWWWWWC", "20PPPPPPPPPPC", "pppppp"]) expect([pattern, isScalePattern(pattern)]).toEqual([pattern, false]);
});

it("a product is known to a scale by its digits, with or without zeros, or by a code of ours", () => {
  expect(codesOfPlu("00123")).toEqual(["00123", "123", "A00123"]);
  expect(codesOfPlu("00000")).toEqual(["00000", "0", "A00000"]);
});
