import Big from "big.js";
import { big, fix, type Decimal } from "./decimal.ts";

/** Decimals of an amount of money in ledgers and documents. */
export const MONEY_SCALE = 2;
/** Decimals of a unit price or unit cost. */
export const PRICE_SCALE = 4;
/** Decimals of a quantity. */
export const QUANTITY_SCALE = 3;

/** The one rounding of money: half-up to cents. */
export function roundMoney(value: Decimal | Big): Decimal {
  return fix(value, MONEY_SCALE);
}

export function sumMoney(values: readonly Decimal[]): Decimal {
  return roundMoney(values.reduce((sum, value) => sum.plus(value), big("0")));
}

/**
 * Splits an amount (cents) over weights so that the parts sum to it exactly: each part is cut down to the cent,
 * and the cents left go to the largest remainders, the first of equals first.
 * All-zero weights put everything on the first part.
 */
export function allocateMoney(amount: Decimal, weights: readonly Decimal[]): Decimal[] {
  if (weights.length === 0) return [];
  const total = weights.reduce((sum, weight) => sum.plus(weight), big("0"));
  if (total.eq(0)) return weights.map((_, i) => (i === 0 ? roundMoney(amount) : "0.00"));

  const negative = big(amount).lt(0);
  const cents = big(amount).abs().times(100).round(0, Big.roundHalfUp);
  const shares = weights.map((weight) => cents.times(weight).div(total));
  const parts = shares.map((share) => share.round(0, Big.roundDown));
  let left = Number(cents.minus(parts.reduce((sum, part) => sum.plus(part), big("0"))).toFixed(0));
  const byRemainder = shares
    .map((share, i) => ({ i, remainder: share.minus(parts[i]!) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    parts[i] = parts[i]!.plus(1);
    left -= 1;
  }
  return parts.map((part) => roundMoney(negative ? part.div(-100) : part.div(100)));
}
