import { normaliseBarcode } from "@/kernel/barcode.ts";
import { foldText } from "./fold-text.ts";
import { wordsOf, type CodeHit, type IndexedProduct, type PosIndex } from "./pos-index.ts";
import type { PosProduct } from "./pos-product.ts";

/** Rows of the counter's list. */
export const LIST_SIZE = 12;
const MAX_WORDS = 8;

/**
 * The product that a code names: barcode, then sku, then sku whatever its case, then the short number that a sku ends with,
 * if only one does ("231" for "FE-00231").
 */
export function findByCode(index: PosIndex, text: string): CodeHit | null {
  const code = normaliseBarcode(text);
  const scanned = index.byBarcode.get(code);
  if (scanned) return scanned;
  const product = index.bySku.get(code) ?? index.byFoldedSku.get(foldText(code)) ?? (/^\d{1,7}$/.test(code) ? index.byTail.get(code.replace(/^0+/, "")) : undefined);
  return product ? { product, packSize: "1" } : null;
}

/** Products that one code names at once: the barcode of one is the own code of another, or two own codes differ in nothing but case. Fewer than two is no question. */
export function findRivals(index: PosIndex, text: string): PosProduct[] {
  const code = normaliseBarcode(text);
  const named = [index.byBarcode.get(code)?.product, index.bySku.get(code) ?? index.byFoldedSku.get(foldText(code))];
  return [...new Set(named.filter((product) => product !== undefined))];
}

/**
 * Products that hold every word, in any order and anywhere: the exact code first, then names that start with the first word,
 * then what sells most. When nothing does, words of four letters and more may have one typing error.
 */
export function searchProducts(index: PosIndex, query: string, limit = LIST_SIZE): PosProduct[] {
  const words = foldText(query.slice(0, 80)).split(" ").filter(Boolean).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const exact = findByCode(index, query.trim())?.product;
  const found = searchExact(index, words, limit);
  const list = found.length > 0 ? found : searchForgiving(index, words, limit);
  return (exact ? [exact, ...list.filter((product) => product !== exact)] : list).slice(0, limit);
}

/** Two walks, each of which stops when it has enough: a search for one letter looks at a few lines, not at 20,000. */
function searchExact(index: PosIndex, words: readonly string[], limit: number): PosProduct[] {
  const first = words[0]!;
  const longest = words.reduce((leader, word) => (word.length > leader.length ? word : leader));
  const starting = take(linesStarting(index, first, words), limit);
  const holding = starting.length === limit ? [] : take(linesWith(index, longest, words), limit, (text) => !text.startsWith(first, 1));
  return [...starting, ...holding].slice(0, limit);
}

function take(lines: Iterable<IndexedProduct>, limit: number, wanted: (text: string) => boolean = () => true): PosProduct[] {
  const taken: PosProduct[] = [];
  for (const { product, text } of lines) {
    if (wanted(text)) taken.push(product);
    if (taken.length === limit) break;
  }
  return taken;
}

/** Products whose name starts with the first word and whose text holds every word, in order. */
function* linesStarting({ byFirst, ordered }: PosIndex, first: string, words: readonly string[]): Generator<IndexedProduct> {
  for (const line of byFirst.get(first[0]!) ?? []) {
    const candidate = ordered[line]!;
    if (candidate.text.startsWith(first, 1) && words.every((word) => candidate.text.includes(word))) yield candidate;
  }
}

/** Products whose text holds every word, in order; `leader` is what to look for in the long string. */
function* linesWith({ allText, ends, ordered }: PosIndex, leader: string, words: readonly string[]): Generator<IndexedProduct> {
  let line = 0;
  for (let at = allText.indexOf(leader); at !== -1; at = allText.indexOf(leader, ends[line])) {
    while (ends[line]! <= at) line += 1;
    const candidate = ordered[line]!;
    if (words.every((word) => candidate.text.includes(word))) yield candidate;
  }
}

function searchForgiving(index: PosIndex, words: readonly string[], limit: number): PosProduct[] {
  const spellings = words.map((word) => likeWords(index, word));
  if (spellings.every((list) => list.length === 1)) return [];
  const leader = spellings.reduce((longest, list) => (list[0]!.length > longest[0]!.length ? list : longest));
  const lines = linesWithAny(index, leader).filter(({ text }) => spellings.every((list) => list.some((word) => text.includes(word))));
  const starts = (text: string) => spellings[0]!.some((head) => text.startsWith(head, 1));
  return [...take(lines, limit, starts), ...take(lines, limit, (text) => !starts(text))].slice(0, limit);
}

/** Products whose text holds one of the words, in order. */
function linesWithAny({ allText, ends, ordered }: PosIndex, words: readonly string[]): IndexedProduct[] {
  const hit = new Uint8Array(ordered.length);
  for (const word of words) {
    let line = 0;
    for (let at = allText.indexOf(word); at !== -1; at = allText.indexOf(word, ends[line])) {
      while (ends[line]! <= at) line += 1;
      hit[line] = 1;
    }
  }
  const found: IndexedProduct[] = [];
  for (const [line, isHit] of hit.entries()) if (isHit === 1) found.push(ordered[line]!);
  return found;
}

/** The word itself, and beginnings of catalogue words that are one typing error away from it, which may itself be unfinished. */
function likeWords(index: PosIndex, word: string): string[] {
  const like = new Set([word]);
  if (word.length < 4) return [...like];
  const [first, second] = [word[0], word[1]];
  for (const known of wordsOf(index)) {
    // One error leaves one of the first two letters in its place, or moves it by one.
    if (known[0] !== first && known[1] !== second && known[0] !== second && known[1] !== first) continue;
    for (let length = word.length - 1; length <= word.length + 1; length += 1) {
      const head = known.slice(0, length);
      if (head.length === length && !head.includes(word) && isOneErrorApart(word, head)) like.add(head);
    }
  }
  return [...like];
}

/** One letter changed, missing, added, or two neighbours swapped. */
export function isOneErrorApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const rest = (text: string, from: number) => text.slice(from);
  if (a.length < b.length) return rest(a, i) === rest(b, i + 1);
  if (a.length > b.length) return rest(a, i + 1) === rest(b, i);
  if (rest(a, i + 1) === rest(b, i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2);
}
