import { compare, type Decimal } from "@/kernel/decimal.ts";
import { changeTicket, isOverridden, totalTicket, type Ticket } from "../../rules/ticket.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import type { PriceChange } from "./counter-state.ts";
import { priceOn } from "./follow-lists.ts";

interface Outdated extends PriceChange {
  productId: string;
}

/** Products of a ticket whose catalogue price is another now than when they were added; what somebody priced by hand, and what a label says, stays. */
export function outdatedPrices(core: CounterCore, ticket: Ticket, only: (productId: string) => boolean = () => true): Outdated[] {
  const found = new Map<string, Outdated>();
  for (const line of ticket.lines) {
    const product = line.productId === null || !only(line.productId) ? undefined : core.index.byId.get(line.productId)?.product;
    const now = product && priceOn(core.store.getState(), ticket, product);
    if (!line.productId || !now || now === line.listPrice || line.listPrice === null || line.label?.isPriced || isOverridden(line) || compare(now, line.listPrice) === 0) continue;
    found.set(line.productId, { productId: line.productId, name: line.name, before: line.listPrice, now });
  }
  return [...found.values()];
}

/** Puts the catalogue's prices on a ticket, wherever it stands now, and answers what changed, for people. */
export function takeNewPrices(core: CounterCore, ticketId: string, only: (productId: string) => boolean = () => true): PriceChange[] {
  const { ticket, parked, rules } = core.store.getState();
  const subject = ticket.id === ticketId ? ticket : parked.find((each) => each.ticket.id === ticketId)?.ticket;
  const changes = subject ? outdatedPrices(core, subject, only) : [];
  if (!subject || changes.length === 0) return [];
  const prices = changes.map(({ productId, now }) => ({ productId, unitPrice: now as Decimal }));
  const repriced = changeTicket(subject, { kind: "reprice", prices }).ticket;
  if (subject === ticket) core.store.setState({ ticket: repriced, totals: totalTicket(repriced, rules.breaks) });
  else core.store.setState({ parked: parked.map((each) => (each.ticket === subject ? { ...each, ticket: repriced } : each)) });
  core.keepDraft();
  return changes;
}

/** After news of the catalogue: the ticket keeps the prices that the customer was told, and the strip says which are others now. */
export function tellNewPrices(core: CounterCore, told: ReadonlyMap<string, Decimal>): ReadonlyMap<string, Decimal> {
  const outdated = outdatedPrices(core, core.store.getState().ticket);
  const news = outdated.filter(({ productId, now }) => told.get(productId) !== now);
  if (news.length > 0) notify(core, { kind: "newPrices", changes: news }, "warning");
  return new Map(outdated.map(({ productId, now }) => [productId, now]));
}

/** Before money is taken the ticket costs what the server will charge. True when that changed it: the cashier says the new total first. */
export function pricesMoved(core: CounterCore): boolean {
  const changes = takeNewPrices(core, core.store.getState().ticket.id);
  if (changes.length > 0) notify(core, { kind: "pricesTaken", changes }, "warning");
  return changes.length > 0;
}
