import { expect, it } from "vitest";
import { grossWorth, needsApproval } from "./needs-approval.ts";

const who = { mayApprove: true, isOwner: false, isOwnWork: true };

it("adds up losses and finds, never one against the other", () => {
  expect(grossWorth([{ quantity: "-10", unitCost: "5" }, { quantity: "10.5", unitCost: "5" }, { quantity: "3", unitCost: null }])).toBe("102.50");
});

it.each([
  ["1000.01", null, who, null],
  ["1000.00", "1000.00", { ...who, mayApprove: false }, null],
  ["1000.01", "1000.00", { ...who, mayApprove: false }, "approval_needed"],
  ["1000.01", "1000.00", who, "approval_by_other"],
  ["1000.01", "1000.00", { ...who, isOwnWork: false }, null],
  ["1000.01", "1000.00", { ...who, isOwner: true }, null],
  ["0.01", "0", { ...who, mayApprove: false, isOwnWork: false }, "approval_needed"],
])("differences of %s where the limit is %s", (worth, limit, asked, told) => {
  expect(needsApproval(worth, limit, asked)?.code ?? null).toBe(told);
});
