import { expect, it } from "vitest";
import { categoryOptions, inTreeOrder } from "./tree-order.ts";

const tree = [
  { id: "b", name: "Bulonería", parentId: null },
  { id: "c", name: "Clavos", parentId: "b" },
  { id: "p", name: "Plomería", parentId: null },
  { id: "t", name: "Tornillos", parentId: "b" },
];

it("puts children under their parent and keeps the order of brothers", () => {
  expect(inTreeOrder(tree).map(({ category, depth }) => [category.id, depth])).toEqual([["b", 0], ["c", 1], ["t", 1], ["p", 0]]);
});

it("shows the depth in a flat list", () => {
  expect(categoryOptions(tree)[1]).toEqual({ value: "c", label: "\u00a0\u00a0\u00a0Clavos" });
});
