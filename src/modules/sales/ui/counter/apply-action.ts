import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { discountOf } from "../../rules/approval.ts";
import { passesDiscountLimit } from "../../rules/discount-limit.ts";
import { changeTicket, currentLine, totalTicket, type Change, type Ticket, type TicketAction, type TicketLine } from "../../rules/ticket.ts";
import type { TicketTotals } from "@/modules/pricing/rules/total-lines.ts";
import type { Refusal } from "@/kernel/refusal.ts";
import type { Ask } from "./ask-approval.ts";
import { isFarFromUsual } from "./average-ticket.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { discountAtHand, mayPrice } from "./rights-at-hand.ts";

/** From this quantity on the cashier is asked once more: a slipped key costs a customer money. */
const HUGE: Decimal = "1000";

/** Changes the ticket on the counter within the member's limits, and says what came of it. False when it was not done. */
export function applyAction(core: CounterCore, action: TicketAction, confirmed = false): boolean {
  const { ticket } = core.store.getState();
  if (action.kind === "price" && currentLine(ticket, action.key)?.productId && !mayPrice(core)) return refuse(core, "price_override", undefined, { needs: { price: true }, refused: { kind: "action", action } });
  const change = changeTicket(ticket, action);
  if (change.event.kind === "refused") {
    const { code, line } = change.event;
    const name = line?.name ?? (action.kind === "add" ? action.product.name : undefined);
    return refuse(core, code, name === undefined ? undefined : { name });
  }
  if (!confirmed && becomesHuge(core, ticket, change)) return askAgain(core, action, change);

  const sameContent = change.ticket.lines === ticket.lines && change.ticket.discount === ticket.discount;
  const totals = sameContent ? core.store.getState().totals : totalTicket(change.ticket, core.store.getState().rules.breaks);
  const max = discountAtHand(core);
  if (mayPassLimit(action) && passesDiscountLimit(totals.lines, max)) {
    return refuse(core, "discount_over_limit", { max: { figure: max } }, { needs: { discountPercent: discountOf(totals.lines) }, refused: { kind: "action", action } });
  }
  commit(core, change, totals);
  return true;
}

function refuse(core: CounterCore, code: Parameters<typeof notifyRefusal>[1], params?: Refusal["params"], ask?: Ask): false {
  notifyRefusal(core, code, params, ask);
  return false;
}

export function notifyRefusal(core: CounterCore, code: Extract<Change["event"], { kind: "refused" }>["code"], params?: Refusal["params"], ask?: Ask): void {
  notify(core, { kind: "refusal", code, params, ask }, "error");
}

function mayPassLimit({ kind }: TicketAction): boolean {
  return kind === "discount" || kind === "quantity" || kind === "step" || kind === "price";
}

function becomesHuge(core: CounterCore, before: Ticket, { event }: Change): boolean {
  if (event.kind !== "added" && event.kind !== "changed") return false;
  const was = before.lines.find((line) => line.key === event.line.key);
  const isMany = compare(event.line.quantity, HUGE) >= 0 && compare(was?.quantity ?? "0", HUGE) < 0;
  const costs = ({ quantity, unitPrice }: TicketLine): Decimal => big(quantity).times(unitPrice).toFixed();
  // One piece of what is dear is no slipped key.
  const isSlip = compare(event.line.quantity, "1") > 0 && isFarFromUsual(core, costs(event.line)) && !(was && isFarFromUsual(core, costs(was)));
  return isMany || isSlip;
}

function askAgain(core: CounterCore, action: TicketAction, { event }: Change): false {
  const { quantity, unit } = (event as { line: TicketLine }).line;
  core.store.setState({ confirming: { action, at: core.now() } });
  notify(core, { kind: "confirmQuantity", quantity, unit }, "warning");
  return false;
}

function commit(core: CounterCore, { ticket, event }: Change, totals: TicketTotals): void {
  const { flash } = core.store.getState();
  const line = event.kind === "added" || event.kind === "changed" ? event.line : null;
  core.store.setState({
    ticket,
    totals,
    confirming: null,
    heldList: null,
    notice: null,
    receipt: null,
    flash: line ? { key: line.key, count: (flash?.count ?? 0) + 1 } : flash,
  });
  if (event.kind === "added") core.play("tick");
  if (event.kind === "removed") notify(core, { kind: "removed", name: event.line.name || core.setting.miscName });
  if (event.kind === "undone") notify(core, { kind: "undone" });
  if (event.kind === "discounted") notify(core, { kind: "ticketDiscount" });
  if (line && isBelowCost(core, ticket, totals, line)) notify(core, { kind: "belowCost", name: line.name || core.setting.miscName }, "warning");
}

/** Only members who may see costs have them in memory; to the others nothing is said. */
function isBelowCost(core: CounterCore, ticket: Ticket, totals: TicketTotals, line: TicketLine): boolean {
  const cost = line.productId === null ? null : core.index.byId.get(line.productId)?.product.cost;
  const total = totals.lines[ticket.lines.indexOf(line)]?.total;
  if (!cost || total === undefined || compare(line.unitPrice, "0") === 0) return false;
  return compare(total, big(cost).times(line.quantity).round(2)) < 0;
}
