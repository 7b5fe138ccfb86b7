import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import { roundMoney } from "@/kernel/money.ts";
import { passesDiscountLimit } from "../../rules/discount-limit.ts";
import { isCode } from "../../rules/parse-entry.ts";
import { readSum } from "../../rules/read-sum.ts";
import { saleRequestOf } from "../../rules/sale-request.ts";
import { openTicket, totalTicket, unpricedLine, type Ticket } from "../../rules/ticket.ts";
import { applyAction, notifyRefusal } from "./apply-action.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY, type Receipt } from "./counter-state.ts";
import { openEditor } from "./open-editor.ts";
import { submitEntry } from "./submit-entry.ts";

/** Turns the side panel into payment with the whole amount in the field, if the ticket can be charged at all. */
export function openPayment(core: CounterCore): void {
  if (!isChargeable(core)) return;
  const { totals } = core.store.getState();
  core.store.setState({ paying: formatNumber(totals.total, core.setting.format, { minFraction: 2 }), editor: null, notice: null, receipt: null });
}

export function typePayment(core: CounterCore, text: string): void {
  core.store.setState({ paying: text });
}

export function closePayment(core: CounterCore): void {
  core.store.setState({ paying: null });
}

function isChargeable(core: CounterCore): boolean {
  const { ticket, totals } = core.store.getState();
  const unpriced = unpricedLine(ticket);
  const { maxDiscountPercent } = core.setting.member.thresholds;
  if (ticket.lines.length === 0) notifyRefusal(core, "sale_empty");
  else if (unpriced) {
    applyAction(core, { kind: "select", key: unpriced.key });
    openEditor(core, "price");
    notifyRefusal(core, "price_missing", { name: unpriced.name });
  } else if (passesDiscountLimit(totals.lines, maxDiscountPercent)) notifyRefusal(core, "discount_over_limit", { max: maxDiscountPercent });
  else return true;
  return false;
}

/** Takes the amount in the field as cash handed over; an empty field is the exact amount. */
export function payTyped(core: CounterCore, at: number): void {
  const { paying, totals } = core.store.getState();
  if (paying === null) return;
  const text = paying.trim();
  if (isCode(text, { scanned: false })) {
    closePayment(core);
    submitEntry(core, text, { scanned: true, at });
    return notify(core, { kind: "notANumber" }, "warning");
  }
  const tendered = text === "" ? totals.total : readSum(text, core.setting.format.decimal, 2);
  if (tendered === null) notifyRefusal(core, "not_a_number");
  else if (compare(tendered, totals.total) < 0) notifyRefusal(core, "payment_short");
  else finish(core, roundMoney(tendered));
}

/** Ctrl+Enter: exact cash, from anywhere. */
export function payExact(core: CounterCore): void {
  if (isChargeable(core)) finish(core, core.store.getState().totals.total);
}

/** The counter does not wait for the server: the change is shown and the next sale may begin at once. */
function finish(core: CounterCore, tendered: Decimal): void {
  const { ticket, totals } = core.store.getState();
  const change = roundMoney(big(tendered).minus(totals.total));
  const next = openTicket(core.newTicketId());
  const receipt: Receipt = { saleId: ticket.id, lines: ticket.lines, totals, soldAt: new Date().toISOString(), total: totals.total, tendered, change, number: null };
  core.store.setState({
    ticket: next,
    totals: totalTicket(next),
    paying: null,
    editor: null,
    ...EMPTY_ENTRY,
    notice: null,
    flash: null,
    receipt,
    lastSold: receipt,
  });
  takeFromStock(core, ticket);
  core.outbox.add({ request: saleRequestOf(ticket, tendered, core.setting.miscName), ticket: { ...ticket, past: [] }, total: totals.total });
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
