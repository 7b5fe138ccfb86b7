import type { Decimal } from "@/kernel/decimal.ts";
import { foldText } from "./fold-text.ts";
import type { PosProduct } from "./pos-product.ts";

export interface IndexedProduct {
  product: PosProduct;
  /** Folded name, code and barcodes between spaces: " cano pvc 1/2 fe-231 7791234500017 ". */
  text: string;
}

export interface CodeHit {
  product: PosProduct;
  packSize: Decimal;
}

/** The whole catalogue in memory. Changed in place: a copy of 20,000 products for one new price would be felt at the till. */
export interface PosIndex {
  byId: Map<string, IndexedProduct>;
  byBarcode: Map<string, CodeHit>;
  bySku: Map<string, PosProduct>;
  byFoldedSku: Map<string, PosProduct>;
  /** The digits that a sku ends with, without leading zeros; null where several products share them. */
  byTail: Map<string, PosProduct | null>;
  /** Best sellers first, then by name, so that a search may stop looking once its list is full. */
  ordered: IndexedProduct[];
  /** The texts of `ordered` in one, each after a line feed: looking in one long string is many times faster than in 20,000 short ones. */
  allText: string;
  /** Where each text ends in `allText`. */
  ends: Uint32Array;
  /** Every word of the names, to forgive a typing error; made when first needed. */
  words: Set<string> | null;
}

export interface CatalogueDelta {
  /** Whether `products` is all there is, rather than what changed. */
  full: boolean;
  products: readonly PosProduct[];
  removed: readonly string[];
}

export function emptyIndex(): PosIndex {
  return { byId: new Map(), byBarcode: new Map(), bySku: new Map(), byFoldedSku: new Map(), byTail: new Map(), ordered: [], allText: "", ends: new Uint32Array(), words: null };
}

/** Takes a delta of the catalogue in. */
export function applyDelta(index: PosIndex, { full, products, removed }: CatalogueDelta): void {
  if (!full && products.length === 0 && removed.length === 0) return;
  if (full) index.byId.clear();
  for (const id of removed) index.byId.delete(id);
  for (const product of products) index.byId.set(product.id, { product, text: searchText(product) });
  index.ordered = [...index.byId.values()].sort(bySalesThenName);
  index.allText = index.ordered.map(({ text }) => `\n${text}`).join("");
  let end = 0;
  index.ends = Uint32Array.from(index.ordered, ({ text }) => (end += text.length + 1));
  index.words = null;
  indexCodes(index);
}

function searchText({ name, sku, barcodes }: PosProduct): string {
  return ` ${foldText(name)} ${foldText(sku)} ${barcodes.map(({ code }) => code).join(" ")} `;
}

function bySalesThenName(a: IndexedProduct, b: IndexedProduct): number {
  return b.product.rank - a.product.rank || (a.text < b.text ? -1 : 1);
}

function indexCodes(index: PosIndex): void {
  const { byBarcode, bySku, byFoldedSku, byTail } = index;
  for (const map of [byBarcode, bySku, byFoldedSku, byTail]) map.clear();
  for (const { product } of index.ordered) {
    for (const { code, packSize } of product.barcodes) byBarcode.set(code, { product, packSize });
    bySku.set(product.sku, product);
    byFoldedSku.set(foldText(product.sku), product);
    const tail = /[1-9]\d*$/.exec(product.sku.match(/\d+$/)?.[0] ?? "")?.[0];
    if (tail !== undefined) byTail.set(tail, byTail.has(tail) ? null : product);
  }
}
