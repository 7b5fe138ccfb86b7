import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { refuseField, type Refusal } from "@/kernel/refusal.ts";
import type { PaymentMethod } from "../schema.ts";

export interface Counted {
  method: PaymentMethod;
  amount: Decimal;
  /** Notes and coins, of cash. */
  denominations?: { value: Decimal; count: number }[];
}

/** What a method brought in a shift, what was expected of it, and what was there. */
export interface MethodReport {
  method: PaymentMethod;
  /** Payments of sales, change off the cash; cancelled ones never were. */
  sales: Decimal;
  refunds: Decimal;
  /** Customers' payments of their accounts. */
  collected: Decimal;
  /** Cash beside sales: the opening float, what was put in and taken out. */
  moved: Decimal;
  expected: Decimal;
  /** Null: nobody counted it, what was expected is taken as there. */
  counted: Decimal | null;
  difference: Decimal;
}

/** What nobody can count: a debt, a customer's or the shop's. */
const UNCOUNTED: readonly PaymentMethod[] = ["account", "store_credit"];

/** Whether notes and coins come to the amount that is said, and nothing is counted that cannot be. */
export function refuseCount(counted: readonly Counted[]): Refusal | null {
  for (const [i, { method, amount, denominations }] of counted.entries()) {
    if (UNCOUNTED.includes(method) || counted.findIndex((one) => one.method === method) !== i) return refuseField(`counted.${i}.method`, "not_allowed");
    if (denominations && compare(sumOfNotes(denominations), amount) !== 0) return refuseField(`counted.${i}.amount`, "conflict");
  }
  return null;
}

export function sumOfNotes(denominations: readonly { value: Decimal; count: number }[]): Decimal {
  return roundMoney(denominations.reduce((sum, { value, count }) => sum.plus(big(value).times(String(count))), big("0")));
}

export function withCount(flow: Omit<MethodReport, "expected" | "counted" | "difference">, counted: readonly Counted[]): MethodReport {
  const expected = roundMoney(big(sumMoney([flow.sales, flow.collected, flow.moved])).minus(flow.refunds));
  const found = counted.find(({ method }) => method === flow.method);
  const amount = found ? roundMoney(found.amount) : null;
  return { ...flow, expected, counted: amount, difference: amount === null ? "0.00" : roundMoney(big(amount).minus(expected)) };
}

/** How much does not fit, all methods together: too much of one makes up for nothing of another. */
export function offBy(methods: readonly MethodReport[]): Decimal {
  return sumMoney(methods.map(({ difference }) => difference.replace("-", "")));
}
