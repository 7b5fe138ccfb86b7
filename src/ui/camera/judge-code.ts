import { isGtin, upcEToUpcA } from "@/kernel/barcode.ts";
import type { SeenCode } from "./code-reader.ts";

/**
 * The code to take, or null: a blurred frame gives wrong digits now and then, which the check digit of GTINs finds (GS1 General
 * Specifications §7.9). ITF is read from any part of its bars, so only a whole GTIN-14 is believed.
 */
export function judgeCode({ rawValue, format }: SeenCode): string | null {
  const code = rawValue.trim();
  switch (format) {
    case "ean_13":
    case "ean_8":
    case "upc_a":
      return isGtin(code) ? code : null;
    case "upc_e":
      return isGtin(upcEToUpcA(code) ?? "") ? code : null;
    case "itf":
      return code.length === 14 && isGtin(code) ? code : null;
    default:
      return code === "" ? null : code;
  }
}
