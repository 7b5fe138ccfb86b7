import { isGtin } from "@/kernel/barcode.ts";

export interface LabelCode {
  kind: "ean13" | "ean8" | "code128";
  text: string;
}

export interface CodedProduct {
  sku: string;
  /** Codes that stand for one unit of the product; a code of a box would sell twelve. */
  barcodes: readonly string[];
}

/** Code 128 holds ASCII; beyond this length no label has room for it at a width that scanners read. */
const ENCODABLE = /^[\x20-\x7e]{1,24}$/;

/**
 * What the bars of a label say: the product's barcode, best the one whose check digit is right, else its own code. UPC-A is stored as the EAN-13
 * that begins with 0, and the two have the same bars. Null when no code can be written in bars.
 */
export function chooseCode({ sku, barcodes }: CodedProduct): LabelCode | null {
  const gtin = barcodes.find((code) => isGtin(code) && (code.length === 13 || code.length === 8));
  if (gtin !== undefined) return { kind: gtin.length === 8 ? "ean8" : "ean13", text: gtin };
  const text = [...barcodes, sku].find((code) => ENCODABLE.test(code));
  return text === undefined ? null : { kind: "code128", text };
}
