import { foldText } from "./fold-text.ts";
import type { ImportValues } from "./import-values.ts";
import type { Keyed } from "./key-index.ts";
import { NameIndex, type Alike } from "./name-index.ts";
import { likeness, trigramsOf } from "./trigrams.ts";

/** By what a line of a supplier was brought together with a product. */
export type MatchedBy = "decision" | "supplierCode" | "barcode" | "sku" | "listedName" | "name";

export interface Candidate {
  productId: string;
  /** 0 to 100. */
  score: number;
  by: MatchedBy;
}

export type LineMatch = { kind: "sure"; productId: string; by: MatchedBy } | { kind: "doubt"; candidates: Candidate[] } | { kind: "none" };

/** What was decided about a line: a product, or null for "none of ours". */
export type Decisions = Readonly<Record<string, string | null>>;

interface OwnLine {
  productId: string;
  code: string | null;
  listedName: string | null;
}

/** From here on a name alone is proof, when its numbers are the same and no other product comes near. */
const SURE = 0.92;
const NEAR = 0.06;
/** A code that names of nothing in common share may have been given to another product. */
const RECYCLED = 0.3;
const MOST_CANDIDATES = 5;

/** What a line is known by from one list to the next: its code, else its name. Null when it has neither. */
export function lineKey({ supplierCode, barcode, sku, name }: ImportValues): string | null {
  const code = supplierCode ?? sku;
  if (code !== undefined) return `code ${code.toLowerCase()}`;
  if (barcode !== undefined) return `barcode ${barcode}`;
  return name === undefined ? null : `name ${foldText(name)}`;
}

/** Brings the lines of one supplier's list together with the shop's products. */
export class LineMatcher {
  readonly #decisions: Decisions;
  readonly #products = new Map<string, Keyed>();
  readonly #skus = new Map<string, string>();
  readonly #barcodes = new Map<string, string>();
  readonly #sharedCodes = new Map<string, string | null>();
  readonly #lines = new Map<string, OwnLine>();
  readonly #lineCodes = new Map<string, string>();
  readonly #listedNames = new Map<string, string | null>();
  /** Made when the first line has only its name to go by. */
  #names: NameIndex | null = null;

  constructor(lines: Iterable<OwnLine>, decisions: Decisions) {
    this.#decisions = decisions;
    for (const line of lines) {
      this.#lines.set(line.productId, line);
      if (line.code !== null) this.#lineCodes.set(line.code.toLowerCase(), line.productId);
      if (line.listedName) share(this.#listedNames, foldText(line.listedName), line.productId);
    }
  }

  add(product: Keyed): void {
    this.#products.set(product.id, product);
    this.#skus.set(product.sku.toLowerCase(), product.id);
    for (const code of product.barcodes) this.#barcodes.set(code, product.id);
    if (product.supplierCode !== null) share(this.#sharedCodes, product.supplierCode.toLowerCase(), product.id);
  }

  nameOf(productId: string): string {
    return this.#products.get(productId)?.name ?? "";
  }

  /** In this order: what a person decided, the supplier's code, the barcode, the shop's own code, the name. */
  find(values: ImportValues): LineMatch {
    const key = lineKey(values);
    const decided = key === null ? undefined : this.#decisions[key];
    if (decided !== undefined) return decided === null ? { kind: "none" } : { kind: "sure", productId: decided, by: "decision" };
    const codes = this.#byCodes(values);
    if (codes.length > 0) return this.#agree(codes, values);
    return this.#byLooseCode(values) ?? this.#byName(values);
  }

  #byCodes({ supplierCode, barcode, sku }: ImportValues): Candidate[] {
    const found: [MatchedBy, string | undefined][] = [
      ["supplierCode", supplierCode === undefined ? undefined : this.#lineCodes.get(supplierCode.toLowerCase())],
      ["barcode", barcode === undefined ? undefined : this.#barcodes.get(barcode)],
      ["sku", sku === undefined ? undefined : this.#skus.get(sku.toLowerCase())],
    ];
    return found.flatMap(([by, productId]) => (productId === undefined ? [] : [{ productId, by, score: 100 }]));
  }

  /** Codes that lead to different products, or a code whose line was called something else last time, need a person. */
  #agree(codes: readonly Candidate[], values: ImportValues): LineMatch {
    const distinct = [...new Map(codes.toReversed().map((one) => [one.productId, one])).values()].toReversed();
    const [first] = distinct as [Candidate];
    if (distinct.length > 1) return { kind: "doubt", candidates: distinct };
    const before = this.#lines.get(first.productId)?.listedName;
    const renamed = first.by === "supplierCode" && codes.length === 1 && before && values.name !== undefined && this.#resembles(values.name, before, this.nameOf(first.productId)) < RECYCLED;
    if (!renamed) return { kind: "sure", productId: first.productId, by: first.by };
    return { kind: "doubt", candidates: this.#withNames([{ ...first, score: percent(this.#resembles(values.name ?? "", before)) }], values.name) };
  }

  /** Many shops take the supplier's code for their own, or wrote it down beside the product: proof only together with a name that fits. */
  #byLooseCode({ supplierCode, name }: ImportValues): LineMatch | null {
    if (supplierCode === undefined) return null;
    const code = supplierCode.toLowerCase();
    const productId = this.#skus.get(code) ?? this.#sharedCodes.get(code);
    if (productId === undefined || productId === null) return null;
    const other = this.#lines.get(productId)?.code;
    const score = name === undefined ? 1 : this.#resembles(name, this.nameOf(productId));
    const by = this.#skus.get(code) === productId ? "sku" : "supplierCode";
    if (score >= RECYCLED && !other) return { kind: "sure", productId, by };
    return { kind: "doubt", candidates: this.#withNames([{ productId, score: percent(score), by }], name) };
  }

  #byName(values: ImportValues): LineMatch {
    const { name, supplierCode } = values;
    if (name === undefined) return { kind: "none" };
    const known = this.#listedNames.get(foldText(name));
    if (known) {
      const recoded = supplierCode !== undefined && Boolean(this.#lines.get(known)?.code);
      return recoded ? { kind: "doubt", candidates: this.#withNames([{ productId: known, score: 100, by: "listedName" }], name) } : { kind: "sure", productId: known, by: "listedName" };
    }
    const alike = this.#alike(name);
    const [best, next] = alike;
    if (best === undefined) return { kind: "none" };
    const alone = next === undefined || next.score < best.score - NEAR;
    if (best.score >= SURE && best.sameMeasures && alone && this.#contradictsNothing(best.productId, values)) return { kind: "sure", productId: best.productId, by: "name" };
    return { kind: "doubt", candidates: alike.map(byName) };
  }

  /** A product with another code of this supplier, or with other barcodes than the line's, is not taken by its name alone. */
  #contradictsNothing(productId: string, { supplierCode, barcode }: ImportValues): boolean {
    const otherCode = supplierCode !== undefined && Boolean(this.#lines.get(productId)?.code);
    const otherBarcode = barcode !== undefined && (this.#products.get(productId)?.barcodes.length ?? 0) > 0;
    return !otherCode && !otherBarcode;
  }

  #withNames(first: readonly Candidate[], name: string | undefined): Candidate[] {
    const alike = name === undefined ? [] : this.#alike(name).map(byName);
    return [...first, ...alike.filter(({ productId }) => first.every((one) => one.productId !== productId))].slice(0, MOST_CANDIDATES);
  }

  #alike(name: string): Alike[] {
    if (this.#names === null) {
      this.#names = new NameIndex();
      for (const product of this.#products.values()) this.#names.add(product.id, product.name);
    }
    return this.#names.find(name);
  }

  #resembles(name: string, ...others: readonly string[]): number {
    const grams = trigramsOf(name);
    return Math.max(...others.map((other) => likeness(grams, trigramsOf(other))));
  }
}

function byName({ productId, score }: Alike): Candidate {
  return { productId, score: percent(score), by: "name" };
}

function percent(score: number): number {
  return Math.round(score * 100);
}

/** Shared by several, it recognises none. */
function share(map: Map<string, string | null>, key: string, id: string): void {
  map.set(key, map.has(key) && map.get(key) !== id ? null : id);
}
