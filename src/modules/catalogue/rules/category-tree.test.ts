import { expect, it } from "vitest";
import { withDescendants, wouldCycle } from "./category-tree.ts";

const tree = [{ id: "a", parentId: null }, { id: "b", parentId: "a" }, { id: "c", parentId: "b" }, { id: "d", parentId: null }];

it("gathers what is below", () => {
  expect(withDescendants(tree, "a")).toEqual(["a", "b", "c"]);
  expect(withDescendants(tree, "x")).toEqual([]);
});

it("sees cycles", () => {
  expect(wouldCycle(tree, "a", "c")).toBe(true);
  expect(wouldCycle(tree, "a", "a")).toBe(true);
  expect(wouldCycle(tree, "c", "d")).toBe(false);
});
