import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import type { TicketTotals } from "@/modules/pricing/rules/total-lines.ts";
import { adjustPayments, dueBy, roundRest } from "./adjust-payments.ts";
import { coinOf, methodPercent } from "./method-percent.ts";
import type { SettledMethod } from "./settle-payments.ts";
import { backOf, totalTicket, type Ticket, type TicketContent } from "./ticket.ts";

/** What the counter takes: what settles at once, the account of a customer who is known, and vouchers by their code. */
export type CounterMethod = SettledMethod | "account" | "store_credit";

/** How an exchange gives back what it is short of. */
export type RestWay = "cash" | "store_credit";

/** How what is left of a ticket is going to be paid. */
export interface ChosenMethod {
  method: CounterMethod;
  /** Payments by credit card; 1 for all others. */
  count: number;
}

export interface ChosenTender extends ChosenMethod {
  amount: Decimal;
  /** Of a voucher. */
  code?: string;
}

export interface Charge {
  totals: TicketTotals;
  /** With what comes back taken off; negative: that is given. */
  total: Decimal;
  /** What of the adjustments the missing coins took off. */
  rounding: Decimal;
  /** What each tender added, in their order. */
  adjustments: Decimal[];
  paid: Decimal;
  change: Decimal;
  /** Given as a voucher. */
  credit: Decimal;
}

/** What is to be paid of a ticket before any method is counted; negative: to be given back. */
export function dueOf(ticket: Pick<Ticket, "back">, { total }: Pick<TicketTotals, "total">): Decimal {
  return roundMoney(big(total).minus(backOf(ticket)));
}

/** What a method asks for to pay what `tenders` leave of a ticket's total. */
export function askedBy(total: Decimal, rules: SaleRules, tenders: readonly ChosenTender[], chosen: ChosenMethod): Decimal {
  return dueBy(adjustPayments(total, tenders.map((tender) => withPercent(tender, rules))).left, withPercent(chosen, rules));
}

/** What the chosen method adds to the part that it is asked for, in cents and before missing coins; negative: its discount. */
export function adjustmentOf(total: Decimal, { coin: _coin, ...rules }: SaleRules, tenders: readonly ChosenTender[], chosen: ChosenMethod): Decimal {
  const { left } = adjustPayments(total, tenders.map((tender) => withPercent(tender, rules)));
  return roundMoney(big(dueBy(left, withPercent(chosen, rules))).minus(left));
}

/** The ticket as it is charged with these tenders, by the arithmetic that the server charges it with; or why not yet. */
export function chargeTicket(ticket: TicketContent & Pick<Ticket, "back">, rules: SaleRules, tenders: readonly ChosenTender[], rest: RestWay = "cash"): Charge | RefusalCode {
  const plain = totalTicket(ticket, rules.breaks);
  const due = dueOf(ticket, plain);
  if (compare(due, "0") < 0) return tenders.length > 0 ? "payment_excess" : giveRest(ticket, plain, { due, rules, rest });
  const { adjustment, adjustments, rounding, left } = adjustPayments(due, tenders.map((tender) => withPercent(tender, rules)));
  if (!isZero(left)) return "payment_short";
  const totals = isZero(adjustment) ? plain : totalTicket(ticket, rules.breaks, adjustment);
  const paid = sumMoney(tenders.map(({ amount }) => amount));
  const total = dueOf(ticket, totals);
  const change = roundMoney(big(paid).minus(total));
  const cash = sumMoney(tenders.filter(({ method }) => method === "cash").map(({ amount }) => amount));
  return compare(change, cash) > 0 ? "payment_excess" : { totals, total, adjustments, rounding, paid, change, credit: "0.00" };
}

function giveRest(ticket: TicketContent, plain: TicketTotals, { due, rules, rest }: { due: Decimal; rules: SaleRules; rest: RestWay }): Charge {
  const rounding = rest === "cash" ? roundRest(due, plain.total, coinOf("cash", rules)) : "0.00";
  const totals = isZero(rounding) ? plain : totalTicket(ticket, rules.breaks, rounding);
  const total = roundMoney(big(due).plus(rounding));
  const given = roundMoney(big(total).times(-1));
  return { totals, total, adjustments: [], rounding, paid: "0.00", change: rest === "cash" ? given : "0.00", credit: rest === "cash" ? "0.00" : given };
}

/** A number of instalments that the list no longer offers costs what one payment does, until the server says so. */
function percentOf({ method, count }: ChosenMethod, rules: SaleRules): Decimal {
  return methodPercent(rules, method, count) ?? methodPercent(rules, method) ?? "0";
}

function withPercent<T extends ChosenMethod>(tender: T, rules: SaleRules) {
  return { ...tender, percent: percentOf(tender, rules), coin: coinOf(tender.method, rules) };
}
