import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listProductKeys } from "@/modules/catalogue/queries/list-product-keys.ts";
import { loadProductFacts } from "@/modules/catalogue/queries/load-product-facts.ts";
import { findOpened } from "@/modules/stock/queries/find-opened.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { CategoryNames } from "../rules/category-names.ts";
import { decideVerdict } from "../rules/decide-verdict.ts";
import type { JudgedRow } from "../rules/judged-row.ts";
import { faceProduct, type FacedProduct } from "../rules/face-product.ts";
import { RepeatFinder } from "../rules/find-repeats.ts";
import { KeyIndex, type KeyMatch } from "../rules/key-index.ts";
import type { ReadLine } from "../rules/read-line.ts";

interface MatchedLine extends ReadLine {
  match: KeyMatch | null;
}

/** Judges the rows of one list from its first to its last, against the catalogue as it was at the beginning. */
export class RowJudge {
  readonly #ctx: Context;
  readonly #repeats = new RepeatFinder();
  readonly #keys = new KeyIndex();
  #categories = new CategoryNames([]);

  private constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  static async open(ctx: Context): Promise<RowJudge> {
    const judge = new RowJudge(ctx);
    judge.#categories = new CategoryNames((await listCategories(ctx)).map(({ name }) => name));
    for await (const page of listProductKeys(ctx.db)) page.forEach((product) => judge.#keys.add(product));
    return judge;
  }

  async judge(read: readonly ReadLine[]): Promise<JudgedRow[]> {
    const lines = read.map((line) => this.#match(line));
    const ids = lines.flatMap(({ match }) => (match !== null && "productId" in match ? [match.productId] : []));
    const [facts, opened] = await Promise.all([loadProductFacts(this.#ctx.db, ids, false), findOpened(this.#ctx.db, [...new Set(ids)])]);
    const products = new Map(facts.map((product) => [product.id, { ...product, onHand: opened.get(product.id) ?? null }]));
    return lines.map((line) => this.#decide(line, products));
  }

  #match(line: ReadLine): MatchedLine {
    const { kind, values } = line.read;
    if (values.category !== undefined) values.category = this.#categories.spell(values.category);
    return { ...line, match: kind === "product" ? this.#keys.find(values) : null };
  }

  #decide({ rowNo, cells, read, match }: MatchedLine, products: ReadonlyMap<string, FacedProduct>): JudgedRow {
    if (read.kind !== "product") return { rowNo, cells, values: {}, productId: null, ...decideVerdict(read, null, null) };
    const repeat = this.#repeats.check(rowNo, read.values);
    if (match !== null && "conflict" in match && match.conflict === "name") {
      const reasons = [...read.reasons, { code: "row_name_ambiguous", severity: "error", field: "name" } as const];
      return { rowNo, cells, values: read.values, productId: null, verdict: "error", reasons, changes: {} };
    }
    const product = match === null ? undefined : products.get(match.productId);
    if (match !== null && "conflict" in match) {
      const reasons = [...read.reasons, { code: "row_barcode_of_other", severity: "error", field: "barcode", params: { name: product?.name ?? "" } } as const];
      return { rowNo, cells, values: read.values, productId: match.productId, verdict: "error", reasons, changes: {} };
    }
    if (match === null || product === undefined) return { rowNo, cells, values: read.values, productId: null, ...decideVerdict(read, null, repeat) };
    const twice = this.#repeats.checkProduct(rowNo, match.productId, match.matchedBy, read.values);
    const faced = faceProduct(read.values, product, match.matchedBy);
    const decision = decideVerdict({ ...read, values: faced.values, reasons: [...read.reasons, ...faced.reasons] }, faced.existing, repeat ?? twice);
    return { rowNo, cells, values: faced.values, productId: match.productId, ...decision };
  }
}
