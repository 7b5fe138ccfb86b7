import { expect, it } from "vitest";
import { readColumns } from "./product-columns.ts";

it("shows the usual columns until somebody chooses, and only known ones after", () => {
  expect(readColumns(undefined, true)).toEqual(["category", "stock", "cost", "margin", "price"]);
  expect(readColumns("price.brand.nonsense", true)).toEqual(["brand", "price"]);
  expect(readColumns("none", true)).toEqual([]);
});

it("has no column of costs for who may not see them, whatever the cookie says", () => {
  expect(readColumns(undefined, false)).toEqual(["category", "stock", "price"]);
  expect(readColumns("cost.margin.price", false)).toEqual(["price"]);
});
