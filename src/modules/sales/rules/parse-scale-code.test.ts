import { describe, expect, it } from "vitest";
import { gtinCheckDigit } from "@/kernel/barcode.ts";
import { parseScaleCode } from "./parse-scale-code.ts";

const withCheck = (body: string) => body + gtinCheckDigit(body);
const WEIGHT = { pattern: "20PPPPPVVVVVC", value: "weight" } as const;

describe("parseScaleCode", () => {
  it("reads grams and cents", () => {
    expect(parseScaleCode(withCheck("200012300350"), WEIGHT)).toEqual({ plu: "00123", value: "0.350" });
    expect(parseScaleCode(withCheck("200012312550"), { pattern: "20PPPPPVVVVVC", value: "price" })).toEqual({ plu: "00123", value: "125.50" });
  });

  it("reads twelve digits, also when the scanner widened them", () => {
    const code = withCheck("20012301500");
    expect(parseScaleCode(code, { pattern: "2PPPPPVVVVVC", value: "weight" })).toEqual({ plu: "00123", value: "1.500" });
    expect(parseScaleCode(`0${code}`, { pattern: "2PPPPPVVVVVC", value: "weight" })).toEqual({ plu: "00123", value: "1.500" });
  });

  it.each([
    ["another prefix", withCheck("210012300350")],
    ["a wrong check digit", withCheck("200012300350").replace(/.$/, (digit) => String((Number(digit) + 1) % 10))],
    ["another length", "2000123"],
    ["letters", "20ABC23003501"],
    ["a weight of nothing", withCheck("200012300000")],
  ])("refuses %s", (_, code) => {
    expect(parseScaleCode(code, WEIGHT)).toBeNull();
  });
});
