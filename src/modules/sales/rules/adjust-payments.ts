import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";

export interface Tender {
  /** Handed over, in money. */
  amount: Decimal;
  /** What its method adds to the part that it pays, in percent; above -100. */
  percent: Decimal;
}

export interface Adjusted {
  /** What each tender adds to the sale, or takes off, in the tenders' order. */
  adjustments: Decimal[];
  /** Their sum. */
  adjustment: Decimal;
  /** What is left to pay before any method is counted. */
  left: Decimal;
  /** What the last tender lacked to pay all of it; zero or less when it did. */
  missing: Decimal;
}

/** What a method asks for to pay `left` of a sale. */
export function dueBy(left: Decimal, percent: Decimal): Decimal {
  return roundMoney(big(left).plus(shareOf(left, percent)));
}

/**
 * Prices a sale by how it is paid, the same in browser and server: each tender pays a part of the total, and its method adds its percent to
 * that part. In their order: a tender that reaches what is left pays all of it; a smaller one pays what it stands for without its percent.
 * All in cents.
 */
export function adjustPayments(total: Decimal, tenders: readonly Tender[]): Adjusted {
  const adjustments: Decimal[] = [];
  let left = roundMoney(total);
  let missing = left;
  for (const { amount, percent } of tenders) {
    missing = roundMoney(big(dueBy(left, percent)).minus(amount));
    const covers = big(amount).gte(dueBy(left, percent));
    const part = covers ? left : least(left, roundMoney(big(amount).times(100).div(big(percent).plus(100))));
    adjustments.push(covers ? shareOf(left, percent) : roundMoney(big(amount).minus(part)));
    left = roundMoney(big(left).minus(part));
  }
  return { adjustments, adjustment: sumMoney(adjustments), left, missing };
}

function shareOf(part: Decimal, percent: Decimal): Decimal {
  return roundMoney(big(part).times(percent).times("0.01"));
}

function least(a: Decimal, b: Decimal): Decimal {
  return big(a).lt(b) ? a : b;
}
