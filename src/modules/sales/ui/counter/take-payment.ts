import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { roundRest } from "../../rules/adjust-payments.ts";
import { askedBy, chargeTicket, dueOf, type ChosenMethod, type ChosenTender } from "../../rules/charge-ticket.ts";
import { discountOf } from "../../rules/approval.ts";
import { passesDiscountLimit } from "../../rules/discount-limit.ts";
import { isCode } from "../../rules/parse-entry.ts";
import { readSum } from "../../rules/read-sum.ts";
import { saleRequestOf } from "../../rules/sale-request.ts";
import { openTicket, priceLines, totalTicket, unpricedLine, type Ticket } from "../../rules/ticket.ts";
import { applyAction, notifyRefusal } from "./apply-action.ts";
import { noteTicketTotal } from "./average-ticket.ts";
import { takeEditor } from "./commit-editor.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { BY_CASH, EMPTY_ENTRY, NOT_PAYING, type CounterState, type Receipt } from "./counter-state.ts";
import { pricesMoved } from "./new-prices.ts";
import { withPart } from "./later.tsx";
import { openEditor } from "./open-editor.ts";
import { CUSTOMERS } from "./parts.ts";
import { discountAtHand, refundAtHand } from "./rights-at-hand.ts";
import { submitEntry } from "./submit-entry.ts";
import { atRegister } from "../register-here.ts";

/** The Enter that says "it came" is a second one, not the same finger twice. */
const SETTLED_MS = 300;

/** Turns the side panel into payment with the whole amount in the field, if the ticket can be charged at all. */
export function openPayment(core: CounterCore): void {
  if (!takeEditor(core, core.now()) || !isChargeable(core)) return;
  const { notice } = core.store.getState();
  const moved = pricesMoved(core);
  core.store.setState({ chosen: BY_CASH, rest: "cash", voucher: null, tenders: [], editor: null, picking: null, receipt: null, ...(moved || notice === null ? {} : { notice: null }) });
  core.store.setState({ paying: askedText(core, BY_CASH) });
}

/** What a method asks for now, in the shop's currency. */
export function asked(core: CounterCore, chosen: ChosenMethod): Decimal {
  const { ticket, totals, rules, tenders } = core.store.getState();
  return askedBy(dueOf(ticket, totals), rules, tenders, chosen);
}

/** What the missing coins take off while the rest is paid by the chosen method: zero or less. */
export function roundingAsked({ ticket, totals, rules, tenders, chosen, rest }: Pick<CounterState, "ticket" | "totals" | "rules" | "tenders" | "chosen" | "rest">): Decimal {
  const due = dueOf(ticket, totals);
  if (compare(due, "0") < 0) return rest === "cash" ? roundRest(due, totals.total, rules.coin ?? null) : "0.00";
  const { coin: _coin, ...toTheCent } = rules;
  return roundMoney(big(askedBy(due, rules, tenders, chosen)).minus(askedBy(due, toTheCent, tenders, chosen)));
}

function askedText(core: CounterCore, chosen: ChosenMethod): string {
  return formatNumber(asked(core, chosen), core.setting.format, { minFraction: 2 });
}

/** Takes a method for what is left; a smaller amount that somebody typed before is the part that this method pays, and the rest stays with the one before. */
export function chooseMethod(core: CounterCore, wanted: ChosenMethod): void {
  const { paying, chosen, tenders } = core.store.getState();
  if (paying === null) return;
  if (givesRest(core)) return wanted.method === "cash" || wanted.method === "store_credit" ? core.store.setState({ rest: wanted.method }) : undefined;
  if (wanted.method === "store_credit") return core.store.setState({ voucher: "", settling: null });
  if (wanted.method === "account" && !core.store.getState().ticket.customer) return withPart(core, CUSTOMERS, ({ askDebtor }) => askDebtor(core));
  const typed = paying === askedText(core, chosen) ? null : readSum(paying.trim(), core.setting.format.decimal, 2);
  const isPart = typed !== null && compare(typed, "0") > 0 && compare(typed, asked(core, wanted)) < 0;
  core.store.setState({ settling: null });
  if (isPart) core.store.setState({ tenders: [...tenders, { ...wanted, amount: roundMoney(typed) }] });
  else core.store.setState({ chosen: wanted });
  core.store.setState({ paying: askedText(core, isPart ? chosen : wanted), notice: null });
}

/** A part that is sure to be paid; the rest is asked for by the method that is chosen. */
export function takeTender(core: CounterCore, tender: ChosenTender): void {
  core.store.setState(({ tenders }) => ({ tenders: [...tenders, tender] }));
  core.store.setState({ paying: askedText(core, core.store.getState().chosen), notice: null });
}

/** Whether the ticket takes back more than it sells. */
export function givesRest(core: CounterCore): boolean {
  const { ticket, totals } = core.store.getState();
  return compare(dueOf(ticket, totals), "0") < 0;
}

/** Takes a part back that a method was to pay. */
export function dropTender(core: CounterCore, at: number): void {
  core.store.setState({ tenders: core.store.getState().tenders.filter((_, i) => i !== at) });
  core.store.setState({ paying: askedText(core, core.store.getState().chosen) });
}

/** The amount in the field is asked for anew, after prices or the customer changed. */
export function askAnew(core: CounterCore): void {
  core.store.setState({ paying: askedText(core, core.store.getState().chosen) });
}

export function typePayment(core: CounterCore, text: string): void {
  core.store.setState({ paying: text, settling: null });
}

export function closePayment(core: CounterCore): void {
  core.store.setState(NOT_PAYING);
}

function isChargeable(core: CounterCore): boolean {
  const { givingBack, confirming } = core.store.getState();
  if (givingBack) return false;
  // What waits for its second Enter is asked again: charged without it, the customer pays one of the five thousand.
  if (confirming && !applyAction(core, confirming.action)) return false;
  const { ticket, totals } = core.store.getState();
  const unpriced = unpricedLine(ticket);
  const max = discountAtHand(core);
  const refund = refundAtHand(core);
  const due = dueOf(ticket, totals);
  // What comes back of a known sale alone is a return of it, and not a sale.
  if (ticket.lines.length === 0 && !ticket.back?.some((line) => "productId" in line)) notifyRefusal(core, "sale_empty");
  else if (unpriced) {
    applyAction(core, { kind: "select", key: unpriced.key });
    openEditor(core, "price");
    notifyRefusal(core, "price_missing", { name: unpriced.name });
  } else if (passesDiscountLimit(totals.lines, max)) notifyRefusal(core, "discount_over_limit", { max: { figure: max } }, { needs: { discountPercent: discountOf(totals.lines) }, refused: { kind: "charge" } });
  else if (refund !== null && compare(due, "0") < 0 && compare(due.slice(1), refund) > 0) notifyRefusal(core, "refund_over_limit", { max: { money: refund } }, { needs: { refund: due.slice(1) }, refused: { kind: "charge" } });
  else return true;
  return false;
}

/** Takes the amount in the field as handed over; an empty field is the exact amount. */
export function payTyped(core: CounterCore, at: number): void {
  const { paying, chosen, tenders } = core.store.getState();
  if (paying === null) return;
  if (givesRest(core)) return finish(core, []);
  const text = paying.trim();
  if (isCode(text, { scanned: false })) {
    closePayment(core);
    submitEntry(core, text, { scanned: true, at });
    return notify(core, { kind: "notANumber" }, "warning");
  }
  const amount = text === "" ? asked(core, chosen) : readSum(text, core.setting.format.decimal, 2);
  if (amount === null) notifyRefusal(core, "not_a_number");
  else settle(core, [...tenders, { ...chosen, amount: roundMoney(amount) }], at);
}

/** Nobody tells this till whether a card or a transfer went through: the cashier looks, and a second Enter says so. */
function settle(core: CounterCore, offered: readonly ChosenTender[], at: number): void {
  const { settling, ticket, rules } = core.store.getState();
  const electronic = offered.filter(({ method, amount }) => method !== "cash" && method !== "account" && method !== "store_credit" && !isZero(amount));
  const charge = chargeTicket(ticket, rules, offered.filter(({ amount }) => !isZero(amount)));
  if (electronic.length === 0 || typeof charge === "string") return finish(core, offered);
  if (settling === null) {
    core.store.setState({ settling: at });
    return notify(core, { kind: "settled", amount: sumMoney(electronic.map(({ amount }) => amount)) }, "warning");
  }
  if (at - settling >= SETTLED_MS) finish(core, offered);
}

/** Ctrl+Enter: exact cash, from anywhere. */
export function payExact(core: CounterCore): void {
  if (!takeEditor(core, core.now()) || !isChargeable(core) || pricesMoved(core)) return;
  core.store.setState({ tenders: [], rest: "cash" });
  finish(core, givesRest(core) ? [] : [{ ...BY_CASH, amount: asked(core, BY_CASH) }]);
}

/** The counter does not wait for the server: the change is shown and the next sale may begin at once. */
function finish(core: CounterCore, offered: readonly ChosenTender[]): void {
  const { ticket, rules, rest } = core.store.getState();
  const tenders = offered.filter(({ amount }) => !isZero(amount));
  const charge = chargeTicket(ticket, rules, tenders, rest);
  if (typeof charge === "string") return notifyRefusal(core, charge);
  const { totals, total, paid, change, credit } = charge;
  const payments = tenders.map((tender, i) => ({ ...tender, adjustment: charge.adjustments[i]! }));
  const next = openTicket(core.newTicketId());
  const receipt: Receipt = { saleId: ticket.id, ticket: { ...ticket, past: [] }, lines: priceLines(ticket.lines, rules.breaks), totals, soldAt: new Date().toISOString(), total, tendered: paid, payments, change, back: ticket.back ?? [], credit, creditCode: null, rounding: charge.rounding, number: null, customer: ticket.customer?.name ?? null, list: ticket.customer?.list?.name ?? null };
  core.store.setState({
    ticket: next,
    totals: totalTicket(next, rules.breaks),
    ...NOT_PAYING,
    editor: null,
    ...EMPTY_ENTRY,
    notice: null,
    flash: null,
    receipt,
    lastSold: receipt,
    lastBack: null,
  });
  noteTicketTotal(core, totals.total);
  takeFromStock(core, ticket);
  core.outbox.add({ request: { ...saleRequestOf(ticket, tenders, total, core.setting.miscName, total.startsWith("-") ? rest : undefined), ...atRegister(core.setting.shop.slug) }, ticket: { ...ticket, past: [] }, total });
  // After the queue, so that a ticket is written down in two places for a moment, but never in none.
  core.keepDraft();
  core.play("done");
}

/** Until the next answer of the server this till counts for itself. */
function takeFromStock(core: CounterCore, ticket: Ticket): void {
  for (const { productId, quantity } of ticket.lines) {
    const product = productId === null ? undefined : core.index.byId.get(productId)?.product;
    if (product) product.stock = big(product.stock).minus(quantity).toFixed();
  }
}
