import { expect, it } from "vitest";
import { RepeatFinder } from "./find-repeats.ts";

it("finds the first row of a code, without case, barcode before sku", () => {
  const finder = new RepeatFinder();
  expect(finder.check(2, { sku: "a1", barcode: "779", name: "Uno" })).toBeNull();
  expect(finder.check(3, { name: "Uno" })).toBeNull();
  expect(finder.check(4, { sku: "A1", name: "Dos" })).toEqual({ row: 2, field: "sku", identical: false });
  expect(finder.check(5, { name: "Uno", barcode: "779", sku: "a1" })).toEqual({ row: 2, field: "barcode", identical: true });
  expect(finder.check(6, { barcode: "a1" })).toBeNull();
});

it("knows rows without a code by their supplier's code or name, and the product that two rows mean", () => {
  const finder = new RepeatFinder();
  expect(finder.check(2, { name: "Codo 90°" })).toBeNull();
  expect(finder.check(3, { name: "CODO 90", salePrice: "2" })).toEqual({ row: 2, field: "name", identical: false });
  expect(finder.check(4, { name: "Codo 90°", supplierCode: "P1" })).toBeNull();
  expect(finder.checkProduct(5, "id", "sku", { sku: "x" })).toBeNull();
  expect(finder.checkProduct(6, "id", "barcode", { barcode: "y" })).toEqual({ row: 5, field: "barcode", identical: false });
});
