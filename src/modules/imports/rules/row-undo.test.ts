import { expect, it } from "vitest";
import type { ProductFields } from "@/modules/catalogue/postings/change-products.ts";
import { fieldsBack } from "./row-undo.ts";

const now: ProductFields = {
  name: "Codo", description: null, brand: "Tigre", supplierCode: null, unit: "u", categoryId: null, taxRate: "21.00", costPrice: null, costCurrency: "ARS", salePrice: "120.0000", minStock: null, maxStock: null, customFields: {}, isActive: true, isDraft: false,
};

it("restores what still is as the import left it", () => {
  expect(fieldsBack(now, { salePrice: "100", brand: null }, { salePrice: "120", brand: "Tigre" })).toEqual({ restored: { salePrice: "100", brand: null }, kept: false });
});

it("keeps what somebody changed since, and says so", () => {
  expect(fieldsBack(now, { salePrice: "100", brand: null }, { salePrice: "110", brand: "Tigre" })).toEqual({ restored: { brand: null }, kept: true });
  expect(fieldsBack({ ...now, salePrice: "100" }, { salePrice: "100" }, { salePrice: "110" })).toEqual({ restored: {}, kept: false });
});

it("knows a draft that nobody changed since, also when its prices went there and back", () => {
  const draft = { name: "Codo", taxRate: "21", costPrice: "22.68" };
  const proposed = { ...now, costPrice: "22.6800" };
  expect(fieldsBack(proposed, {}, draft).kept).toBe(false);
  expect(fieldsBack({ ...proposed, name: "Codo 90" }, {}, draft).kept).toBe(true);
  expect(fieldsBack({ ...proposed, costPrice: "30" }, {}, draft).kept).toBe(true);
});

it("gives back the shop's own fields one by one", () => {
  const own = { ...now, customFields: { a: "4", b: "7", c: "x" } };
  expect(fieldsBack(own, { customFields: { a: null, b: "1" } }, { customFields: { a: "4", b: "2" } })).toEqual({ restored: { customFields: { a: null } }, kept: true });
  expect(fieldsBack(own, { customFields: { c: null } }, { customFields: { c: "x" } })).toEqual({ restored: { customFields: { c: null } }, kept: false });
});
