import { expect, it } from "vitest";
import { numberKey } from "./number-key.ts";

it.each([
  ["A 0001-00001234", "A-1-1234"],
  ["a1-1234", "A-1-1234"],
  ["A-1-1234", "A-1-1234"],
  ["0000", "0"],
  ["FC B 0012 00000100", "FC-B-12-100"],
  ["Nº 7", "NO-7"],
  ["---", ""],
  ["11234", "11234"],
])("%s is %s", (number, key) => {
  expect(numberKey(number)).toBe(key);
});
