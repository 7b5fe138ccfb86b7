import { expect, it } from "vitest";
import { sumKit } from "./sum-kit.ts";

const part = { quantity: "2", available: "7", salePrice: "100.00", costPrice: "60.00" };

it("adds prices and costs up, and gives as many as the scarcest part", () => {
  expect(sumKit([part, { ...part, quantity: "0.5", available: "1.2", salePrice: "10", costPrice: "1" }])).toEqual({ price: "205.0000", cost: "120.5000", stock: "2" });
});

it("says nothing where a part says nothing, and never less than no kit", () => {
  expect(sumKit([part, { ...part, salePrice: null, costPrice: null, available: "-3" }])).toEqual({ price: null, cost: null, stock: "0" });
  expect(sumKit([])).toEqual({ price: "0.0000", cost: "0.0000", stock: "0" });
});
