import { expect, it } from "vitest";
import { faceOfPair } from "./face-of-pair.ts";
import type { Recognisable } from "./find-pairs.ts";

const product = (id: string, more: Partial<Recognisable> = {}): Recognisable => ({ id, name: "codo 110", supplierCode: null, barcodes: ["2", "1"], familyId: null, ...more });

it("stays while names and codes do, in whatever order the codes come, and changes with them", () => {
  const face = faceOfPair(product("a"), product("b"));
  expect(faceOfPair(product("a", { barcodes: ["1", "2"] }), product("b", { familyId: "f" }))).toBe(face);
  for (const more of [{ name: "codo 100" }, { supplierCode: "C-1" }, { barcodes: ["1"] }]) expect(faceOfPair(product("a", more), product("b"))).not.toBe(face);
});
