import { expect, it } from "vitest";
import type { ImportValues } from "./import-values.ts";
import { settlePack } from "./settle-pack.ts";

function settled(values: ImportValues) {
  const reasons = settlePack(values).map(({ code }) => code);
  return { values, reasons };
}

it("keeps a pack with its code, size and unit", () => {
  expect(settled({ barcode: "7791234500017", packBarcode: "17791234500014", packSize: "caja x 12" })).toEqual({ values: { barcode: "7791234500017", packBarcode: "17791234500014", packSize: "12", packUnit: "box" }, reasons: [] });
  expect(settled({ packBarcode: "17791234500014", packSize: "12", packUnit: "roll" }).values).toEqual({ packBarcode: "17791234500014", packSize: "12", packUnit: "roll" });
});

it("takes the row's own code for the pack's where it is the code of a case, or the same", () => {
  expect(settled({ barcode: "17791234500014", packSize: "x 12" }).values).toEqual({ packBarcode: "17791234500014", packSize: "12", packUnit: "pack" });
  expect(settled({ barcode: "ABC", packBarcode: "ABC", packSize: "6" }).values).toEqual({ packBarcode: "ABC", packSize: "6", packUnit: "pack" });
});

it("leaves out a size without a code, and says a code without a size that can be read", () => {
  expect(settled({ barcode: "7791234500017", packSize: "12" })).toEqual({ values: { barcode: "7791234500017" }, reasons: [] });
  expect(settled({ packBarcode: "17791234500014" })).toEqual({ values: {}, reasons: ["row_pack_without_size"] });
  expect(settled({ packBarcode: "17791234500014", packSize: "12 x 6" })).toEqual({ values: {}, reasons: ["row_pack_unreadable"] });
});
