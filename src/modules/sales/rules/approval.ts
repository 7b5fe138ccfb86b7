import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";
import type { LineTotals } from "@/modules/pricing/rules/total-lines.ts";
import { passesDiscountLimit } from "./discount-limit.ts";

/** What a second member can allow beyond the limits of who sells. */
export const APPROVABLE = ["discount", "price", "below_cost", "negative_stock", "refund", "credit", "unreceipted", "difference"] as const;
export type Approvable = (typeof APPROVABLE)[number];

/** How far somebody may go. */
export interface Limits {
  maxDiscountPercent: Decimal;
  /** Null is without limit. */
  maxRefund: Decimal | null;
  price: boolean;
  belowCost: boolean;
  negativeStock: boolean;
  credit: boolean;
  /** Beyond what the customer may owe. */
  overCredit: boolean;
  /** Goods that come back while nobody knows their sale. */
  unreceipted: boolean;
  /** A till that is off by more than its register lets pass. */
  difference: boolean;
}

/** What is asked for, no further than it is needed. */
export interface Needs {
  discountPercent?: Decimal | undefined;
  refund?: Decimal | undefined;
  price?: true | undefined;
  belowCost?: true | undefined;
  negativeStock?: true | undefined;
  credit?: true | undefined;
  unreceipted?: true | undefined;
  difference?: true | undefined;
}

export interface Rights {
  permissions: ReadonlySet<string>;
  thresholds: { maxDiscountPercent: Decimal; maxRefund: Decimal | null };
}

export function limitsOf({ permissions, thresholds }: Rights): Limits {
  return {
    ...thresholds,
    price: permissions.has("price.override"),
    belowCost: permissions.has("price.below_cost"),
    negativeStock: permissions.has("stock.negative"),
    credit: permissions.has("credit.grant"),
    overCredit: permissions.has("credit.exceed"),
    unreceipted: permissions.has("return.unreceipted"),
    difference: permissions.has("shift.approve"),
  };
}

/** Whether somebody's own limits reach as far as what is asked of them. */
export function covers(limits: Limits, { discountPercent, refund, price, belowCost, negativeStock, credit, unreceipted, difference }: Needs): boolean {
  const discounts = discountPercent === undefined || compare(discountPercent, limits.maxDiscountPercent) <= 0;
  const refunds = refund === undefined || limits.maxRefund === null || compare(refund, limits.maxRefund) <= 0;
  const switches = (!price || limits.price) && (!belowCost || limits.belowCost) && (!negativeStock || limits.negativeStock) && (!unreceipted || limits.unreceipted) && (!difference || limits.difference);
  return discounts && refunds && switches && (!credit || (limits.credit && limits.overCredit));
}

/** What an approval opens: what was asked for, and of that what its giver may today. */
export function narrow(limits: Limits, needs: Needs): Limits {
  const least = (own: Decimal | null, asked: Decimal | undefined): Decimal => (asked === undefined ? "0" : own !== null && compare(own, asked) < 0 ? own : asked);
  return {
    maxDiscountPercent: least(limits.maxDiscountPercent, needs.discountPercent),
    maxRefund: least(limits.maxRefund, needs.refund),
    price: limits.price && needs.price === true,
    belowCost: limits.belowCost && needs.belowCost === true,
    negativeStock: limits.negativeStock && needs.negativeStock === true,
    credit: limits.credit && needs.credit === true,
    overCredit: limits.overCredit && needs.credit === true,
    unreceipted: limits.unreceipted && needs.unreceipted === true,
    difference: limits.difference && needs.difference === true,
  };
}

/** What two questions ask for together. */
export function joinNeeds(first: Needs, second: Needs): Needs {
  const joined: Needs = { ...first, ...second };
  for (const key of ["discountPercent", "refund"] as const) {
    const [a, b] = [first[key], second[key]];
    if (a !== undefined && b !== undefined) joined[key] = compare(a, b) > 0 ? a : b;
  }
  return joined;
}

/** The least percent of two decimals that lets a ticket's discounts pass; the cent that the limit forgives is not asked for (discount-limit.ts). */
export function discountOf(lines: readonly LineTotals[]): Decimal {
  return lines.reduce<Decimal>((most, line) => {
    if (big(line.gross).eq(0)) return most;
    const percent = big(line.lineDiscount).plus(line.ticketDiscount).abs().times(100).div(big(line.gross).abs());
    const nearest = percent.round(2).toFixed(2);
    const least = passesDiscountLimit([line], nearest) ? percent.round(2, AWAY_FROM_ZERO).toFixed(2) : nearest;
    return compare(least, most) > 0 ? least : most;
  }, "0.00");
}

/** A rounding mode of big.js. */
const AWAY_FROM_ZERO = 3;

const KIND_OF: Readonly<Partial<Record<RefusalCode, Approvable>>> = {
  discount_over_limit: "discount", price_override: "price", price_below_cost: "below_cost", stock_short: "negative_stock", refund_over_limit: "refund", credit_forbidden: "credit", credit_over_limit: "credit", return_unreceipted: "unreceipted", difference_over_limit: "difference",
};

/** What somebody else could allow where this was refused; null where nobody can. */
export function approvableOf(code: RefusalCode): Approvable | null {
  return KIND_OF[code] ?? null;
}

/** Who makes a document, who stands beside them, and for what that was needed. */
export interface Authority {
  own: Limits;
  second: Limits | null;
  needed: Set<Approvable>;
}

/** Whether either of the two may; what only the second one may is noted. */
export function allows({ own, second, needed }: Authority, kind: Approvable, may: (limits: Limits) => boolean): boolean {
  if (may(own)) return true;
  if (second === null || !may(second)) return false;
  needed.add(kind);
  return true;
}
