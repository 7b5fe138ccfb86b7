import Big from "big.js";
import { big, compare, fix, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";
import { applyDiscounts, readDiscountChain } from "@/modules/pricing/rules/discount-chain.ts";
import type { BillGoods } from "../queries/find-bill-goods.ts";
import { composeBill, type ComposedBill } from "./compose-bill.ts";
import type { FreightSpread } from "./spread-freight.ts";

export interface DraftLine {
  key: number;
  goods: BillGoods;
  /** Null while what stands there is no number. */
  quantity: Decimal | null;
  /** As the paper says: with VAT when the draft says so. */
  unitCost: Decimal | null;
  discounts: string;
  taxRate: Decimal | null;
  /** Kilograms of one unit, where the freight is spread by it and the product does not say. */
  weight?: Decimal | null;
}

/** A bill that is being typed: everything that must survive a closed page. */
export interface BillDraft {
  /** Made with the draft: sent twice, it is one bill. */
  id: string;
  supplierId: string;
  /** Where what comes with it goes; empty: the usual place. */
  locationId: string;
  number: string;
  date: string;
  dueDate: string;
  lines: DraftLine[];
  nextKey: number;
  withTax: boolean;
  freight: Decimal | null;
  freightSpread: FreightSpread;
  otherTaxes: Decimal | null;
  paperTotal: Decimal | null;
  notes: string;
  /** Receipts that it charges. */
  receiptIds?: readonly string[];
}

const Fine = Big();
Fine.DP = 24;

/** What one unit costs net of VAT, before the line's discounts. */
export function netCost({ unitCost, taxRate, goods }: DraftLine, withTax: boolean): Decimal {
  if (unitCost === null) return "0";
  return withTax ? fix(new Fine(unitCost).times(100).div(new Fine(taxRate ?? goods.taxRate).plus(100)), PRICE_SCALE) : unitCost;
}

/** The bill as far as it is typed: what is missing counts as nothing. */
export function billOf(draft: BillDraft): ComposedBill {
  const lines = draft.lines.filter(({ quantity }) => quantity !== null && compare(quantity, "0") > 0);
  return composeBill(lines.map((line) => ({ productId: line.goods.id, quantity: line.quantity!, unitCost: netCost(line, draft.withTax), discounts: readDiscountChain(line.discounts) ? line.discounts : "", taxRate: line.taxRate ?? line.goods.taxRate, weight: line.weight ?? line.goods.weight })), draft.freight ?? "0", draft.otherTaxes ?? "0", draft.freightSpread);
}

/** The request that a draft makes. */
export function requestOf(draft: BillDraft): object {
  return {
    id: draft.id,
    supplierId: draft.supplierId,
    ...(draft.locationId === "" ? {} : { locationId: draft.locationId }),
    number: draft.number,
    date: draft.date,
    ...(draft.dueDate === "" ? {} : { dueDate: draft.dueDate }),
    lines: draft.lines.map((line) => ({ productId: line.goods.id, quantity: line.quantity ?? "0", unitCost: netCost(line, draft.withTax), discounts: line.discounts, taxRate: line.taxRate ?? line.goods.taxRate, ...(line.weight ? { weight: line.weight } : {}) })),
    freight: draft.freight ?? "0",
    freightSpread: draft.freightSpread,
    otherTaxes: draft.otherTaxes ?? "0",
    notes: draft.notes,
    ...(draft.receiptIds ? { receiptIds: draft.receiptIds } : {}),
    ...(draft.paperTotal === null ? {} : { expectedTotal: draft.paperTotal }),
  };
}

export interface CostDoubt {
  kind: "jump" | "pack";
  /** What it cost until now. */
  before: Decimal;
  /** Signed change in percent, whole numbers. */
  percent: Decimal;
}

const JUMP_PERCENT = "30";
const PACK_NEAR = "0.25";

/** What looks wrong with a line's cost: a pack's where one unit's was meant, or far from what it cost. Null when nothing does, or nothing is known. */
export function doubtOf(line: DraftLine, withTax: boolean): CostDoubt | null {
  const { cost, packSize } = line.goods;
  if (cost === null || line.unitCost === null || compare(cost, "0") <= 0 || compare(line.unitCost, "0") <= 0) return null;
  const now = applyDiscounts(netCost(line, withTax), readDiscountChain(line.discounts) ?? []);
  const ratio = new Fine(now).div(cost);
  const percent = fix(ratio.minus(1).times(100), 0);
  if (big(percent).abs().lt(JUMP_PERCENT)) return null;
  const isPack = compare(packSize, "1") > 0 && ratio.div(packSize).minus(1).abs().lt(PACK_NEAR);
  return { kind: isPack ? "pack" : "jump", before: cost, percent };
}
