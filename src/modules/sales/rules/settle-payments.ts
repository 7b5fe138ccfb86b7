import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { accept, refuse, refuseField, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import type { PaymentMethod } from "../schema.ts";
import { adjustPayments, dueBy, type Tender } from "./adjust-payments.ts";
import { coinOf, methodPercent } from "./method-percent.ts";

/** Methods that settle at once; the customer's account and store credit need their ledgers. */
export const SETTLED_METHODS = ["cash", "debit", "credit", "transfer", "wallet"] as const;

/** Methods that a sale can be paid by. */
const PAYING: readonly string[] = [...SETTLED_METHODS, "account", "store_credit"] satisfies PaymentMethod[];

export type SettledMethod = (typeof SETTLED_METHODS)[number];

export interface SettledPayment {
  method: PaymentMethod;
  /** As handed over; the change went back in cash. */
  amount: Decimal;
  /** Null: in one payment. */
  installments: number | null;
  /** What this method added to the sale, or took off. */
  adjustment: Decimal;
}

export interface Settlement {
  payments: SettledPayment[];
  change: Decimal;
  /** What the methods add to the total, or take off. */
  adjustment: Decimal;
  /** What of it the missing coins took off: zero or less. */
  rounding: Decimal;
}

interface OfferedPayment {
  method: PaymentMethod;
  amount: Decimal;
  installments?: number;
  code?: string;
}

type MethodTender = Tender & { method: PaymentMethod; installments: number | null };

/**
 * Whether what is offered pays the total (before methods are counted), and what the methods make of it. No payments means exact cash. Change
 * is given from cash only: a card or a transfer that passes what is due is a mistake of the cashier, and is said.
 */
export function settlePayments(total: Decimal, offered: readonly OfferedPayment[] | undefined, rules: SaleRules): Result<Settlement> {
  if (isZero(total) && (offered === undefined || offered.length === 0)) return accept({ payments: [], change: "0.00", adjustment: "0.00", rounding: "0.00" });
  if (offered?.length === 0) return refuse("payment_short", { params: { missing: roundMoney(total) } });
  const tenders = offered === undefined ? exactCash(total, rules) : readTenders(offered, rules);
  return Array.isArray(tenders) ? settle(total, tenders) : tenders;
}

function exactCash(total: Decimal, rules: SaleRules): MethodTender[] {
  const by = { percent: methodPercent(rules, "cash") ?? "0", coin: coinOf("cash", rules) };
  return [{ method: "cash", amount: dueBy(total, by), installments: null, ...by }];
}

function readTenders(offered: readonly OfferedPayment[], rules: SaleRules): MethodTender[] | Refusal {
  const tenders: MethodTender[] = [];
  for (const [i, { method, amount, installments, code }] of offered.entries()) {
    if (code !== undefined && method !== "store_credit") return refuseField(`payments.${i}.code`, "not_allowed");
    if (!PAYING.includes(method)) return refuseField(`payments.${i}.method`, "method_unavailable");
    if (installments !== undefined && method !== "credit") return refuseField(`payments.${i}.installments`, "not_allowed");
    const percent = methodPercent(rules, method, installments);
    if (percent === null) return refuseField(`payments.${i}.installments`, "installments_unknown");
    tenders.push({ method, amount: roundMoney(amount), percent, coin: coinOf(method, rules), installments: installments === undefined || installments === 1 ? null : installments });
  }
  return tenders;
}

function settle(total: Decimal, tenders: readonly MethodTender[]): Result<Settlement> {
  const { adjustments, adjustment, rounding, left, missing } = adjustPayments(total, tenders);
  if (!isZero(left)) return refuse("payment_short", { params: { missing } });
  const paid = sumMoney(tenders.map(({ amount }) => amount));
  const change = roundMoney(big(paid).minus(total).minus(adjustment));
  const cash = sumMoney(tenders.filter(({ method }) => method === "cash").map(({ amount }) => amount));
  if (compare(change, cash) > 0) return refuse("payment_excess", { params: { excess: roundMoney(big(change).minus(cash)) } });
  return accept({ payments: tenders.map(({ method, amount, installments }, i) => ({ method, amount, installments, adjustment: adjustments[i]! })), change, adjustment, rounding });
}
