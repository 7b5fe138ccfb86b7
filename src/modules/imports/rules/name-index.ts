import { likeness, measuresConflict, measuresOf, trigramsOf } from "./trigrams.ts";

export interface Alike {
  productId: string;
  /** 0 to 1. */
  score: number;
  /** The same numbers stand in both names. */
  sameMeasures: boolean;
}

/** Below this two names have nothing to do with each other. */
export const DOUBTFUL = 0.42;
const RAREST = 12;
const LONGEST_POSTING = 4_000;
const LOOKED_AT = 80;
const ANSWERED = 5;

/** Names of products by their trigrams, in memory while a list is compared with them. */
export class NameIndex {
  readonly #ids: string[] = [];
  readonly #names: string[] = [];
  readonly #postings = new Map<string, number[]>();

  add(productId: string, name: string): void {
    const place = this.#ids.push(productId) - 1;
    this.#names.push(name);
    for (const gram of trigramsOf(name)) {
      const posting = this.#postings.get(gram);
      if (posting === undefined) this.#postings.set(gram, [place]);
      else posting.push(place);
    }
  }

  /**
   * The products whose names are most like this one, the best first. Names whose measures contradict each other are not alike. Only the
   * rarest trigrams are followed: what is alike shares some of them, and common ones lead through the whole catalogue.
   */
  find(name: string): Alike[] {
    const grams = trigramsOf(name);
    const rare = [...grams].flatMap((gram) => { const posting = this.#postings.get(gram); return posting === undefined ? [] : [posting]; }).sort((a, b) => a.length - b.length);
    const hits = new Map<number, number>();
    for (const posting of rare.slice(0, RAREST)) {
      if (posting.length > LONGEST_POSTING && hits.size > 0) break;
      for (const place of posting.slice(0, LONGEST_POSTING)) hits.set(place, (hits.get(place) ?? 0) + 1);
    }
    const measures = measuresOf(name);
    return [...hits]
      .sort((a, b) => b[1] - a[1])
      .slice(0, LOOKED_AT)
      .flatMap(([place]) => this.#compare(place, grams, measures))
      .sort((a, b) => b.score - a.score)
      .slice(0, ANSWERED);
  }

  #compare(place: number, grams: ReadonlySet<string>, measures: ReadonlySet<string>): Alike[] {
    const other = this.#names[place]!;
    const otherMeasures = measuresOf(other);
    const score = likeness(grams, trigramsOf(other));
    if (score < DOUBTFUL || measuresConflict(measures, otherMeasures)) return [];
    return [{ productId: this.#ids[place]!, score, sameMeasures: measures.size === otherMeasures.size && [...measures].every((one) => otherMeasures.has(one)) }];
  }
}
