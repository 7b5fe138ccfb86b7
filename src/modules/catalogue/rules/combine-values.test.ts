import { expect, it } from "vitest";
import { combineValues, readValues } from "./combine-values.ts";

it("reads values by line, semicolon or comma and space, once each", () => {
  expect(readValues(" 1/2\" ; 3/4\"\n2,5 mm, 6 mm\n\nROJO; rojo")).toEqual(["1/2\"", "3/4\"", "2,5 mm", "6 mm", "ROJO"]);
});

it("combines every value with every other, in the order of the measures", () => {
  expect(combineValues([["1\"", "1/2\""], ["rojo", "azul"]], 100)).toEqual([["1/2\"", "azul"], ["1/2\"", "rojo"], ["1\"", "azul"], ["1\"", "rojo"]]);
  expect(combineValues([["a"], []], 100)).toEqual([]);
  expect(combineValues([["a", "b"], ["c", "d"]], 3)).toEqual([]);
});
