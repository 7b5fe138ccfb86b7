import { expect, test } from "vitest";
import { addDays, dayIn, isDay } from "./day.ts";

test("an instant near midnight belongs to the shop's day, not to Greenwich's", () => {
  const instant = new Date("2026-11-22T02:30:00Z");
  expect(dayIn(instant, "America/Argentina/Buenos_Aires")).toBe("2026-11-21");
  expect(dayIn(instant, "UTC")).toBe("2026-11-22");
});

test("the hour that summer time repeats or skips stays in its day", () => {
  expect(dayIn(new Date("2026-03-29T01:00:00Z"), "Europe/Madrid")).toBe("2026-03-29");
  expect(dayIn(new Date("2026-10-25T00:30:00Z"), "Europe/Madrid")).toBe("2026-10-25");
});

test("only days of the calendar are days", () => {
  expect(["2024-02-29", "2026-12-31"].map(isDay)).toEqual([true, true]);
  expect(["2023-02-29", "2026-13-01", "0000-01-01", "2026-1-1", "hoy", ""].map(isDay)).toEqual([false, false, false, false, false, false]);
});

test("days are added across months and leap years", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});
