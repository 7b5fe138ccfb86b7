import { isEmptyTicket, openTicket, totalTicket, type Ticket } from "../../rules/ticket.ts";
import { needsOf, type Ask } from "./ask-approval.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY, NOT_PAYING, type ParkedTicket, type PriceChange } from "./counter-state.ts";
import { takeNewPrices } from "./new-prices.ts";
import type { PendingSale } from "./sale-outbox.ts";
import type { SaleProblem } from "./send-sale.ts";

const QUIET = { editor: null, ...NOT_PAYING, picking: null, asking: null, confirming: null, heldList: null, ...EMPTY_ENTRY, flash: null, receipt: null } as const;

/** Puts the ticket aside for the next customer; on an empty counter, lists what stands aside, here and at the other tills. */
export function holdTicket(core: CounterCore): void {
  const { ticket, parked, elsewhere, heldList } = core.store.getState();
  if (isEmptyTicket(ticket)) {
    if (heldList) return core.store.setState({ heldList: null });
    if (parked.length + elsewhere.length === 0) notify(core, { kind: "nothingHeld" });
    else core.store.setState({ ...QUIET, heldList: { picked: 0, words: "" }, notice: null });
    void core.sharing?.sync();
    return;
  }
  core.store.setState({ ...QUIET, ...onCounter(core, openTicket(core.newTicketId())), parked: [...parked, aside(ticket)] });
  core.keepDraft();
  notify(core, { kind: "held" });
}

function aside(ticket: Ticket): ParkedTicket {
  return { ticket: { ...ticket, past: [] }, returned: false, heldAt: new Date().toISOString() };
}

/** Brings a ticket onto the counter that stands aside; one that other tills can take too is asked for first. */
export function swapTicket(core: CounterCore, ticketId: string): void {
  const own = core.store.getState().parked.find((each) => each.ticket.id === ticketId);
  if (core.sharing && (!own || own.shared)) void core.sharing.take(ticketId);
  else bringTicket(core, ticketId);
}

/** Brings one onto the counter that stands aside on this device; the one that is there takes its place. */
export function bringTicket(core: CounterCore, ticketId: string): void {
  const wanted = core.store.getState().parked.find((each) => each.ticket.id === ticketId);
  if (!wanted) return;
  setParked(core, (each) => (each === wanted ? null : each));
  putOnCounter(core, wanted.ticket);
}

export function putOnCounter(core: CounterCore, wanted: Ticket): void {
  const { ticket, parked } = core.store.getState();
  core.store.setState({ ...QUIET, ...onCounter(core, { ...wanted, past: [] }), parked: isEmptyTicket(ticket) ? parked : [...parked, aside(ticket)], notice: null });
  core.keepDraft();
}

/** Changes what stands aside here, each by itself; null takes it out. */
export function setParked(core: CounterCore, change: (each: ParkedTicket) => ParkedTicket | null): void {
  core.store.setState(({ parked }) => ({ parked: parked.flatMap((each) => change(each) ?? []) }));
  core.keepDraft();
}

/**
 * A sale that the server refused comes back with its reason: onto the counter if nothing else is being sold, else aside.
 * It gets a new id, since the old one stands for what was refused, and the prices of now.
 */
export function takeBack(core: CounterCore, sale: PendingSale, problem: SaleProblem): void {
  const { ticket: current, parked, paying, receipt, entry } = core.store.getState();
  const ticket = { ...forgetUseless(sale.ticket, problem), id: core.newTicketId(), past: [], chip: null };
  const free = isEmptyTicket(current) && current.chip === null && paying === null && entry === "";
  if (free) core.store.setState({ ...QUIET, ...onCounter(core, ticket) });
  else core.store.setState({ parked: [...parked, { ticket, returned: true }], receipt: receipt?.saleId === sale.ticket.id ? null : receipt });
  core.keepDraft();
  if (core.store.getState().lastSold?.saleId === sale.ticket.id) core.store.setState({ lastSold: null });
  const say = (changes: readonly PriceChange[]) =>
    notify(core, { kind: "returned", total: sale.total, code: problem.code, message: problem.message, changes, ask: free ? askFor(core, problem) : undefined }, "error");
  if (!PRICES_MOVED.includes(problem.code)) return say([]);
  learnPrices(core, problem);
  say(takeNewPrices(core, ticket.id));
  void core.refreshCatalogue().then(() => {
    const later = takeNewPrices(core, ticket.id);
    if (later.length > 0) say(later);
  });
}

/** A word that the server did not take is asked for again. */
function forgetUseless({ approval, ...ticket }: Ticket, { code }: SaleProblem): Ticket {
  return approval && code !== "approval_gone" && code !== "approval_short" ? { ...ticket, approval } : ticket;
}

function askFor(core: CounterCore, { code }: SaleProblem): Ask | undefined {
  const needs = needsOf(core, code);
  return needs ? { needs, refused: { kind: "charge" } } : undefined;
}

const PRICES_MOVED: readonly string[] = ["price_changed", "version_changed"];

/** Takes the prices that the refusal itself brought into the catalogue in memory. */
function learnPrices(core: CounterCore, { prices }: SaleProblem): void {
  for (const { productId, unitPrice } of prices) {
    const product = core.index.byId.get(productId)?.product;
    if (product) product.salePrice = unitPrice;
  }
}

function onCounter(core: CounterCore, ticket: Ticket) {
  return { ticket, totals: totalTicket(ticket, core.store.getState().rules.breaks) };
}

/** What this device keeps of the open tickets between two page loads. */
export interface Draft {
  ticket: Ticket;
  parked: readonly ParkedTicket[];
}

/**
 * Puts the tickets of the last visit back, except those that were charged in its last moment. A ticket that was begun before
 * the till knew of them stays on the counter, and the kept one stands aside.
 */
export function restoreTickets(core: CounterCore, draft: Draft | null): void {
  if (!draft) return;
  const { ticket: begun } = core.store.getState();
  const charged = new Set(core.outbox.pending().map(({ request }) => request.id));
  const parked = draft.parked.filter((each) => !charged.has(each.ticket.id));
  if (charged.has(draft.ticket.id) || draft.ticket.id === begun.id) core.store.setState({ parked });
  else if (isEmptyTicket(begun)) core.store.setState({ ...onCounter(core, draft.ticket), parked });
  else core.store.setState({ parked: isEmptyTicket(draft.ticket) ? parked : [...parked, { ticket: draft.ticket, returned: false }] });
}
