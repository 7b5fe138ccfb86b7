import { expect, test } from "vitest";
import { findBelowCost } from "./below-cost.ts";

const line = { name: "Codo", quantity: "2", unitPrice: "121.00", listPrice: "121.00", lineDiscount: "0.00", ticketDiscount: "0.00", total: "242.00", tax: "42.00", unitCost: "90.00" };

test("A7 a line that was lowered below its cost is found, net of VAT against net of VAT", () => {
  expect(findBelowCost([line])).toBeNull();
  expect(findBelowCost([{ ...line, lineDiscount: "12.10", total: "229.90", tax: "39.90" }])).toBeNull();
  expect(findBelowCost([{ ...line, lineDiscount: "36.30", total: "205.70", tax: "35.70" }])?.name).toBe("Codo");
  expect(findBelowCost([{ ...line, unitPrice: "100.00", total: "200.00", tax: "34.71" }])?.name).toBe("Codo");
});

test("A7 a list price below cost, an unknown cost and a line that goes back stop nobody", () => {
  expect(findBelowCost([{ ...line, unitCost: "500.00" }])).toBeNull();
  expect(findBelowCost([{ ...line, lineDiscount: "100.00", total: "142.00", tax: "24.64", unitCost: null }])).toBeNull();
  expect(findBelowCost([{ ...line, quantity: "-2", lineDiscount: "-100.00", total: "-142.00", tax: "-24.64" }])).toBeNull();
});
