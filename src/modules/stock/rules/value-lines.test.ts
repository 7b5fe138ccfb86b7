import { expect, it } from "vitest";
import { valueLines } from "./value-lines.ts";

it("E4 lines are rounded one by one, losses count against finds, and an unknown cost is nothing", () => {
  expect(valueLines([{ quantity: "0.333", unitCost: "10.0150" }, { quantity: "-2", unitCost: "60.0000" }, { quantity: "9", unitCost: null }])).toBe("-116.67");
  expect(valueLines([])).toBe("0.00");
});
