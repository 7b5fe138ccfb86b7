import { describe, expect, it } from "vitest";
import { readSum } from "./read-sum.ts";

describe("readSum", () => {
  it.each([
    ["1.234,50", "1234.50"],
    [" 12,5 ", "12.5"],
    ["1200*1,21", "1452"],
    ["8450/2", "4225"],
    ["100+50*2", "200"],
    ["100-30", "70"],
    ["10/3", "3.3333"],
    ["1 + 1", "2"],
  ])("%j is %s", (text, value) => {
    expect(readSum(text, ",", 4)).toBe(value);
  });

  it.each(["", "abc", "1/0", "5-10", "-5", "1.23.4", "1+", "*2", "2**3", "1,23456", "1e5", "(1+2)*3"])("%j is no number", (text) => {
    expect(readSum(text, ",", 4)).toBeNull();
  });
});
