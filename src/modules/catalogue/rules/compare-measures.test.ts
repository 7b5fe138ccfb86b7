import fc from "fast-check";
import { expect, it } from "vitest";
import { sortByMeasures, sortMeasures } from "./compare-measures.ts";

it.each([
  [["1/2\"", "3/4\"", "1\"", "1 1/4\"", "1 1/2\"", "2\""]],
  [["1/2", "3/4", "1\"", "1.1/2", "2"]],
  [["6 mm", "10 mm", "1 cm 5", "2,5 cm", "1 m"]],
  [["XS", "S", "M", "L", "XL", "2XL", "XXXL"]],
  [["250 ml", "500cc", "1 l", "4 lt", "20 litros"]],
  [["100 g", "1/2 kg", "1 kg", "2,5 kg"]],
  [["8 x 1", "8 x 1 1/2", "8 x 2", "10 x 1"]],
  [["36", "38", "40", "42"]],
  [["9 W", "60 W", "1 kW"]],
  [["azul", "rojo", "Verde"]],
  [["grano 80", "grano 120", "grano 220"]],
])("%j", (ordered) => {
  expect(sortMeasures(ordered.toReversed())).toEqual(ordered);
});

it("sorts things by one attribute after the other", () => {
  const things = [["1\"", "rojo"], ["1/2\"", "rojo"], ["1\"", "azul"], ["1/2\"", "azul"]];
  expect(sortByMeasures(things, (one) => one)).toEqual([["1/2\"", "azul"], ["1/2\"", "rojo"], ["1\"", "azul"], ["1\"", "rojo"]]);
});

it("is one order, whatever the values and however they come", () => {
  const value = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("1/2\"", "3/4", "1", "10 mm", "S", "XL", "1 1/2", "8x1", "rojo", "1/0"), fc.stringMatching(/^[0-9 /.,"x]{1,8}(mm|cm|kg)?$/));
  fc.assert(fc.property(fc.array(value, { maxLength: 8 }), fc.integer(), (values, seed) => {
    const sorted = sortMeasures(values);
    const shuffled = values.map((one, i) => [one, (Math.imul(seed ^ i, 2_654_435_761) >>> 0)] as const).sort((a, b) => a[1] - b[1]).map(([one]) => one);
    expect(sortMeasures(shuffled)).toEqual(sorted);
    expect(sortMeasures(sorted)).toEqual(sorted);
    expect([...sorted].sort()).toEqual([...values].sort());
  }));
});
