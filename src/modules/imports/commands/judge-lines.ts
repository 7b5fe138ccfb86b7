import { setImmediate } from "node:timers/promises";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listProductKeys } from "@/modules/catalogue/queries/list-product-keys.ts";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import { loadSupplierLines } from "@/modules/suppliers/queries/load-supplier-lines.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { loadLineProducts } from "../queries/load-line-products.ts";
import { CategoryNames } from "../rules/category-names.ts";
import { costOfLine, decideLine, type LineProduct, type LineValues } from "../rules/decide-line.ts";
import { RepeatFinder } from "../rules/find-repeats.ts";
import type { ImportValues, Reason } from "../rules/import-values.ts";
import type { JudgedRow } from "../rules/judged-row.ts";
import { LineMatcher, type Decisions, type LineMatch } from "../rules/match-line.ts";
import type { ReadLine } from "../rules/read-line.ts";

const BREATH = 20;

interface MatchedLine extends ReadLine {
  values: LineValues;
  match: LineMatch;
}

/** Judges the lines of a supplier's list from the first to the last, as RowJudge does those of a list of the shop's own. */
export class LineJudge {
  readonly #ctx: Context;
  readonly #terms: ListTerms;
  readonly #matcher: LineMatcher;
  readonly #repeats = new RepeatFinder();
  readonly #taken = new RepeatFinder();
  #categories = new CategoryNames([]);

  private constructor(ctx: Context, terms: ListTerms, matcher: LineMatcher) {
    this.#ctx = ctx;
    this.#terms = terms;
    this.#matcher = matcher;
  }

  static async open(ctx: Context, terms: ListTerms, decisions: Decisions): Promise<LineJudge> {
    const matcher = new LineMatcher(await loadSupplierLines(ctx.db, terms.supplierId, null), decisions);
    const judge = new LineJudge(ctx, terms, matcher);
    judge.#categories = new CategoryNames((await listCategories(ctx)).map(({ name }) => name));
    for await (const page of listProductKeys(ctx.db)) page.forEach((product) => matcher.add(product));
    return judge;
  }

  async judge(read: readonly ReadLine[]): Promise<JudgedRow[]> {
    const lines: MatchedLine[] = [];
    for (const line of read) {
      lines.push(this.#match(line));
      // A name takes milliseconds to look up, and the same process sells meanwhile.
      if (lines.length % BREATH === 0) await setImmediate();
    }
    const ids = lines.flatMap(({ match }) => (match.kind === "sure" ? [match.productId] : []));
    const products = await loadLineProducts(this.#ctx.db, this.#terms.supplierId, ids, false);
    return lines.map((line) => this.#decide(line, products));
  }

  #match(line: ReadLine): MatchedLine {
    const { kind, values } = line.read;
    if (values.category !== undefined) values.category = this.#categories.spell(values.category);
    const isProduct = kind === "product";
    return { ...line, values: isProduct ? lineValues(values) : {}, match: isProduct ? this.#matcher.find(values) : { kind: "none" } };
  }

  #decide({ rowNo, cells, read, values, match }: MatchedLine, products: ReadonlyMap<string, LineProduct>): JudgedRow {
    if (read.kind !== "product") return { rowNo, cells, values: {}, productId: null, verdict: "skipped", reasons: read.reasons, changes: {} };
    // A list of costs says nothing about the sale price.
    const reasons: Reason[] = read.reasons.filter(({ code }) => code !== "row_price_missing");
    const product = match.kind === "sure" ? (products.get(match.productId) ?? null) : null;
    const productId = product?.id ?? null;
    const repeated = this.#repeated(rowNo, values, productId);
    if (repeated !== null) return { rowNo, cells, values, productId, verdict: repeated.severity === "note" ? "skipped" : "error", reasons: [...reasons, repeated], changes: {} };
    if (match.kind === "doubt" && !reasons.some(({ severity }) => severity === "error")) {
      const [best] = match.candidates;
      const doubt: Reason = { code: "row_match_doubtful", severity: "warning", field: "name", params: { name: this.#matcher.nameOf(best?.productId ?? "") } };
      return { rowNo, cells, values, productId: null, verdict: "skipped", reasons: [...reasons, doubt], changes: {}, doubt: { candidates: match.candidates } };
    }
    if (match.kind === "sure" && match.by === "name") reasons.push({ code: "row_matched_by_name", severity: "warning", field: "name", params: { name: this.#matcher.nameOf(match.productId) } });
    const packSize = product?.line?.packSize ?? "1";
    const cost = costOfLine(values.listPrice, packSize, this.#terms);
    return { rowNo, cells, values: { ...values, ...(cost === null ? {} : { costPrice: cost }) }, productId, ...decideLine(values, product, this.#terms, reasons) };
  }

  /** Of two lines with one code, or for one product, the first counts. */
  #repeated(rowNo: number, values: LineValues, productId: string | null): Reason | null {
    const byCode = values.supplierCode === undefined ? null : this.#taken.checkProduct(rowNo, `code ${values.supplierCode.toLowerCase()}`, "supplierCode", values);
    const { supplierCode: _code, ...others } = values;
    const repeat = byCode ?? this.#repeats.check(rowNo, values.barcode === undefined && values.sku === undefined ? values : others);
    if (repeat !== null) return { code: repeat.field === "name" ? "row_name_repeated" : "row_code_repeated", severity: repeat.identical ? "note" : "error", field: repeat.field, params: { row: repeat.row } };
    const twice = productId === null ? null : this.#taken.checkProduct(rowNo, productId, "name", values);
    return twice === null ? null : { code: "row_line_repeated", severity: twice.identical ? "note" : "error", field: "name", params: { row: twice.row } };
  }
}

/** What the list calls the cost is its list price; what that comes to is worked out. */
function lineValues({ costPrice, stock: _stock, minStock: _minStock, ...values }: ImportValues): LineValues {
  return costPrice === undefined ? values : { ...values, listPrice: costPrice };
}
