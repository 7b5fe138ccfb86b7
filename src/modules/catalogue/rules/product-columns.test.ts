import { expect, it } from "vitest";
import { readColumns } from "./product-columns.ts";

const all = { cost: true, supplier: true };

it("shows the usual columns until somebody chooses, and only known ones after", () => {
  expect(readColumns(undefined, all)).toEqual(["category", "supplier", "stock", "cost", "margin", "price"]);
  expect(readColumns("price.brand.nonsense", all)).toEqual(["brand", "price"]);
  expect(readColumns("none", all)).toEqual([]);
});

it("has no column of costs or suppliers for who may not see them, whatever the cookie says", () => {
  expect(readColumns(undefined, { cost: false, supplier: true })).toEqual(["category", "supplier", "stock", "price"]);
  expect(readColumns("cost.margin.price.supplier", { cost: false, supplier: false })).toEqual(["price"]);
});
