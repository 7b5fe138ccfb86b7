import { expect, it } from "vitest";
import { bandsOfChoice, ROUNDING_CHOICES } from "./rounding-choice.ts";
import { isRounding, roundPrice } from "./round-price.ts";

it("every choice makes bands that round", () => {
  expect(ROUNDING_CHOICES.every((choice) => isRounding(bandsOfChoice(choice, "up") ?? []))).toBe(true);
  expect(roundPrice("1234", bandsOfChoice("100/99", "up")!)).toBe("1299.0000");
  expect(bandsOfChoice("list", "up")).toBeUndefined();
  expect(bandsOfChoice("none", "up")).toEqual([]);
});
