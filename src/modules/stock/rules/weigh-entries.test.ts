import { expect, it } from "vitest";
import { weighEntries } from "./weigh-entries.ts";

it("E3 counters agree by what they found against the ledger, not by what they counted", () => {
  expect(weighEntries([{ id: "a", difference: "-2.000" }, { id: "b", difference: "-2" }], undefined)).toBe("-2.000");
  expect(weighEntries([{ id: "a", difference: "-2" }, { id: "b", difference: "-1" }], undefined)).toBeNull();
  expect(weighEntries([{ id: "a", difference: "-2" }, { id: "b", difference: "-1" }], "b")).toBe("-1");
  expect(weighEntries([{ id: "a", difference: "-2" }, { id: "b", difference: "-1" }], "somebody else's")).toBeNull();
});
