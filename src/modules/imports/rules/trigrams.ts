import { foldText } from "./fold-text.ts";

/** The trigrams of a text's words, each with two blanks before it and one behind, as pg_trgm cuts them. */
export function trigramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const word of foldText(text).split(" ")) {
    if (word === "") continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3));
  }
  return grams;
}

/** Below so many trigrams, being contained in a longer text says little. */
const TELLING = 10;
const CONTAINED = 0.8;

/**
 * How alike two names are, 0 to 1: trigrams in common of all there are. A name that is contained in a longer one ("Pinza universal" in
 * "Pinza universal 8 mango aislado") is doubtful at best, whatever the longer one adds.
 */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return likenessOf(common, a.size, b.size);
}

/** The same from the number of trigrams that two names share and have. */
export function likenessOf(common: number, a: number, b: number): number {
  const small = Math.min(a, b);
  if (small === 0) return 0;
  const shared = common / (a + b - common);
  return small < TELLING ? shared : Math.max(shared, (common / small) * CONTAINED);
}

const MEASURE = /(\d+(?:[.,]\d+)?(?:\s*\/\s*\d+)?)\s*((?:kilos?|kgs?|gramos?|grs?|g|litros?|lts?|l|ml|cm3|cc)(?!\p{L}))?/giu;
const THOUSANDS = /^[kl]/i;

/** The numbers in a name, a size in litres or kilos in its thousandths: "1/2", "0,5 l" and "500 cc" are what tells two products apart. */
export function measuresOf(name: string): Set<string> {
  const found = new Set<string>();
  for (const [, digits = "", unit = ""] of name.normalize("NFKC").replaceAll("⁄", "/").matchAll(MEASURE)) {
    const plain = digits.replace(/\s/g, "").replace(",", ".");
    const number = Number(plain);
    found.add(Number.isNaN(number) ? plain : String(THOUSANDS.test(unit) ? Math.round(number * 1_000) : number));
  }
  return found;
}

/** One name has a number that the other lacks, and the other way round: 1/2" is not 3/4". */
export function measuresConflict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => !b.has(one)) && [...b].some((one) => !a.has(one));
}
