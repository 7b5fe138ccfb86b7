import { expect, it } from "vitest";
import { productForm } from "../schema.ts";
import { readProductForm } from "./read-product-form.ts";

const EMPTY = {
  id: "0192f0c1-0000-7000-8000-000000000001", version: null, name: "Codo", sku: "", brand: "", supplierCode: "", description: "", tags: "", unit: "u", taxRate: "21.00",
  categoryId: null, categoryName: "", salePrice: "", minStock: "", maxStock: "", barcodes: [],
};
const read = (given: object) => readProductForm(productForm.parse({ ...EMPTY, ...given }), ",");

it("reads numbers as the shop writes them, and an empty field as none", () => {
  const { values, wrong } = read({ salePrice: "$ 1.234,50", costPrice: "", minStock: "2,5" });
  expect([values, wrong]).toEqual([expect.objectContaining({ salePrice: "1234.50", costPrice: null, minStock: "2.5", categoryId: null }), []]);
});

it("leaves a cost alone that the form did not show", () => {
  expect(read({}).values).not.toHaveProperty("costPrice");
});

it("tells each number that is none, by its field", () => {
  const { wrong } = read({ salePrice: "mil", maxStock: "-1", barcodes: [{ code: "779", packSize: "x" }] });
  expect(wrong.map(({ path, code }) => [path, code])).toEqual([["salePrice", "not_a_number"], ["maxStock", "too_small"], ["barcodes.0.packSize", "not_a_number"]]);
});

it("splits tags, drops rows without a code, and prefers the new category to the chosen one", () => {
  const { values } = read({ tags: "oferta, invierno,,oferta ", barcodes: [{ code: "", packSize: "" }, { code: "779", packSize: "" }], categoryName: "Plomería" });
  expect(values).toMatchObject({ tags: ["oferta", "invierno"], barcodes: [{ code: "779", packSize: "1" }], categoryName: "Plomería" });
  expect(values).not.toHaveProperty("categoryId");
});
