import { expect, it } from "vitest";
import { chooseLines } from "./choose-lines.ts";

const lines = [{ productId: "a", name: "A", unit: "u", left: "5" }, { productId: "b", name: "B", unit: "kg", left: "2.500" }];
const choose = (asked?: { productId: string; quantity: string }[], mayBeNothing = false) => chooseLines(lines, ({ left }) => left, asked, mayBeNothing);
const told = (asked?: { productId: string; quantity: string }[]) => {
  const chosen = choose(asked);
  return chosen.ok ? chosen.value.map(({ line, quantity }) => [line.productId, quantity]) : chosen.code;
};

it("E2 everything where nothing is said, what is said where something is", () => {
  expect(told()).toEqual([["a", "5"], ["b", "2.500"]]);
  expect(told([{ productId: "b", quantity: "0.5" }])).toEqual([["b", "0.5"]]);
});

it("E2 never more than there is, no halves of what is counted, no strangers, nothing twice, and not nothing", () => {
  expect(told([{ productId: "a", quantity: "6" }])).toBe("transfer_excess");
  expect(told([{ productId: "a", quantity: "0.5" }])).toBe("quantity_not_fractional");
  expect(told([{ productId: "c", quantity: "1" }])).toBe("product_unknown");
  expect(told([{ productId: "a", quantity: "1" }, { productId: "a", quantity: "1" }])).toBe("product_repeated");
  expect(told([{ productId: "a", quantity: "0" }])).toBe("invalid");
  expect(choose([], true)).toEqual({ ok: true, value: [] });
});
