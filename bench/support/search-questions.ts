import type { ProductToLoad } from "./load-products.ts";

export interface QuestionKind {
  name: string;
  /** A question that the given product answers, or null when it has no word of the kind. */
  ask: (product: ProductToLoad, random: (below: number) => number) => string | null;
  /** Whether something must be found; a guessed word may be put right to nothing. */
  finds: "always" | "mostly" | "never";
}

const wordsOf = ({ name }: ProductToLoad): string[] => name.toLowerCase().split(" ");
const long = (product: ProductToLoad, least: number): string[] => wordsOf(product).filter((word) => word.length >= least && /^\p{L}+$/u.test(word));
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");

export const QUESTIONS: readonly QuestionKind[] = [
  { name: "start of a word", finds: "always", ask: (product, random) => long(product, 5)[0]?.slice(0, 3 + random(3)) ?? null },
  { name: "words in any order", finds: "always", ask: (product) => (long(product, 4).length < 2 ? null : long(product, 4).toReversed().join(" ")) },
  { name: "three beginnings, any order", finds: "always", ask: (product) => wordsOf(product).toReversed().slice(0, 3).map((word) => word.slice(0, 4)).join(" ") },
  { name: "without accents", finds: "always", ask: (product) => (plain(product.name) === product.name ? null : plain(product.name).toUpperCase()) },
  { name: "inside a word", finds: "always", ask: (product, random) => long(product, 8)[0]?.slice(2, 6 + random(3)) ?? null },
  { name: "code", finds: "always", ask: ({ sku }) => sku },
  { name: "two letters", finds: "always", ask: (product) => plain(wordsOf(product)[0]!).slice(0, 2) },
  { name: "mistyped", finds: "mostly", ask: (product, random) => mistype(long(product, 6)[0], random) },
  { name: "mistyped, with a right word", finds: "mostly", ask: (product, random) => (long(product, 6).length < 2 ? null : `${mistype(long(product, 6)[0], random)} ${long(product, 6)[1]}`) },
  { name: "nothing there", finds: "never", ask: (_, random) => `xq${random(1_000_000)}w` },
];

/** One error, as fingers make them: neighbours swapped, a letter missing, doubled or another one. */
function mistype(word: string | undefined, random: (below: number) => number): string | null {
  if (word === undefined) return null;
  const at = 1 + random(word.length - 2);
  const [before, letter, next, rest] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  return [before + next + letter + rest, before + next + rest, before + letter + letter + next + rest, `${before}q${next}${rest}`][random(4)]!;
}
