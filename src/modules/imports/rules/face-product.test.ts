import { expect, it } from "vitest";
import { decideVerdict } from "./decide-verdict.ts";
import { faceProduct, type FacedProduct } from "./face-product.ts";
import type { ImportValues } from "./import-values.ts";

const PRODUCT: FacedProduct = {
  sku: "A1", name: "Uno", description: null, brand: null, supplierCode: null, unit: "u", taxRate: "21", costPrice: null, salePrice: "10", minStock: null,
  categoryName: null, barcodes: [], isActive: true, isDraft: false, hasForeignCost: false, kitPricing: null, packs: [], customFields: {}, onHand: null,
};

const verdictOf = (stock: string, onHand: string | null) => {
  const { values, existing, reasons } = faceProduct({ sku: "A1", name: "Uno", stock }, { ...PRODUCT, onHand }, "sku");
  return decideVerdict({ kind: "product", values, reasons, section: null }, existing, null);
};

it.each([
  ["0", null, "same", []],
  ["0.000", null, "same", []],
  ["5", null, "changed", []],
  ["5", "5", "same", []],
  ["5", "3", "same", ["row_stock_kept"]],
  ["0", "3", "same", ["row_stock_kept"]],
])("a list's stock of %s beside one of %s: %s", (stock, onHand, verdict, reasons) => {
  const decided = verdictOf(stock, onHand);
  expect(decided.verdict).toBe(verdict);
  expect(decided.reasons.map(({ code }) => code)).toEqual(reasons);
});

it("leaves a cost in another currency alone, and says so", () => {
  const faced = faceProduct({ costPrice: "1200", salePrice: "90" }, { ...PRODUCT, hasForeignCost: true }, "sku");
  expect(faced.values).toEqual({ salePrice: "90" });
  expect(faced.reasons).toEqual([{ code: "row_cost_kept", severity: "warning", field: "costPrice" }]);
});

it("leaves a kit what it has from its components, and says so", () => {
  const faced = (kitPricing: string, values: ImportValues) => faceProduct(values, { ...PRODUCT, kitPricing }, "sku");
  expect(faced("own", { stock: "5", costPrice: "10", salePrice: "90" })).toMatchObject({ values: { salePrice: "90" }, reasons: [{ code: "row_kit_kept", severity: "warning" }] });
  expect(faced("sum", { salePrice: "90", brand: "Tel" })).toMatchObject({ values: { brand: "Tel" }, reasons: [{ code: "row_kit_kept" }] });
  expect(faced("own", { salePrice: "90" }).reasons).toEqual([]);
});
