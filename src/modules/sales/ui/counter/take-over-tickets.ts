import { openTicket, type Ticket } from "../../rules/ticket.ts";
import type { Counter } from "./create-counter.ts";
import { deviceText, readTickets, writeTickets, type TextStore } from "./draft-storage.ts";
import { restoreTickets } from "./park-ticket.ts";

/** What this device keeps of one person's open tickets. */
export function ticketsOf(shopSlug: string, memberId: string): TextStore {
  return deviceText(`counter.tickets.${shopSlug}.${memberId}`);
}

/** At a shared till the open tickets belong to the till: whoever takes over finds those of the one before, on the counter or aside. */
export function takeOverTickets(counter: Counter): void {
  const { shop, member } = counter.setting;
  const last = deviceText(`counter.person.${shop.slug}`);
  const before = last.load();
  last.save(member.id);
  if (before === null || before === member.id) return;
  const theirs = ticketsOf(shop.slug, before);
  const left = readTickets(theirs.load()).draft;
  if (!left) return;
  const own = counter.store.getState().parked;
  // What somebody allowed, they allowed the person before.
  const bare = ({ approval: _word, ...ticket }: Ticket): Ticket => ticket;
  restoreTickets(counter, { ticket: bare(left.ticket), parked: [...own, ...left.parked.map((each) => ({ ...each, ticket: bare(each.ticket) }))] });
  theirs.save(writeTickets({ ticket: openTicket(counter.newTicketId()), parked: [] }));
  counter.keepDraft();
}
