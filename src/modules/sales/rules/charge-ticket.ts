import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import type { TicketTotals } from "@/modules/pricing/rules/total-lines.ts";
import { adjustPayments, dueBy } from "./adjust-payments.ts";
import { coinOf, methodPercent } from "./method-percent.ts";
import type { SettledMethod } from "./settle-payments.ts";
import { totalTicket, type TicketContent } from "./ticket.ts";

/** What the counter takes: what settles at once, and the account of a customer who is known. */
export type CounterMethod = SettledMethod | "account";

/** How what is left of a ticket is going to be paid. */
export interface ChosenMethod {
  method: CounterMethod;
  /** Payments by credit card; 1 for all others. */
  count: number;
}

export interface ChosenTender extends ChosenMethod {
  amount: Decimal;
}

export interface Charge {
  totals: TicketTotals;
  /** What of the adjustments the missing coins took off. */
  rounding: Decimal;
  /** What each tender added, in their order. */
  adjustments: Decimal[];
  paid: Decimal;
  change: Decimal;
}

/** What a method asks for to pay what `tenders` leave of a ticket's total. */
export function askedBy(total: Decimal, rules: SaleRules, tenders: readonly ChosenTender[], chosen: ChosenMethod): Decimal {
  return dueBy(adjustPayments(total, tenders.map((tender) => withPercent(tender, rules))).left, withPercent(chosen, rules));
}

/** The ticket as it is charged with these tenders, by the arithmetic that the server charges it with; or why not yet. */
export function chargeTicket(ticket: TicketContent, rules: SaleRules, tenders: readonly ChosenTender[]): Charge | RefusalCode {
  const plain = totalTicket(ticket, rules.breaks);
  const { adjustment, adjustments, rounding, left } = adjustPayments(plain.total, tenders.map((tender) => withPercent(tender, rules)));
  if (!isZero(left)) return "payment_short";
  const totals = isZero(adjustment) ? plain : totalTicket(ticket, rules.breaks, adjustment);
  const paid = sumMoney(tenders.map(({ amount }) => amount));
  const change = roundMoney(big(paid).minus(totals.total));
  const cash = sumMoney(tenders.filter(({ method }) => method === "cash").map(({ amount }) => amount));
  return compare(change, cash) > 0 ? "payment_excess" : { totals, adjustments, rounding, paid, change };
}

/** A number of instalments that the list no longer offers costs what one payment does, until the server says so. */
function percentOf({ method, count }: ChosenMethod, rules: SaleRules): Decimal {
  return methodPercent(rules, method, count) ?? methodPercent(rules, method) ?? "0";
}

function withPercent<T extends ChosenMethod>(tender: T, rules: SaleRules) {
  return { ...tender, percent: percentOf(tender, rules), coin: coinOf(tender.method, rules) };
}
