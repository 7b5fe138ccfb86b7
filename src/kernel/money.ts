import Big from "big.js";
import { big, fix, type Decimal } from "./decimal.ts";

/** Decimals of an amount of money in ledgers and documents. */
export const MONEY_SCALE = 2;
/** Decimals of a unit price or unit cost. */
export const PRICE_SCALE = 4;
/** Decimals of a quantity. */
export const QUANTITY_SCALE = 3;

/** The most that a column of money, and one of a quantity, holds. */
export const MOST_MONEY: Decimal = "999999999999.99";
export const MOST_QUANTITY: Decimal = "99999999999.999";

/** The one rounding of money: half-up to cents. */
export function roundMoney(value: Decimal | Big): Decimal {
  return fix(value, MONEY_SCALE);
}

export function sumMoney(values: readonly Decimal[]): Decimal {
  return roundMoney(values.reduce((sum, value) => sum.plus(value), big("0")));
}

// A division that stops at the whole cent: what is left of it is counted exactly instead of written out to twenty decimals.
const Whole = Big();
Whole.DP = 0;
Whole.RM = Big.roundDown;

/**
 * Splits an amount (cents) over weights so that the parts sum to it exactly: each part is cut down to the cent,
 * and the cents left go to the largest remainders, the first of equals first.
 * All-zero weights put everything on the first part.
 */
export function allocateMoney(amount: Decimal, weights: readonly (Decimal | Big)[]): Decimal[] {
  if (weights.length === 0) return [];
  const sizes = weights.map((weight) => new Whole(weight));
  const total = sizes.reduce((sum, size) => sum.plus(size), new Whole(0));
  if (total.eq(0)) return weights.map((_, i) => (i === 0 ? roundMoney(amount) : "0.00"));

  const negative = big(amount).lt(0);
  const cents = big(amount).abs().times(100).round(0, Big.roundHalfUp);
  const wanted = sizes.map((size) => size.times(cents));
  const parts = wanted.map((share) => share.div(total));
  let left = Number(cents.minus(parts.reduce((sum, part) => sum.plus(part), new Whole(0))).toFixed(0));
  const byRemainder = left === 0 ? [] : wanted.map((share, i) => ({ i, remainder: share.minus(parts[i]!.times(total)) })).sort((a, b) => b.remainder.cmp(a.remainder) || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    parts[i] = parts[i]!.plus(1);
    left -= 1;
  }
  return parts.map((part) => roundMoney(part.times(negative ? "-0.01" : "0.01")));
}
