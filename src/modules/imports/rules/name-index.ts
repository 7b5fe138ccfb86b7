import { likenessOf, measuresConflict, measuresOf, trigramsOf } from "./trigrams.ts";

export interface Alike {
  productId: string;
  /** 0 to 1. */
  score: number;
  /** The same numbers stand in both names. */
  sameMeasures: boolean;
}

/** Below this two names have nothing to do with each other. */
export const DOUBTFUL = 0.45;
const RAREST = 12;
const LONGEST_POSTING = 4_000;
const LOOKED_AT = 80;
const ANSWERED = 5;

/** Names of products by their trigrams, in memory while a list is compared with them: some 1,500 lines against 50,000 names in seconds. */
export class NameIndex {
  readonly #ids: string[] = [];
  readonly #names: string[] = [];
  /** Of each name the numbers of its trigrams. */
  readonly #grams: Uint32Array[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #postings: number[][] = [];
  /** How many of a question's trigrams each name has; cleared after each question. */
  #hits = new Uint8Array(0);

  add(productId: string, name: string): void {
    const place = this.#ids.push(productId) - 1;
    this.#names.push(name);
    const grams = [...trigramsOf(name)].map((gram) => this.#numberOf(gram));
    this.#grams.push(Uint32Array.from(grams));
    for (const gram of grams) this.#postings[gram]!.push(place);
  }

  #numberOf(gram: string): number {
    const known = this.#numbers.get(gram);
    if (known !== undefined) return known;
    this.#numbers.set(gram, this.#postings.length);
    return this.#postings.push([]) - 1;
  }

  /**
   * The products whose names are most like this one, the best first. Names whose measures contradict each other are not alike. Only the
   * rarest trigrams are followed: what is alike shares some of them, and common ones lead through the whole catalogue.
   */
  find(name: string): Alike[] {
    const grams = trigramsOf(name);
    const asked = new Set([...grams].flatMap((gram) => this.#numbers.get(gram) ?? []));
    const measures = measuresOf(name);
    return this.#likeliest(asked)
      .flatMap((place) => this.#compare(place, asked, grams.size, measures))
      .sort((a, b) => b.score - a.score)
      .slice(0, ANSWERED);
  }

  #likeliest(asked: ReadonlySet<number>): number[] {
    if (this.#hits.length < this.#ids.length) this.#hits = new Uint8Array(this.#ids.length);
    const rare = [...asked].map((gram) => this.#postings[gram]!).sort((a, b) => a.length - b.length);
    const met: number[] = [];
    for (const posting of rare.slice(0, RAREST)) {
      if (posting.length > LONGEST_POSTING && met.length > 0) break;
      for (let at = 0; at < posting.length && at < LONGEST_POSTING; at += 1) {
        const place = posting[at]!;
        if (this.#hits[place] === 0) met.push(place);
        this.#hits[place]! += 1;
      }
    }
    const byHits: number[][] = Array.from({ length: RAREST + 1 }, () => []);
    for (const place of met) {
      byHits[this.#hits[place]!]!.push(place);
      this.#hits[place] = 0;
    }
    return byHits.toReversed().flat().slice(0, LOOKED_AT);
  }

  #compare(place: number, asked: ReadonlySet<number>, size: number, measures: ReadonlySet<string>): Alike[] {
    const own = this.#grams[place]!;
    let common = 0;
    for (const gram of own) if (asked.has(gram)) common += 1;
    const score = likenessOf(common, size, own.length);
    if (score < DOUBTFUL) return [];
    const others = measuresOf(this.#names[place]!);
    if (measuresConflict(measures, others)) return [];
    return [{ productId: this.#ids[place]!, score, sameMeasures: measures.size === others.size && [...measures].every((one) => others.has(one)) }];
  }
}
