import { expect, it } from "vitest";
import { groupDues, sumDues, whenDue } from "./group-dues.ts";

// 2026-11-21 is a Saturday.
it.each([
  ["2026-11-20", "2026-11-21", "overdue"],
  ["2026-11-21", "2026-11-21", "week"],
  ["2026-11-22", "2026-11-21", "week"],
  ["2026-11-23", "2026-11-21", "next"],
  ["2026-11-29", "2026-11-21", "next"],
  ["2026-11-30", "2026-11-21", "later"],
  ["2026-11-22", "2026-11-22", "week"],
  ["2026-11-23", "2026-11-22", "next"],
  ["2026-11-29", "2026-11-23", "week"],
])("what is due on %s is seen from %s as %s", (dueDate, today, when) => {
  expect(whenDue(dueDate, today)).toBe(when);
});

it("sums by supplier and by when, who waits longest first", () => {
  const bill = (supplierId: string, dueDate: string, due: string) => ({ supplierId, supplierName: supplierId, dueDate, due });
  const bills = [bill("b", "2026-11-01", "10.10"), bill("a", "2026-11-21", "5.00"), bill("b", "2026-11-25", "0.90"), bill("b", "2027-01-01", "1.00")];
  expect(sumDues(bills, "2026-11-21")).toEqual({ overdue: "10.10", week: "5.00", next: "0.90", later: "1.00" });
  expect(groupDues(bills, "2026-11-21").map(({ supplierId, total, sums, bills: own }) => [supplierId, total, sums.overdue, own.length])).toEqual([["b", "12.00", "10.10", 3], ["a", "5.00", "0.00", 1]]);
});
