import type { Decimal } from "@/kernel/decimal.ts";
import type { ImportValues } from "./import-values.ts";

/** The barcodes that a row gives a new product: one of a unit, one of a pack. */
export function codesOf(productId: string, { barcode, packBarcode, packSize, packUnit }: ImportValues): { productId: string; code: string; packSize?: Decimal; unit?: string | null }[] {
  return [
    ...(barcode === undefined ? [] : [{ productId, code: barcode }]),
    ...(packBarcode === undefined ? [] : [{ productId, code: packBarcode, packSize: packSize ?? "1", unit: packUnit ?? null }]),
  ];
}
