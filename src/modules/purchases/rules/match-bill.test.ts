import { expect, test } from "vitest";
import { composeBill, receivedGoods, type BillLine } from "./compose-bill.ts";
import { matchBill, type OpenGoods } from "./match-bill.ts";

const open = (given: Partial<OpenGoods> = {}): OpenGoods => ({ receiptId: "r1", productId: "p", quantity: "10.000", value: "1000.00", unitCost: "100.0000", taxRate: "21.00", packSize: "1.000", ...given });
const line = (given: Partial<BillLine> = {}): BillLine => ({ productId: "p", quantity: "10", unitCost: "100", discounts: "", taxRate: "21", ...given });
function match(lines: readonly BillLine[], goods: readonly OpenGoods[], tolerance = "2") {
  const bill = composeBill(lines, "0", "0");
  return matchBill(bill.lines, receivedGoods(bill.lines), goods, tolerance);
}

test("what came before is not counted again, and at the expected price there is nothing to say", () => {
  expect(match([line()], [open()])).toEqual({ matches: [{ receiptId: "r1", productId: "p", quantity: "10.000", value: "1000.00" }], fresh: [], corrected: [{ productId: "p", quantity: "10.000", from: "100.0000", to: "100.0000" }], differences: [], value: "1000.00" });
});

test("the oldest receipt first; what is billed beyond them comes with the bill and is a difference", () => {
  const found = match([line({ quantity: "15" })], [open({ quantity: "4.000", value: "400.00" }), open({ receiptId: "r2", quantity: "8.000", value: "800.00" })]);
  expect(found.matches.map(({ receiptId, quantity }) => [receiptId, quantity])).toEqual([["r1", "4.000"], ["r2", "8.000"]]);
  expect(found.fresh).toMatchObject([{ quantity: "3.000" }]);
  expect(found.differences).toEqual([{ productId: "p", kind: "quantity", expected: "12.0000", found: "15.0000", amount: "300.00" }]);
});

test("a price beyond the tolerance, a pack taken for a unit, another VAT, goods that nobody billed", () => {
  expect(match([line({ unitCost: "102" })], [open()]).differences).toEqual([]);
  expect(match([line({ unitCost: "103" })], [open()]).differences).toEqual([{ productId: "p", kind: "price", expected: "100.0000", found: "103.0000", amount: "30.00" }]);
  expect(match([line({ quantity: "1", unitCost: "1200" })], [open({ quantity: "12.000", value: "1200.00", packSize: "12.000" })]).differences.map(({ kind }) => kind)).toEqual(["pack"]);
  expect(match([line({ taxRate: "10.5" })], [open()]).differences).toEqual([{ productId: "p", kind: "tax", expected: "21.0000", found: "10.5000", amount: "-105.00" }]);
  expect(match([line()], [open(), open({ productId: "q", quantity: "2.000", value: "50.00", unitCost: "25.0000" })]).differences).toEqual([{ productId: "q", kind: "quantity", expected: "2.0000", found: "0.0000", amount: "-50.00" }]);
});

test("parts of a receipt never use its last cent twice", () => {
  const [first] = match([line({ quantity: "1", unitCost: "3.33" })], [open({ quantity: "3.000", value: "10.00", unitCost: "3.3333" })]).matches;
  expect(first!.value).toBe("3.33");
  const [rest] = match([line({ quantity: "2", unitCost: "3.33" })], [open({ quantity: "2.000", value: "6.67", unitCost: "3.3333" })]).matches;
  expect(rest!.value).toBe("6.67");
});
