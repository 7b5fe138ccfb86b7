import { expect, it } from "vitest";
import { chooseCode } from "./choose-code.ts";

it.each([
  [{ sku: "A1", barcodes: ["7791234500017"] }, { kind: "ean13", text: "7791234500017" }],
  [{ sku: "A1", barcodes: ["0036000291452"] }, { kind: "ean13", text: "0036000291452" }],
  [{ sku: "A1", barcodes: ["96385074"] }, { kind: "ean8", text: "96385074" }],
  // A wrong check digit: bars of the norm would show another number.
  [{ sku: "A1", barcodes: ["7791234500018"] }, { kind: "code128", text: "7791234500018" }],
  [{ sku: "A1", barcodes: ["X-99", "7791234500017"] }, { kind: "ean13", text: "7791234500017" }],
  [{ sku: "A1", barcodes: ["17791234500014"] }, { kind: "code128", text: "17791234500014" }],
  [{ sku: "TOR-0812", barcodes: [] }, { kind: "code128", text: "TOR-0812" }],
  [{ sku: "ÑANDÚ", barcodes: [] }, null],
  [{ sku: "x".repeat(25), barcodes: [] }, null],
])("%j is written as %j", (product, expected) => expect(chooseCode(product)).toEqual(expected));
