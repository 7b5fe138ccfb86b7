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

/**
 * Takes a delta of the catalogue in, and answers whether products came, went or are called otherwise. Prices and stock, which change all
 * day, are written into what is there: no sale waits for 20,000 products to be sorted again. Their rank counts from the next sorting on.
 */
export function applyDelta(index: PosIndex, { full, products, removed }: CatalogueDelta): boolean {
  if (full) index.byId.clear();
  const gone = removed.filter((id) => index.byId.delete(id));
  const renamed = products.filter((product) => !refresh(index, product));
  if (!full && gone.length === 0 && renamed.length === 0) return false;
  for (const product of renamed) index.byId.set(product.id, { product, text: searchText(product) });
  sortIndex(index);
  return true;
}

/** False when the product is found by other words or codes than before. */
function refresh(index: PosIndex, product: PosProduct): boolean {
  const known = index.byId.get(product.id);
  if (!known || known.product.name !== product.name || known.product.sku !== product.sku || JSON.stringify(known.product.barcodes) !== JSON.stringify(product.barcodes)) return false;
  Object.assign(known.product, product);
  return true;
}

function sortIndex(index: PosIndex): void {
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
