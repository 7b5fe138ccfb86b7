import { describe, expect, it } from "vitest";
import { isGtin } from "@/kernel/barcode.ts";
import { compare, isDecimal } from "@/kernel/decimal.ts";
import { SAMPLE_SHEETS } from "../samples/sample-sheets.ts";
import { TRADES } from "../schema.ts";
import { readSample } from "./read-sample.ts";

describe.each(TRADES)("the %s", (trade) => {
  const products = readSample(SAMPLE_SHEETS[trade]);
  const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

  it("has some 150 products, each once", () => {
    expect(products.length).toBeGreaterThan(140);
    expect(products.length).toBeLessThan(180);
    expect(repeated(products.map(({ name }) => name))).toEqual([]);
    expect(repeated(products.map(({ sku }) => sku))).toEqual([]);
  });

  it("sells above its cost, with VAT rates of a new shop", () => {
    const wrong = products.filter(({ salePrice, costPrice, taxRate }) => !isDecimal(salePrice) || compare(costPrice, "0") <= 0 || compare(salePrice, costPrice) <= 0 || !["21", "10.5", "27", "0"].includes(taxRate));
    expect(wrong).toEqual([]);
  });

  it("has barcodes with right check digits, from GS1's range for demonstrations", () => {
    const codes = products.flatMap(({ barcodes }) => barcodes.map(({ code }) => code));
    expect(codes.filter((code) => !isGtin(code) || !/^1?952/.test(code))).toEqual([]);
    expect(repeated(codes)).toEqual([]);
  });

  it("leaves nothing of its notation in names", () => {
    expect(products.filter(({ name, brand, category }) => name === "" || /[|#>]/.test(`${name}${brand}${category.join("")}`))).toEqual([]);
  });
});

it("reads each mark", () => {
  const [wire, pack, loose] = readSample({ prefix: "T", range: "9", text: "# A > B | 50\nCable | 1210 || m\nPila | 100 | Voltio | x12 10.5\nClavo | 5 || kg -" });
  expect(wire).toMatchObject({ sku: "T-001", unit: "m", category: ["A", "B"], costPrice: "666.67", brand: null });
  expect(pack).toMatchObject({ taxRate: "10.5", brand: "Voltio", barcodes: [{ packSize: "1" }, { packSize: "12" }] });
  expect(loose).toMatchObject({ unit: "kg", barcodes: [] });
});
