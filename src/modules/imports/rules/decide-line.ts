import { big, compare, fix, type Decimal } from "@/kernel/decimal.ts";
import { readDiscountChain } from "@/modules/pricing/rules/discount-chain.ts";
import { replacementCost } from "@/modules/pricing/rules/cost-chain.ts";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import type { SupplierLine } from "@/modules/suppliers/queries/load-supplier-lines.ts";
import type { Change, Decision, Verdict } from "./decide-verdict.ts";
import type { ImportValues, Reason } from "./import-values.ts";

/** A line of a supplier's list: `costPrice` is what it comes to for the shop, per unit and in the shop's currency. */
export interface LineValues extends ImportValues {
  /** As the list says, net of VAT, in the supplier's currency. */
  listPrice?: Decimal;
}

/** The product that a line was brought together with. */
export interface LineProduct {
  id: string;
  costPrice: Decimal | null;
  costCurrency: string;
  /** Its cost is that of its components. */
  isKit: boolean;
  /** Another supplier's price is its cost. */
  hasOtherMain: boolean;
  line: SupplierLine | null;
}

export interface LineDecision {
  verdict: Extract<Verdict, "new" | "changed" | "same" | "error">;
  reasons: Reason[];
  changes: Decision["changes"];
}

/** Percent from which a change of the list price is pointed out: a box instead of a unit, a point that slipped. */
const JUMP = "60";

/** What one unit comes to by the supplier's terms; null without a price or a rate. */
export function costOfLine(listPrice: Decimal | undefined, packSize: Decimal, { rate, discounts, freightPercent }: ListTerms): Decimal | null {
  if (listPrice === undefined || rate === null) return null;
  return replacementCost({ listPrice, packSize, rate, discounts: readDiscountChain(discounts) ?? [], freightPercent });
}

/** What a line does: to the supplier's line, and to the product's cost where this supplier's price is the cost. Sale prices stay. */
export function decideLine(values: LineValues, product: LineProduct | null, terms: ListTerms, given: readonly Reason[]): LineDecision {
  const reasons = [...given];
  if (product === null && values.name === undefined) reasons.push({ code: "row_name_missing", severity: "error", field: "name" });
  if (reasons.some(({ severity }) => severity === "error")) return { verdict: "error", reasons, changes: {} };
  if (values.listPrice !== undefined && terms.rate === null) reasons.push({ code: "row_rate_missing", severity: "warning", field: "costPrice", params: { value: terms.currency } });
  if (product === null) return { verdict: "new", reasons, changes: {} };
  const { line } = product;
  const changes: LineDecision["changes"] = {};
  if (values.supplierCode !== undefined && values.supplierCode !== line?.code) changes.supplierCode = { from: line?.code ?? null, to: values.supplierCode };
  if (values.name !== undefined && values.name !== line?.listedName) changes.listedName = { from: line?.listedName ?? null, to: values.name };
  if (values.listPrice !== undefined && !isSame(line?.listPrice ?? null, values.listPrice)) changes.listPrice = { from: line?.listPrice ?? null, to: values.listPrice };
  const cost = isCost(product, terms) ? costOfLine(values.listPrice, line?.packSize ?? "1", terms) : null;
  if (cost !== null && !isSame(product.costPrice, cost)) changes.costPrice = { from: product.costPrice, to: cost };
  const jump = changes.listPrice === undefined ? null : jumpOf(changes.listPrice);
  if (jump !== null && big(jump).abs().gte(JUMP)) reasons.push({ code: "row_price_jump", severity: "warning", field: "costPrice", params: { value: Number(jump) } });
  const returns = line !== null && line.goneSince !== null;
  if (returns) reasons.push({ code: "row_back_on_list", severity: "note", params: { value: line.goneSince ?? "" } });
  return { verdict: returns || Object.keys(changes).length > 0 ? "changed" : "same", reasons, changes };
}

/** The first supplier of a product becomes its main one; a cost kept in another currency was written by a person for a reason, and a kit costs what its components do. */
export function isCost({ hasOtherMain, line, costCurrency, isKit }: LineProduct, { shopCurrency }: ListTerms): boolean {
  return (line?.isMain === true || !hasOtherMain) && costCurrency === shopCurrency && !isKit;
}

/** Percent between two prices, one decimal; null without an old one. */
export function jumpOf({ from, to }: Change): Decimal | null {
  return from === null || big(from).eq(0) ? null : fix(big(to).minus(from).times(100).div(from), 1);
}

/** The line as the list leaves it. */
export function lineAfter(values: LineValues, product: LineProduct, importId: string): SupplierLine {
  const { line } = product;
  const moved = values.listPrice !== undefined && !isSame(line?.listPrice ?? null, values.listPrice);
  return {
    productId: product.id,
    code: values.supplierCode ?? line?.code ?? null,
    listPrice: values.listPrice ?? line?.listPrice ?? null,
    packSize: line?.packSize ?? "1",
    isMain: line?.isMain === true || !product.hasOtherMain,
    listedName: values.name ?? line?.listedName ?? "",
    listSource: moved ? importId : (line?.listSource ?? null),
    goneSince: null,
  };
}

function isSame(a: Decimal | null, b: Decimal): boolean {
  return a !== null && compare(a, b) === 0;
}
