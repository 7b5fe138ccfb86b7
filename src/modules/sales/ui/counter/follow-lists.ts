import type { StoreApi } from "zustand/vanilla";
import type { Decimal } from "@/kernel/decimal.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import { totalLines } from "@/modules/pricing/rules/total-lines.ts";
import { priceByPosList, worthBack, type PosList } from "../../rules/pos-list.ts";
import type { PosProduct } from "../../rules/pos-product.ts";
import { totalTicket, type Ticket, type UnreceiptedBack } from "../../rules/ticket.ts";
import { askServer } from "./ask-server.ts";
import type { CounterCore } from "./counter-core.ts";
import type { CounterState } from "./counter-state.ts";

/** The list that prices a ticket; null: the counter's own, or one that this till has not heard yet. */
function listOf({ lists }: CounterState, { customer }: Ticket): PosList | null {
  return customer?.list ? (lists[customer.list.id] ?? null) : null;
}

/** What a product costs on a ticket. */
export function priceOn(state: CounterState, ticket: Ticket, product: Pick<PosProduct, "id" | "salePrice">): Decimal | null {
  const list = listOf(state, ticket);
  const price = priceByPosList(list, product);
  return list === null || price === null ? price : plainPrice(price);
}

/** A product at what it costs on the ticket that stands on the counter. */
export function priced<T extends Pick<PosProduct, "id" | "salePrice">>(core: CounterCore, product: T): T {
  const state = core.store.getState();
  const salePrice = priceOn(state, state.ticket, product);
  return salePrice === product.salePrice ? product : { ...product, salePrice };
}

/** What comes back without its sale, at what it is worth on this ticket; a price that somebody said stays. */
export function backOn(core: CounterCore, ticket: Ticket): Ticket {
  if (!ticket.back?.some((line) => "productId" in line)) return ticket;
  return { ...ticket, back: ticket.back.map((line) => ("productId" in line && !line.isSaid ? atWorth(core, ticket, line) : line)) };
}

function atWorth(core: CounterCore, ticket: Ticket, line: UnreceiptedBack): UnreceiptedBack {
  const product = core.index.byId.get(line.productId)?.product;
  const unitPrice = worthBack(line.lowest, product ? priceOn(core.store.getState(), ticket, product) : null) ?? line.unitPrice;
  const { total, tax } = totalLines({ lines: [{ quantity: line.quantity, unitPrice, discount: null, taxRate: line.taxRate }], ticketDiscount: null });
  return { ...line, unitPrice, total, tax };
}

/** Whatever brings another ticket onto the counter, or news of lists: the rules of its list hold, and its total says so in the same frame. Answers how to stop. */
export function followLists(store: StoreApi<CounterState>): () => void {
  return store.subscribe((state) => {
    const rules = listOf(state, state.ticket)?.rules ?? state.counterRules;
    if (rules !== state.rules) store.setState({ rules, totals: totalTicket(state.ticket, rules.breaks) });
  });
}

/** Asks the server for a list. "gone": it is none any more; null: no answer. */
export async function loadList(core: CounterCore, id: string): Promise<PosList | "gone" | null> {
  const answer = await askServer<PosList>(core, "GET", `/api/v1/ops/price-lists/${id}`);
  if (!answer.ok) return answer.code === "not_found" ? "gone" : null;
  const known = core.store.getState().lists[id];
  if (JSON.stringify(known) !== JSON.stringify(answer.value)) core.store.setState(({ lists }) => ({ lists: { ...lists, [id]: answer.value } }));
  return answer.value;
}

/** Hears again of the lists of the tickets that are open here; one that is gone prices nothing any more. */
export async function refreshLists(core: CounterCore): Promise<void> {
  const { ticket, parked } = core.store.getState();
  const ids = new Set([ticket, ...parked.map((each) => each.ticket)].flatMap(({ customer }) => customer?.list?.id ?? []));
  for (const id of ids) if ((await loadList(core, id)) === "gone") forgetList(core, id);
}

function forgetList(core: CounterCore, id: string): void {
  const without = (ticket: Ticket): Ticket => {
    if (ticket.customer?.list?.id !== id) return ticket;
    const { list: _gone, ...customer } = ticket.customer;
    return { ...ticket, customer };
  };
  core.store.setState(({ ticket, parked }) => ({ ticket: without(ticket), parked: parked.map((each) => ({ ...each, ticket: without(each.ticket) })) }));
}
