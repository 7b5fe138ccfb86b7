import { expect, it } from "vitest";
import { readPack } from "./read-pack.ts";

it.each([
  ["12", "12", null], ["x 12", "12", null], ["X12", "12", null], ["bulto x 12", "12", "pack"], ["CAJA x 24 u", "24", "box"], ["12 u.", "12", null], ["C/6", "6", null], ["Pack 6", "6", "pack"], ["2,5", "2.5", null], ["Fardo 12 unid.", "12", "pack"],
])("%s holds %s in a %s", (text, size, unit) => expect(readPack(text)).toEqual({ size, unit }));

it.each([["1"], ["0"], ["caja"], [""], ["12 x 6"], ["-"], ["9999999"]])("%s is no pack", (text) => expect(readPack(text)).toBeNull());
