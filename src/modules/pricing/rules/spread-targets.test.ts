import { expect, it } from "vitest";
import { spreadTargets } from "./spread-targets.ts";

const tree = [{ id: "tools", parentId: null }, { id: "power", parentId: "tools" }, { id: "drills", parentId: "power" }, { id: "paint", parentId: null }];

it("D2 a category aims at its own margin, or at that of the nearest one above it", () => {
  expect(spreadTargets([{ categoryId: "tools", percent: "30" }, { categoryId: "drills", percent: "45" }, { categoryId: "gone", percent: "1" }], tree)).toEqual({ tools: "30", power: "30", drills: "45" });
  expect(spreadTargets([], tree)).toEqual({});
  expect(spreadTargets([{ categoryId: "b", percent: "5" }], [{ id: "a", parentId: "c" }, { id: "c", parentId: "a" }])).toEqual({});
});
