import { expect, test } from "vitest";
import { judgeCode } from "./judge-code.ts";

test.each([
  ["ean_13", "7791234500017", "7791234500017"],
  ["ean_13", "7791234500018", null],
  ["ean_13", "77912345000", null],
  ["ean_8", "96385074", "96385074"],
  ["ean_8", "96385075", null],
  ["upc_a", "036000291452", "036000291452"],
  ["upc_a", "036000291453", null],
  // Stands for 0 12345 00006 5: its check digit is that of the whole.
  ["upc_e", "01234565", "01234565"],
  ["upc_e", "01234566", null],
  ["itf", "10012345000017", "10012345000017"],
  ["itf", "0012345000", null],
  ["code_128", "FE-231", "FE-231"],
  ["qr_code", "  ", null],
])("a %s %s is taken as %s", (format, rawValue, taken) => {
  expect(judgeCode({ format, rawValue })).toBe(taken);
});
