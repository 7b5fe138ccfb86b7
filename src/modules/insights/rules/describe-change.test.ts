import { expect, test } from "vitest";
import { describeChange } from "./describe-change.ts";

test.each([
  ["118", "100", { kind: "more", percent: "18" }],
  ["50", "100", { kind: "less", percent: "50" }],
  ["100.40", "100", { kind: "same" }],
  ["0", "80", { kind: "less", percent: "100" }],
  ["10", "-10", { kind: "more", percent: "200" }],
  ["10", "0", { kind: "none" }],
] as const)("%s after %s", (now, then, change) => {
  expect(describeChange(now, then)).toEqual(change);
});
