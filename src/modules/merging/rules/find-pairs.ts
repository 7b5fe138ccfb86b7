/** What a product can be recognised by. Words are folded: lower case, no accents. */
export interface Recognisable {
  id: string;
  name: string;
  supplierCode: string | null;
  barcodes: readonly string[];
  /** Variants of one family differ on purpose. */
  familyId: string | null;
}

export type PairReason = "barcode" | "name" | "supplierCode" | "similar";

export interface LikelyPair {
  a: string;
  b: string;
  reason: PairReason;
}

/** Words that more products than these share tell nothing. */
const COMMON = 30;
const ALIKE = 0.72;
const ALIKE_WITH_CODE = 0.35;

/**
 * Pairs that are likely one product, the surest first: the same barcode but for zeros in front, the same words in another order, the same code
 * of a supplier with names alike, or names that are nearly the same. Numbers must agree: 1/2" and 3/4" are two products. `isDistinct`, asked with the smaller id first, keeps a pair out.
 */
export function findPairs(products: readonly Recognisable[], most: number, isDistinct: (a: Recognisable, b: Recognisable) => boolean = () => false): LikelyPair[] {
  const faces = products.map((product) => ({ product, words: wordsOf(product.name) }));
  const found = new Map<string, LikelyPair>();
  const offer = (a: Face, b: Face, reason: PairReason): void => {
    if (a.product.familyId !== null && a.product.familyId === b.product.familyId) return;
    const [first, second] = a.product.id < b.product.id ? [a, b] : [b, a];
    const key = `${first!.product.id} ${second!.product.id}`;
    if (!found.has(key) && found.size < most && !isDistinct(first!.product, second!.product)) found.set(key, { a: first!.product.id, b: second!.product.id, reason });
  };
  for (const group of groupsOf(faces, ({ product }) => product.barcodes.filter((code) => code.length >= 8).map((code) => code.replace(/^0+/, "")))) eachPair(group, (a, b) => offer(a, b, "barcode"));
  for (const group of groupsOf(faces, ({ words }) => (words.length === 0 ? [] : [[...words].sort().join(" ")]))) eachPair(group, (a, b) => offer(a, b, "name"));
  for (const group of groupsOf(faces, ({ product }) => (product.supplierCode ? [product.supplierCode.toLowerCase().trim()] : []))) {
    eachPair(group, (a, b) => { if (likeness(a, b) >= ALIKE_WITH_CODE) offer(a, b, "supplierCode"); });
  }
  for (const group of groupsOf(faces, ({ words }) => words.filter((word) => word.length > 2 && !/\d/.test(word)))) {
    eachPair(group, (a, b) => { if (sameNumbers(a.words, b.words) && likeness(a, b) >= ALIKE) offer(a, b, "similar"); });
  }
  return [...found.values()];
}

interface Face {
  product: Recognisable;
  words: readonly string[];
  trigrams?: ReadonlySet<string>;
}

function wordsOf(name: string): string[] {
  return name.split(/[^a-z0-9/.,"]+/).map((word) => word.replace(/^[.,/]+|[.,/]+$/g, "")).filter(Boolean);
}

/** Groups of two to a few that share a key. */
function groupsOf(faces: readonly Face[], keysOf: (face: Face) => readonly string[]): Face[][] {
  const groups = new Map<string, Face[]>();
  for (const face of faces) {
    for (const key of new Set(keysOf(face))) {
      const group = groups.get(key);
      if (group) group.push(face);
      else groups.set(key, [face]);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= COMMON);
}

function eachPair(group: readonly Face[], run: (a: Face, b: Face) => void): void {
  for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) run(a, b);
}

function sameNumbers(a: readonly string[], b: readonly string[]): boolean {
  const numbers = (words: readonly string[]) => words.filter((word) => /\d/.test(word)).sort().join(" ");
  return numbers(a) === numbers(b);
}

/** Shared trigrams of all trigrams, as pg_trgm counts them. */
function likeness(a: Face, b: Face): number {
  const [first, second] = [trigramsOf(a), trigramsOf(b)];
  let shared = 0;
  for (const one of first) if (second.has(one)) shared += 1;
  return shared / Math.max(1, first.size + second.size - shared);
}

function trigramsOf(face: Face): ReadonlySet<string> {
  face.trigrams ??= new Set(face.words.flatMap((word) => Array.from({ length: word.length + 1 }, (_, i) => `  ${word} `.slice(i, i + 3))));
  return face.trigrams;
}
