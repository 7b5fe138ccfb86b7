import { expect, it } from "vitest";
import { KeyIndex } from "./key-index.ts";

const index = new KeyIndex();
index.add({ id: "a", sku: "A1", supplierCode: "P-1", name: "Codo 90°", barcodes: ["7791234500017"] });
index.add({ id: "b", sku: "B1", supplierCode: "P-2", name: "Tornillo", barcodes: [] });
index.add({ id: "c", sku: "C1", supplierCode: "P-2", name: "tornillo", barcodes: [] });

it.each([
  [{ barcode: "7791234500017", sku: "other" }, { productId: "a", matchedBy: "barcode" }],
  [{ sku: "B1", name: "Codo 90" }, { productId: "b", matchedBy: "sku" }],
  [{ barcode: "7791234500017", sku: "B1" }, { conflict: "barcode", productId: "a" }],
  [{ supplierCode: "P-1", name: "x" }, { productId: "a", matchedBy: "supplierCode" }],
  [{ supplierCode: "P-2", name: "x" }, null],
  [{ name: "CODO 90" }, { productId: "a", matchedBy: "name" }],
  [{ name: "codo 90", sku: "new" }, null],
  [{ name: "Tornillo" }, { conflict: "name" }],
  [{ name: "Arandela" }, null],
])("%o is %o", (values, found) => expect(index.find(values)).toEqual(found));

it("a pack's code recognises a row without any other, and is a conflict where another product has it", () => {
  const packs = new KeyIndex();
  packs.add({ id: "box", sku: "B", supplierCode: null, name: "Caja", barcodes: ["17791234500014"] });
  packs.add({ id: "one", sku: "A", supplierCode: null, name: "Uno", barcodes: [] });
  expect(packs.find({ packBarcode: "17791234500014", name: "Caja" })).toEqual({ productId: "box", matchedBy: "barcode" });
  expect(packs.find({ packBarcode: "17791234500014", sku: "A" })).toEqual({ conflict: "barcode", productId: "box" });
  expect(packs.find({ packBarcode: "17791234500014", sku: "X" })).toEqual({ conflict: "barcode", productId: "box" });
  expect(packs.find({ packBarcode: "17791234500014", sku: "B" })).toEqual({ productId: "box", matchedBy: "sku" });
});
