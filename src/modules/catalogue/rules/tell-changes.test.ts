import { expect, it } from "vitest";
import type { ProductView } from "../queries/product-view.ts";
import { tellChanges } from "./tell-changes.ts";

const codo: ProductView = {
  id: "p", sku: "A1", name: "Codo", description: null, brand: null, supplierCode: null, unit: "u", barcodes: ["77"], packs: [{ code: "77", packSize: "1", unit: null }], categoryId: null, categoryName: null,
  salePrice: "100.00", taxRate: "21.00", weight: null, minStock: null, maxStock: null, tags: [], customFields: {}, content: null, variant: null, stock: { onHand: "5.000", reserved: "0.000", available: "5.000" }, isKit: false, isActive: true, isDraft: false, isSample: false,
  mergedIntoId: null, version: 1, createdAt: "", updatedAt: "",
};

it("tells what differs and nothing else", () => {
  const edited = { ...codo, name: "Codo 90", categoryName: "Plomería", packs: [...codo.packs, { code: "88", packSize: "12", unit: "box" }], tags: ["oferta"], version: 2, stock: { ...codo.stock, onHand: "4.000" } };
  expect(tellChanges(codo, edited)).toEqual({
    before: { name: "Codo", categoryName: null, tags: null, barcodes: "77" },
    after: { name: "Codo 90", categoryName: "Plomería", tags: "oferta", barcodes: "77, 88 × 12" },
  });
  expect(tellChanges(codo, codo)).toEqual({ before: {}, after: {} });
});
