import { expect, it } from "vitest";
import { judgePrice, jumpOf, marginAt } from "./judge-price.ts";

const guards = { maxJump: "40", floorMargin: "20", targetMargin: "35" };

it("D2 margin is of the net price, at replacement cost", () => {
  expect(marginAt({ from: null, to: "121", cost: "80", taxRate: "21" })).toBe("20.0");
  expect(marginAt({ from: null, to: "121", cost: null, taxRate: "21" })).toBeNull();
  expect(jumpOf({ from: "100", to: "112" })).toBe("12.0");
});

it("D3 warns of jumps, floors, costs and targets, each by itself", () => {
  expect(judgePrice({ from: "100", to: "141", cost: null, taxRate: "21" }, guards)).toEqual(["jump"]);
  expect(judgePrice({ from: "100", to: "121", cost: "101", taxRate: "21" }, guards)).toEqual(["below_cost", "below_floor", "below_target"]);
  expect(judgePrice({ from: "100", to: "121", cost: "70", taxRate: "21" }, guards)).toEqual(["below_target"]);
  expect(judgePrice({ from: null, to: "121", cost: "60", taxRate: "21" }, guards)).toEqual([]);
});
