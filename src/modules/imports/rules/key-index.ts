import { foldText } from "./fold-text.ts";
import type { ImportValues } from "./import-values.ts";
import { matchKeys } from "./match-keys.ts";

export interface Keyed {
  id: string;
  sku: string;
  supplierCode: string | null;
  name: string;
  barcodes: readonly string[];
}

export type KeyMatch = { productId: string; matchedBy: "barcode" | "sku" | "supplierCode" | "name" } | { conflict: "barcode"; productId: string } | { conflict: "name" };

/** Several products share it: it recognises none of them. */
const SHARED = "";

/** The catalogue by what its products can be recognised by; held in memory while a list is compared with it. */
export class KeyIndex {
  readonly #skus = new Map<string, string>();
  readonly #barcodes = new Map<string, string>();
  readonly #supplierCodes = new Map<string, string>();
  readonly #names = new Map<string, string>();

  add({ id, sku, supplierCode, name, barcodes }: Keyed): void {
    this.#skus.set(sku, id);
    for (const code of barcodes) this.#barcodes.set(code, id);
    if (supplierCode !== null) share(this.#supplierCodes, supplierCode, id);
    share(this.#names, foldText(name), id);
  }

  /**
   * The product that a row means. A supplier's code or a name counts only where it is one product's alone, and a name only for a row
   * without any code: names repeat, and a code that we do not know says that the row is something else. The code of a pack recognises a row
   * without any other; one that another product has is a conflict.
   */
  find(values: ImportValues): KeyMatch | null {
    const holder = values.packBarcode === undefined ? undefined : this.#barcodes.get(values.packBarcode);
    if (holder === undefined) return this.#find(values);
    if (values.sku === undefined && values.barcode === undefined && values.supplierCode === undefined) return { productId: holder, matchedBy: "barcode" };
    const found = this.#find(values);
    const isHolder = found !== null && "productId" in found && found.productId === holder;
    return isHolder ? found : { conflict: "barcode", productId: holder };
  }

  #find(values: ImportValues): KeyMatch | null {
    const { barcode, sku, supplierCode, name } = matchKeys(values);
    const byBarcode = barcode === null ? undefined : this.#barcodes.get(barcode);
    const bySku = sku === null ? undefined : this.#skus.get(sku);
    if (byBarcode !== undefined && bySku !== undefined && byBarcode !== bySku) return { conflict: "barcode", productId: byBarcode };
    if (byBarcode !== undefined) return { productId: byBarcode, matchedBy: "barcode" };
    if (bySku !== undefined) return { productId: bySku, matchedBy: "sku" };
    const bySupplier = supplierCode === null ? SHARED : (this.#supplierCodes.get(supplierCode) ?? SHARED);
    if (bySupplier !== SHARED) return { productId: bySupplier, matchedBy: "supplierCode" };
    if (barcode !== null || sku !== null || supplierCode !== null || name === null) return null;
    const byName = this.#names.get(name);
    if (byName === undefined) return null;
    // Taken for new, such a row would make one more of them at each import.
    return byName === SHARED ? { conflict: "name" } : { productId: byName, matchedBy: "name" };
  }
}

function share(map: Map<string, string>, key: string, id: string): void {
  map.set(key, map.has(key) ? SHARED : id);
}
