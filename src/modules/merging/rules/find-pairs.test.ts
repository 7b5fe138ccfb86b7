import { expect, it } from "vitest";
import { findPairs, type Recognisable } from "./find-pairs.ts";

const product = (id: string, name: string, more: Partial<Recognisable> = {}): Recognisable => ({ id, name, supplierCode: null, barcodes: [], familyId: null, ...more });
const pairs = (...products: Recognisable[]) => findPairs(products, 100).map(({ a, b, reason }) => `${a}${b} ${reason}`);

it("pairs the same barcode but for zeros, the same words in another order, and nearly the same name", () => {
  expect(pairs(product("a", "martillo", { barcodes: ["0012345678905"] }), product("b", "maza de goma", { barcodes: ["12345678905"] }))).toEqual(["ab barcode"]);
  expect(pairs(product("a", "cano pvc 1/2\" tigre"), product("b", "tigre cano pvc 1/2\""))).toEqual(["ab name"]);
  expect(pairs(product("a", "destornillador philips bahco"), product("b", "destornillador phillips bahco"))).toEqual(["ab similar"]);
});

it("pairs one supplier's code with names alike, not with any name", () => {
  expect(pairs(product("a", "codo h h 110 awaduct", { supplierCode: "CH-110" }), product("b", "codo 110 hh awaduct gris", { supplierCode: "ch-110" }))).toEqual(["ab supplierCode"]);
  expect(pairs(product("a", "codo", { supplierCode: "1" }), product("b", "pintura latex", { supplierCode: "1" }))).toEqual([]);
});

it("leaves apart what differs by a number, and variants of one family", () => {
  expect(pairs(product("a", "cano pvc tigre 1/2\""), product("b", "cano pvc tigre 3/4\""))).toEqual([]);
  expect(pairs(product("a", "remera azul", { familyId: "f" }), product("b", "azul remera", { familyId: "f" }))).toEqual([]);
});

it("tells each pair once, and no more than asked", () => {
  expect(findPairs(["a", "b", "c", "d"].map((id) => product(id, "clavo punta paris")), 4)).toHaveLength(4);
});
