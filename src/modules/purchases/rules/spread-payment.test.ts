import { expect, it } from "vitest";
import { spreadPayment } from "./spread-payment.ts";

const bills = [{ id: "old", due: "100.00" }, { id: "paid", due: "0.00" }, { id: "new", due: "50.50" }];

it.each([
  ["40", [{ purchaseId: "old", amount: "40.00" }]],
  ["100", [{ purchaseId: "old", amount: "100.00" }]],
  ["120.25", [{ purchaseId: "old", amount: "100.00" }, { purchaseId: "new", amount: "20.25" }]],
  ["999", [{ purchaseId: "old", amount: "100.00" }, { purchaseId: "new", amount: "50.50" }]],
])("%s pays the oldest first and never more than is owed", (amount, parts) => {
  expect(spreadPayment(amount, bills)).toEqual(parts);
});
