import { expect, it } from "vitest";
import { readListFields } from "./read-list-fields.ts";

const form = (entries: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

it("reads bands, quantities and methods, and leaves empty rows out", () => {
  const { values, wrong } = readListFields(form([["name", "Gremio"], ["percent", "-12,5"], ["upTo", "1.000"], ["step", "10"], ["ending", ""], ["mode", "up"], ["upTo", ""], ["step", ""], ["ending", ""], ["mode", "up"], ["from", "10"], ["by", "-5"], ["method.cash", "-10"], ["count", "3"], ["rate", "18,5"], ["count", ""], ["rate", ""]]), "derived", ",");
  expect(wrong).toEqual([]);
  expect(values).toEqual({ name: "Gremio", percent: "-12.5", rounding: [{ upTo: "1000", step: "10", ending: "0", mode: "up" }], breaks: [{ from: "10", percent: "-5" }], methods: { cash: "-10" }, installments: [{ count: 3, percent: "18.5" }], categoryTargets: [], floorMargin: null, targetMargin: null });
});

it("names what is no number", () => {
  expect(readListFields(form([["step", "diez"], ["mode", "up"]]), "base", ",").wrong).toEqual(["rounding.0.step"]);
});
