import { expect, test } from "vitest";
import { AWAY_MS, createRepeatGuard } from "./repeat-guard.ts";

test("a code that stays in the picture is taken once, however long, and again after it was away", () => {
  const take = createRepeatGuard();
  expect(take(["A"], 0)).toEqual(["A"]);
  for (let now = 150; now <= 6_000; now += 150) expect(take(["A"], now)).toEqual([]);
  // A blurred frame does not make two of one.
  expect(take([], 6_150)).toEqual([]);
  expect(take(["A"], 6_300)).toEqual([]);
  expect(take(["A"], 6_300 + AWAY_MS)).toEqual(["A"]);
});

test("another code is taken at once, and one frame may hold several", () => {
  const take = createRepeatGuard();
  expect(take(["A"], 0)).toEqual(["A"]);
  expect(take(["B", "A", "B"], 150)).toEqual(["B"]);
  expect(take(["B"], 300)).toEqual([]);
});
