import { expect, it } from "vitest";
import { BurstWatch, looksLikeBarcode } from "./burst.ts";

function feed(gaps: readonly number[]): boolean {
  const watch = new BurstWatch();
  let now = 1000;
  return gaps.map((gap) => watch.key((now += gap))).at(-1) ?? false;
}

it("knows a scanner by its pace", () => {
  expect(feed([100, 8, 8, 8, 8, 8])).toBe(true);
  expect(feed([100, 8, 8, 8, 8])).toBe(false);
  expect(feed([100, 90, 80, 120, 95, 100, 110])).toBe(false);
  expect(feed([100, 8, 8, 8, 8, 300, 8])).toBe(false);
});

it("knows a barcode by its check digit", () => {
  expect(looksLikeBarcode("7790895000997")).toBe(true);
  expect(looksLikeBarcode("7790895000998")).toBe(false);
  expect(looksLikeBarcode("1200")).toBe(false);
});
