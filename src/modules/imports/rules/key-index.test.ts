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
