import { expect, it } from "vitest";
import { conflictsOf } from "../keys/registry.ts";
import { entriesFor, groupsFor, isWithin, NAV_GROUPS, phoneEntriesFor } from "./nav-items.ts";

it("shows only what a person may open, without empty groups", () => {
  expect(groupsFor(["pos"]).map(({ group }) => group)).toEqual(["sell"]);
  expect(entriesFor(["today", "pos"]).map(({ item }) => item)).toEqual(["pos", "today"]);
  expect(phoneEntriesFor(["pos", "sales", "products", "today"])[0]?.item).toBe("today");
});

it("marks a page below its entry, and no namesake", () => {
  expect(isWithin("/products/import", "/products")).toBe(true);
  expect(isWithin("/products-old", "/products")).toBe(false);
});

it("has no key twice, nor one that the shell uses", () => {
  const shell = ["ctrl+k", "[", "?", "/"].map((keys) => ({ keys }));
  expect(conflictsOf([...NAV_GROUPS.flatMap(({ entries }) => entries), ...shell])).toEqual([]);
});
