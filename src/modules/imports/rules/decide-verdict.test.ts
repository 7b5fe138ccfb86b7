import { expect, it } from "vitest";
import { decideVerdict, type ExistingProduct } from "./decide-verdict.ts";
import type { ImportValues, Reason } from "./import-values.ts";
import type { RowRead } from "./read-row.ts";

const read = (values: ImportValues, ...reasons: Reason[]): RowRead => ({ kind: "product", values, reasons, section: null });
const existing: ExistingProduct = { values: { sku: "1", name: "Uno", salePrice: "12.5000", brand: null, barcode: "A" }, barcodes: ["A", "B"], packs: [], matchedBy: "sku" };

it("a row without a product is new when it has a name", () => {
  expect(decideVerdict(read({ name: "Uno" }), null, null)).toEqual({ verdict: "new", reasons: [], changes: {} });
  expect(decideVerdict(read({ sku: "1" }), null, null)).toMatchObject({ verdict: "error", reasons: [{ code: "row_name_missing" }] });
});

it("decimals are compared by value, and what the row leaves out stays", () => {
  expect(decideVerdict(read({ sku: "1", salePrice: "12.5" }), existing, null).verdict).toBe("same");
  expect(decideVerdict(read({ sku: "1", salePrice: "12.51", brand: "X" }), existing, null)).toMatchObject({
    verdict: "changed",
    changes: { salePrice: { from: "12.5000", to: "12.51" }, brand: { from: null, to: "X" } },
  });
});

it("a second barcode that the product has already is no change", () => {
  expect(decideVerdict(read({ barcode: "B" }), existing, null).verdict).toBe("same");
  expect(decideVerdict(read({ barcode: "C" }), existing, null).changes).toEqual({ barcode: { from: "A", to: "C" } });
});

it("errors keep a row out, warnings do not; a missing price matters only where none is known", () => {
  const missing: Reason = { code: "row_price_missing", severity: "warning", field: "salePrice" };
  expect(decideVerdict(read({ name: "Uno" }, { code: "row_price_unreadable", severity: "error", field: "salePrice" }), null, null).verdict).toBe("error");
  expect(decideVerdict(read({ name: "Uno" }, missing), null, null)).toMatchObject({ verdict: "new", reasons: [missing] });
  expect(decideVerdict(read({ name: "Uno" }, missing), existing, null)).toMatchObject({ verdict: "same", reasons: [] });
});

it("a match by name alone is said", () => {
  expect(decideVerdict(read({ name: "UNO" }), { ...existing, matchedBy: "name" }, null)).toMatchObject({ verdict: "changed", reasons: [{ code: "row_matched_by_name", severity: "warning" }] });
});

it("a repeated row is skipped when it says the same, an error when it says something else", () => {
  expect(decideVerdict(read({ name: "Uno" }), null, { row: 7, field: "sku", identical: true })).toMatchObject({ verdict: "skipped", reasons: [{ code: "row_code_repeated", severity: "note", params: { row: 7 } }] });
  expect(decideVerdict(read({ name: "Uno" }), null, { row: 7, field: "sku", identical: false })).toMatchObject({ verdict: "error", reasons: [{ code: "row_code_repeated", severity: "error" }] });
});

it("titles, totals and blanks are skipped", () => {
  expect(decideVerdict({ kind: "section", values: {}, reasons: [{ code: "row_section", severity: "note" }], section: "X" }, null, null)).toMatchObject({ verdict: "skipped", reasons: [{ code: "row_section" }] });
});
