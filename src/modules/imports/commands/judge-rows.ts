import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listProductKeys } from "@/modules/catalogue/queries/list-product-keys.ts";
import { loadProductFacts } from "@/modules/catalogue/queries/load-product-facts.ts";
import { findOpened } from "@/modules/stock/queries/find-opened.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { Row } from "@/platform/spreadsheet/cell.ts";
import { CategoryNames } from "../rules/category-names.ts";
import { decideVerdict } from "../rules/decide-verdict.ts";
import type { JudgedRow } from "../rules/judged-row.ts";
import { faceProduct, type FacedProduct } from "../rules/face-product.ts";
import { RepeatFinder } from "../rules/find-repeats.ts";
import type { ReadPlan } from "../rules/import-values.ts";
import { KeyIndex, type KeyMatch } from "../rules/key-index.ts";
import { readRow, type RowRead } from "../rules/read-row.ts";

interface ReadLine {
  rowNo: number;
  row: Row;
  read: RowRead;
  match: KeyMatch | null;
}

/** Judges the rows of one list from its first to its last, against the catalogue as it was at the beginning. Blank rows are left out. */
export class RowJudge {
  readonly #ctx: Context;
  readonly #plan: ReadPlan;
  readonly #repeats = new RepeatFinder();
  readonly #keys = new KeyIndex();
  #categories = new CategoryNames([]);
  #section: string | null = null;

  private constructor(ctx: Context, plan: ReadPlan) {
    this.#ctx = ctx;
    this.#plan = plan;
  }

  static async open(ctx: Context, plan: ReadPlan): Promise<RowJudge> {
    const judge = new RowJudge(ctx, plan);
    judge.#categories = new CategoryNames((await listCategories(ctx)).map(({ name }) => name));
    for await (const page of listProductKeys(ctx.db)) page.forEach((product) => judge.#keys.add(product));
    return judge;
  }

  async judge(rows: readonly Row[], firstRowNo: number): Promise<JudgedRow[]> {
    const lines = rows.map((row, i) => this.#read(row, firstRowNo + i)).filter(({ read }) => read.kind !== "blank");
    const ids = lines.flatMap(({ match }) => (match !== null && "productId" in match ? [match.productId] : []));
    const [facts, opened] = await Promise.all([loadProductFacts(this.#ctx.db, ids, false), findOpened(this.#ctx.db, [...new Set(ids)])]);
    const products = new Map(facts.map((product) => [product.id, { ...product, onHand: opened.get(product.id) ?? null }]));
    return lines.map((line) => this.#decide(line, products));
  }

  #read(row: Row, rowNo: number): ReadLine {
    const read = readRow(row, this.#plan, this.#section);
    this.#section = read.section;
    if (read.values.category !== undefined) read.values.category = this.#categories.spell(read.values.category);
    return { rowNo, row, read, match: read.kind === "product" ? this.#keys.find(read.values) : null };
  }

  #decide({ rowNo, row, read, match }: ReadLine, products: ReadonlyMap<string, FacedProduct>): JudgedRow {
    if (read.kind !== "product") return { rowNo, row, values: {}, productId: null, ...decideVerdict(read, null, null) };
    const repeat = this.#repeats.check(rowNo, read.values);
    if (match !== null && "conflict" in match && match.conflict === "name") {
      const reasons = [...read.reasons, { code: "row_name_ambiguous", severity: "error", field: "name" } as const];
      return { rowNo, row, values: read.values, productId: null, verdict: "error", reasons, changes: {} };
    }
    const product = match === null ? undefined : products.get(match.productId);
    if (match !== null && "conflict" in match) {
      const reasons = [...read.reasons, { code: "row_barcode_of_other", severity: "error", field: "barcode", params: { name: product?.name ?? "" } } as const];
      return { rowNo, row, values: read.values, productId: match.productId, verdict: "error", reasons, changes: {} };
    }
    if (match === null || product === undefined) return { rowNo, row, values: read.values, productId: null, ...decideVerdict(read, null, repeat) };
    const twice = this.#repeats.checkProduct(rowNo, match.productId, match.matchedBy, read.values);
    const faced = faceProduct(read.values, product, match.matchedBy);
    const decision = decideVerdict({ ...read, values: faced.values, reasons: [...read.reasons, ...faced.reasons] }, faced.existing, repeat ?? twice);
    return { rowNo, row, values: faced.values, productId: match.productId, ...decision };
  }
}
