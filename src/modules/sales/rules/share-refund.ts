import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { allocateMoney, roundMoney } from "@/kernel/money.ts";
import type { PaymentMethod } from "../schema.ts";
import type { Refund } from "./refunds.ts";

export interface MethodAmount {
  method: PaymentMethod;
  amount: Decimal;
}

/** By what a refund is paid. `kept` is what each method of the sale brought and has not been given back by it. */
export function shareRefund(refund: Refund, total: Decimal, kept: readonly MethodAmount[]): MethodAmount[] {
  if (compare(total, "0") === 0) return [];
  if (refund !== "original" || kept.length === 0) return [{ method: refund === "original" ? "cash" : refund, amount: roundMoney(total) }];
  const parts = allocateMoney(total, kept.map(({ amount }) => amount));
  return kept.map(({ method }, i) => ({ method, amount: parts[i]! })).filter(({ amount }) => compare(amount, "0") > 0);
}

/** What the methods of a sale brought, change off the cash, less `given`; nothing below zero. */
export function keptOf(payments: readonly MethodAmount[], change: Decimal, given: readonly MethodAmount[]): MethodAmount[] {
  const byMethod = new Map<PaymentMethod, Decimal>();
  const add = ({ method, amount }: MethodAmount, sign: 1 | -1): void => {
    byMethod.set(method, roundMoney(big(byMethod.get(method) ?? "0").plus(big(amount).times(sign))));
  };
  for (const payment of payments) add(payment, 1);
  if (compare(change, "0") > 0) add({ method: "cash", amount: change }, -1);
  for (const refund of given) add(refund, -1);
  return [...byMethod].map(([method, amount]) => ({ method, amount })).filter(({ amount }) => compare(amount, "0") > 0);
}
