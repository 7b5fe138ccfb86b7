import { expect, it } from "vitest";
import { matchKeys } from "./match-keys.ts";

it("folds the name and leaves codes as they are", () => {
  expect(matchKeys({ sku: "A-1", name: "  Caño  Ñandú! " })).toEqual({ barcode: null, sku: "A-1", supplierCode: null, name: "cano nandu" });
  expect(matchKeys({ name: "¿?" }).name).toBeNull();
});
