import { expect, it } from "vitest";
import type { ImportValues } from "./import-values.ts";
import { lineKey, LineMatcher, type Decisions } from "./match-line.ts";

const PRODUCTS = [
  { id: "bolt", sku: "BU-1", supplierCode: null, name: "Bulón hexagonal 1/2\" x 2\"", barcodes: [] },
  { id: "nut", sku: "TU-1", supplierCode: "AX-9", name: "Tuerca autofrenante 8 mm", barcodes: ["7791234500017"] },
  { id: "tape", sku: "CI-1", supplierCode: null, name: "Cinta aisladora negra 20 m", barcodes: [] },
];

function find(values: ImportValues, decisions: Decisions = {}) {
  const matcher = new LineMatcher([{ productId: "bolt", code: "B100", listedName: "BULON HEX. 1/2 X 2" }], decisions);
  PRODUCTS.forEach((product) => matcher.add(product));
  const match = matcher.find(values);
  return match.kind === "doubt" ? ["doubt", ...match.candidates.map(({ productId, by }) => `${productId} ${by}`)] : match.kind === "sure" ? ["sure", match.productId, match.by] : ["none"];
}

it("believes codes in their order, and names that are the same", () => {
  expect(find({ supplierCode: "b100", name: "Bulón" })).toEqual(["sure", "bolt", "supplierCode"]);
  expect(find({ barcode: "7791234500017", name: "Otra cosa" })).toEqual(["sure", "nut", "barcode"]);
  expect(find({ sku: "ci-1" })).toEqual(["sure", "tape", "sku"]);
  expect(find({ name: "NEGRA CINTA AISLADORA 20 m" })).toEqual(["sure", "tape", "name"]);
  expect(find({ name: "bulon hex 1/2 x 2" })).toEqual(["sure", "bolt", "listedName"]);
  expect(find({ name: "Zapatilla", supplierCode: "Z" })).toEqual(["none"]);
});

it("takes a supplier's code that the shop wrote down only together with a name that fits", () => {
  expect(find({ supplierCode: "TU-1", name: "Tuerca autofren. 8 mm" })).toEqual(["sure", "nut", "sku"]);
  expect(find({ supplierCode: "AX-9", name: "Tuerca autofrenante M8" })).toEqual(["sure", "nut", "supplierCode"]);
  expect(find({ supplierCode: "TU-1", name: "Manguera cristal" })).toEqual(["doubt", "nut sku"]);
});

it("doubts codes that disagree, codes that changed hands, and codes that are new to a known name", () => {
  expect(find({ supplierCode: "B100", barcode: "7791234500017" })).toEqual(["doubt", "bolt supplierCode", "nut barcode"]);
  expect(find({ supplierCode: "B100", name: "Amoladora angular" })).toEqual(["doubt", "bolt supplierCode"]);
  expect(find({ supplierCode: "B200", name: "Bulon hex 1/2 x 2" })).toEqual(["doubt", "bolt listedName"]);
  expect(find({ barcode: "7790895000997", name: "Tuerca autofrenante 8 mm" })).toEqual(["doubt", "nut name"]);
  expect(find({ name: "Cinta aisladora" })).toEqual(["doubt", "tape name"]);
});

it("does what a person decided before anything else", () => {
  const line = { supplierCode: "B100", name: "Bulón" };
  expect(find(line, { [lineKey(line)!]: "tape" })).toEqual(["sure", "tape", "decision"]);
  expect(find(line, { [lineKey(line)!]: null })).toEqual(["none"]);
  expect(lineKey({})).toBeNull();
});
