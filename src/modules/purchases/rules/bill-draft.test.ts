import { expect, it } from "vitest";
import { billOf, doubtOf, netCost, requestOf, type BillDraft, type DraftLine } from "./bill-draft.ts";

const goods = { id: "p", sku: "P", name: "Clavo", unit: "u", taxRate: "21.00", cost: "100.0000", packSize: "12.000", weight: null };
const line = (given: Partial<DraftLine> = {}): DraftLine => ({ key: 1, goods, quantity: "2", unitCost: "121", discounts: "", taxRate: null, ...given });
const draft = (given: Partial<BillDraft> = {}): BillDraft => ({ id: "i", locationId: "", supplierId: "s", number: "1", date: "2026-11-02", dueDate: "", lines: [line()], nextKey: 2, withTax: false, freight: null, freightSpread: "value", otherTaxes: null, paperTotal: null, notes: "", ...given });

it("takes VAT out of a cost that has it, by the line's own rate", () => {
  expect(netCost(line(), true)).toBe("100.0000");
  expect(netCost(line({ taxRate: "10.5" }), true)).toBe("109.5023");
  expect(netCost(line(), false)).toBe("121");
});

it("counts what is typed, and nothing for what is not yet", () => {
  expect(billOf(draft())).toMatchObject({ subtotal: "242.00", tax: "50.82", total: "292.82" });
  expect(billOf(draft({ lines: [line(), line({ quantity: null }), line({ unitCost: null })], freight: "10" }))).toMatchObject({ subtotal: "242.00", total: "302.82" });
  expect(billOf(draft({ lines: [line({ discounts: "50+x" })] }))).toMatchObject({ subtotal: "242.00" });
});

it("asks for what the paper says, and only then for its total", () => {
  expect(requestOf(draft())).toEqual({ id: "i", supplierId: "s", number: "1", date: "2026-11-02", lines: [{ productId: "p", quantity: "2", unitCost: "121", discounts: "", taxRate: "21.00" }], freight: "0", freightSpread: "value", otherTaxes: "0", notes: "" });
  expect(requestOf(draft({ dueDate: "2026-12-02", paperTotal: "292.82" }))).toMatchObject({ dueDate: "2026-12-02", expectedTotal: "292.82" });
});

it.each([
  ["121", "", null],
  ["131", "", { kind: "jump", before: "100.0000", percent: "31" }],
  ["1200", "", { kind: "pack", before: "100.0000", percent: "1100" }],
  ["1500", "20", { kind: "pack", before: "100.0000", percent: "1100" }],
  ["50", "", { kind: "jump", before: "100.0000", percent: "-50" }],
  ["0", "", null],
])("a cost of %s with %s off against 100", (unitCost, discounts, doubt) => {
  expect(doubtOf(line({ unitCost, discounts }), false)).toEqual(doubt);
});
