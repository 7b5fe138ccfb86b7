import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";

export interface Tender {
  /** Handed over, in money. */
  amount: Decimal;
  /** What its method adds to the part that it pays, in percent; above -100. */
  percent: Decimal;
  /** Of cash: the smallest coin that there is; null or absent: a cent. */
  coin?: Decimal | null;
}

export interface Adjusted {
  /** What each tender adds to the sale, or takes off, in the tenders' order. */
  adjustments: Decimal[];
  /** Their sum. */
  adjustment: Decimal;
  /** What of it the missing coins took off: zero or less. */
  rounding: Decimal;
  /** What is left to pay before any method is counted. */
  left: Decimal;
  /** What the last tender lacked to pay all of it; zero or less when it did. */
  missing: Decimal;
}

/** What a method asks for to pay `left` of a sale. */
export function dueBy(left: Decimal, { percent, coin }: Omit<Tender, "amount">): Decimal {
  return downToCoin(roundMoney(big(left).plus(shareOf(left, percent))), coin ?? null);
}

/** Down to a multiple of the coin, also below zero: in the customer's favour. What is worth less than a coin stays as it is. */
export function downToCoin(amount: Decimal, coin: Decimal | null): Decimal {
  if (coin === null) return amount;
  const coins = big(amount).div(coin);
  const whole = coins.round(0, coins.lt(0) ? AWAY_FROM_ZERO : TOWARDS_ZERO).times(coin);
  return whole.eq(0) ? amount : roundMoney(whole);
}

/**
 * What the missing coins add to cash that an exchange gives back, zero or less: the next coin is given, as long as the goods that leave are
 * worth it, since the rounding lies on their lines.
 */
export function roundRest(due: Decimal, sold: Decimal, coin: Decimal | null): Decimal {
  const rounding = roundMoney(big(downToCoin(due, coin)).minus(due));
  return big(sold).plus(rounding).gte(0) ? rounding : "0.00";
}

/** Rounding modes of big.js. */
const TOWARDS_ZERO = 0;
const AWAY_FROM_ZERO = 3;

/**
 * Prices a sale by how it is paid, the same in browser and server: each tender pays a part of the total, and its method adds its percent to
 * that part. In their order: a tender that reaches what is left pays all of it, of cash without what no coin is made for; a smaller one
 * pays what it stands for without its percent. All in cents.
 */
export function adjustPayments(total: Decimal, tenders: readonly Tender[]): Adjusted {
  const adjustments: Decimal[] = [];
  let left = roundMoney(total);
  let missing = left;
  let rounding = "0.00";
  for (const tender of tenders) {
    const { amount, percent } = tender;
    const due = dueBy(left, tender);
    missing = roundMoney(big(due).minus(amount));
    const covers = big(amount).gte(due);
    const part = covers ? left : least(left, roundMoney(big(amount).times(100).div(big(percent).plus(100))));
    adjustments.push(roundMoney(big(covers ? due : amount).minus(part)));
    if (covers) rounding = sumMoney([rounding, roundMoney(big(due).minus(dueBy(left, { percent })))]);
    left = roundMoney(big(left).minus(part));
  }
  return { adjustments, adjustment: sumMoney(adjustments), rounding, left, missing };
}

function shareOf(part: Decimal, percent: Decimal): Decimal {
  return roundMoney(big(part).times(percent).times("0.01"));
}

function least(a: Decimal, b: Decimal): Decimal {
  return big(a).lt(b) ? a : b;
}
