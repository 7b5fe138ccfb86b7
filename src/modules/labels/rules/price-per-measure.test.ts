import { expect, it } from "vitest";
import { pricePerMeasure } from "./price-per-measure.ts";

const packed = (netContent: string | null, contentUnit: string | null, unit = "u") => ({ unit, netContent, contentUnit });

it.each([
  ["1500.00", packed("500", "g"), "3000.00", "kg"],
  ["1500.00", packed("0.5", "kg"), "3000.00", "kg"],
  ["990.00", packed("750", "ml"), "1320.00", "l"],
  ["86400.00", packed("20", "l"), "4320.00", "l"],
  ["1000.00", packed("3", "m"), "333.33", "m"],
  ["1000.00", packed("6", "u"), "166.67", "u"],
  ["4850.00", packed("100", "u", "box"), "48.50", "u"],
  ["2000.00", packed("30", "cm"), "6666.67", "m"],
  ["3900.00", packed(null, null, "kg"), "3900.00", "kg"],
  ["3.90", packed(null, null, "g"), "3900.00", "kg"],
  ["100.005", packed("1", "m2", "roll"), "100.01", "m2"],
  // What the package holds says more than how it is counted.
  ["9000.00", packed("25", "m", "roll"), "360.00", "m"],
])("%s of %j is %s per %s", (price, product, expected, per) => {
  expect(pricePerMeasure(price, product)).toEqual({ price: expected, per });
});

it.each([[packed(null, null)], [packed(null, null, "box")], [packed("1", "u")], [packed("0", "kg")], [packed("5", "furlong")], [packed(null, null, "constructor")]])("%j has no measure", (product) => {
  expect(pricePerMeasure("100.00", product)).toBeNull();
});
