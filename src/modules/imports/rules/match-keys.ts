import { foldText } from "./fold-text.ts";
import type { ImportValues } from "./import-values.ts";

/** What a row can be recognised by, in the order in which to ask: the first key that finds a product decides. */
export interface MatchKeys {
  barcode: string | null;
  sku: string | null;
  supplierCode: string | null;
  /** Folded; a match by name alone is to be shown as doubtful. */
  name: string | null;
}

export function matchKeys({ barcode, sku, supplierCode, name }: ImportValues): MatchKeys {
  const folded = name === undefined ? "" : foldText(name);
  return { barcode: barcode ?? null, sku: sku ?? null, supplierCode: supplierCode ?? null, name: folded === "" ? null : folded };
}
