import type { Decimal } from "@/kernel/decimal.ts";
import { foldText } from "./fold-text.ts";
import type { PosProduct } from "./pos-product.ts";

export interface IndexedProduct {
  product: PosProduct;
  /** Folded name, code and barcodes between spaces: " cano pvc 1/2 fe-231 7791234500017 ". */
  text: string;
  /** Where the name ends in `text`. */
  nameEnd: number;
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
  /** The lines of `ordered` by the first letter of their names, in order. */
  byFirst: Map<string, number[]>;
  /** Every word of the names, to forgive a typing error; made when first needed. */
  words: readonly string[] | null;
}

export interface CatalogueDelta {
  /** Whether `products` is all there is, rather than what changed. */
  full: boolean;
  products: readonly PosProduct[];
  removed: readonly string[];
}

export function emptyIndex(): PosIndex {
  return { byId: new Map(), byBarcode: new Map(), bySku: new Map(), byFoldedSku: new Map(), byTail: new Map(), ordered: [], allText: "", ends: new Uint32Array(), byFirst: new Map(), words: null };
}

/**
 * Takes a delta of the catalogue in, and answers whether products came, went or are called otherwise. Prices and stock, which change all
 * day, are written into what is there: no sale waits for 20,000 products to be sorted again. Their rank counts from the next sorting on.
 */
export function applyDelta(index: PosIndex, delta: CatalogueDelta): boolean {
  const steps = takeIn(index, delta);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in pieces, with `pause` after each of some milliseconds, so that keys are answered meanwhile from what was there before. One at a time. */
export async function applyDeltaGently(index: PosIndex, delta: CatalogueDelta, pause: () => Promise<void>): Promise<boolean> {
  const steps = takeIn(index, delta);
  for (let step = steps.next(), from = performance.now(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - from < PIECE_MS) continue;
    await pause();
    from = performance.now();
  }
}

const PIECE_MS = 6;
/** Products between two looks at the clock. */
const STEP = 500;

/** Everything is made aside and put in place at the end, at once. */
function* takeIn(index: PosIndex, { full, products, removed }: CatalogueDelta): Generator<void, boolean> {
  const gone = removed.filter((id) => index.byId.has(id));
  const renamed = products.filter((product) => full || !refresh(index, product));
  if (!full && gone.length === 0 && renamed.length === 0) return false;
  const byId = full ? new Map<string, IndexedProduct>() : new Map(index.byId);
  for (const id of gone) byId.delete(id);
  for (const [i, product] of renamed.entries()) {
    byId.set(product.id, indexed(product));
    if (i % STEP === STEP - 1) yield;
  }
  const ordered = [...byId.values()].sort(bySalesThenName);
  yield;
  const codes = yield* indexCodes(ordered);
  const allText = ordered.map(({ text }) => `\n${text}`).join("");
  let end = 0;
  const ends = Uint32Array.from(ordered, ({ text }) => (end += text.length + 1));
  const byFirst = new Map<string, number[]>();
  for (const [line, { text }] of ordered.entries()) {
    const known = byFirst.get(text[1]!);
    if (known) known.push(line);
    else byFirst.set(text[1]!, [line]);
  }
  Object.assign(index, { byId, ordered, allText, ends, byFirst, words: null }, codes);
  return true;
}

/** False when the product is found by other words or codes than before. */
function refresh(index: PosIndex, product: PosProduct): boolean {
  const known = index.byId.get(product.id);
  if (!known || known.product.name !== product.name || known.product.sku !== product.sku || JSON.stringify(known.product.barcodes) !== JSON.stringify(product.barcodes)) return false;
  Object.assign(known.product, product);
  return true;
}

function indexed(product: PosProduct): IndexedProduct {
  const { name, sku, barcodes } = product;
  const folded = foldText(name);
  return { product, text: ` ${folded} ${foldText(sku)} ${barcodes.map(({ code }) => code).join(" ")} `, nameEnd: folded.length + 1 };
}

function bySalesThenName(a: IndexedProduct, b: IndexedProduct): number {
  return b.product.rank - a.product.rank || (a.text < b.text ? -1 : 1);
}

function* indexCodes(ordered: readonly IndexedProduct[]): Generator<void, Pick<PosIndex, "byBarcode" | "bySku" | "byFoldedSku" | "byTail">> {
  const [byBarcode, bySku, byFoldedSku, byTail] = [new Map<string, CodeHit>(), new Map<string, PosProduct>(), new Map<string, PosProduct>(), new Map<string, PosProduct | null>()];
  for (const [i, { product }] of ordered.entries()) {
    for (const { code, packSize } of product.barcodes) byBarcode.set(code, { product, packSize });
    bySku.set(product.sku, product);
    byFoldedSku.set(foldText(product.sku), product);
    const tail = /[1-9]\d*$/.exec(product.sku.match(/\d+$/)?.[0] ?? "")?.[0];
    if (tail !== undefined) byTail.set(tail, byTail.has(tail) ? null : product);
    if (i % STEP === STEP - 1) yield;
  }
  return { byBarcode, bySku, byFoldedSku, byTail };
}

/** Every word of the names, once. */
export function wordsOf(index: PosIndex): readonly string[] {
  const words = new Set<string>();
  if (!index.words) for (const indexed of index.ordered) addWords(words, indexed);
  return (index.words ??= [...words]);
}

/** Makes them in pieces, before somebody mistypes a word and waits for all of them. */
export async function learnWords(index: PosIndex, pause: () => Promise<void>): Promise<void> {
  const { ordered } = index;
  const words = new Set<string>();
  for (const [i, indexed] of ordered.entries()) {
    addWords(words, indexed);
    if (i % STEP === STEP - 1) await pause();
  }
  if (index.ordered === ordered) index.words ??= [...words];
}

function addWords(words: Set<string>, { text, nameEnd }: IndexedProduct): void {
  for (const word of text.slice(1, nameEnd).split(" ")) words.add(word);
}
