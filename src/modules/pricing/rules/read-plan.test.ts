import { expect, it } from "vitest";
import { readPlan } from "./read-plan.ts";

it("reads the console's fields with the shop's decimal sign", () => {
  const { plan, wrong } = readPlan({ value: "12,5 %", kind: "percent", brand: "Bosch", tag: "", rounding: "10", mode: "up", maxJump: "40", floorMargin: "", hold: "on" }, ",", ["x"]);
  expect(wrong).toEqual([]);
  expect(plan).toEqual({
    scope: { brand: "Bosch", except: ["x"] },
    rule: { kind: "percent", value: "12.5" },
    rounding: [{ upTo: null, step: "10", ending: "0", mode: "up" }],
    guards: { maxJump: "40", floorMargin: null, hold: true },
  });
});

it("keeps to ticked products and takes prices that were typed instead of the rule's", () => {
  const { plan } = readPlan({ value: "5", productIds: "a.b" }, ",", [], { a: "120" });
  expect(plan).toMatchObject({ scope: { productIds: ["a", "b"] }, prices: { a: "120" } });
  expect(readPlan({ value: "5" }, ",", []).plan).not.toHaveProperty("prices");
});

it("has no plan without a value, and names what is no number", () => {
  expect(readPlan({ value: "" }, ",", [])).toEqual({ plan: null, wrong: [] });
  expect(readPlan({ value: "12", maxJump: "mucho" }, ",", [])).toEqual({ plan: null, wrong: ["maxJump"] });
});
