import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { PaymentMethod } from "../schema.ts";

/** Methods that settle at once; the customer's account and store credit need their ledgers. */
export const SETTLED_METHODS = ["cash", "debit", "credit", "transfer", "wallet"] as const;

export type SettledMethod = (typeof SETTLED_METHODS)[number];

export interface SettledPayment {
  method: SettledMethod;
  /** As handed over; the change went back in cash. */
  amount: Decimal;
}

interface OfferedPayment {
  method: PaymentMethod;
  amount: Decimal;
  installments?: number;
}

/**
 * Whether what is offered pays the total. No payments means exact cash. Change is given from cash only: a card or a transfer that
 * passes the total is a mistake of the cashier, and is said.
 */
export function settlePayments(total: Decimal, offered: readonly OfferedPayment[] | undefined): Result<{ payments: SettledPayment[]; change: Decimal }> {
  if (offered === undefined || offered.length === 0) {
    const payments: SettledPayment[] = isZero(total) ? [] : [{ method: "cash", amount: roundMoney(total) }];
    return offered?.length === 0 && !isZero(total) ? refuse("payment_short", { params: { missing: roundMoney(total) } }) : accept({ payments, change: "0.00" });
  }
  const payments: SettledPayment[] = [];
  for (const [i, { method, amount, installments }] of offered.entries()) {
    if (!isSettled(method)) return refuseField(`payments.${i}.method`, "method_unavailable");
    if (installments !== undefined && method !== "credit") return refuseField(`payments.${i}.installments`, "not_allowed");
    payments.push({ method, amount: roundMoney(amount) });
  }

  const paid = sumMoney(payments.map((payment) => payment.amount));
  if (compare(paid, total) < 0) return refuse("payment_short", { params: { missing: roundMoney(big(total).minus(paid)) } });
  const change = roundMoney(big(paid).minus(total));
  const cash = sumMoney(payments.filter((payment) => payment.method === "cash").map((payment) => payment.amount));
  if (compare(change, cash) > 0) return refuse("payment_excess", { params: { excess: roundMoney(big(change).minus(cash)) } });
  return accept({ payments, change });
}

function isSettled(method: PaymentMethod): method is SettledMethod {
  return (SETTLED_METHODS as readonly string[]).includes(method);
}
