import { useMemo } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { dueOf } from "../../rules/charge-ticket.ts";
import { totalTicket, type Ticket } from "../../rules/ticket.ts";
import type { CounterCore } from "./counter-core.ts";
import type { CounterState } from "./counter-state.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** A ticket that stands aside, here or at another till. */
export interface Held {
  id: string;
  name: string;
  total: Decimal;
  /** Null: at this till. */
  by: string | null;
  registerName: string | null;
  /** RFC 3339; null where nobody put it aside. */
  at: string | null;
  /** The server sent it back. */
  returned: boolean;
}

/** What stands aside in the order of its numbers: first here, then at the other tills. */
export function heldIds({ parked, elsewhere }: Pick<CounterState, "parked" | "elsewhere">): readonly string[] {
  return [...parked.map(({ ticket }) => ticket.id), ...elsewhere.map(({ id }) => id)];
}

/** Who or what a ticket is known by: its customer, else its first product. */
export function nameOf({ setting }: Pick<CounterCore, "setting">, { customer, lines }: Pick<Ticket, "customer" | "lines">): string {
  return customer?.name || lines[0]?.name || setting.miscName;
}

/** What there is to pay on a ticket that stands aside, before a method is chosen. */
export function totalOf(core: Pick<CounterCore, "store">, ticket: Ticket): Decimal {
  return dueOf(ticket, totalTicket(ticket, core.store.getState().counterRules.breaks));
}

/** The same as it is shown. */
export function useHeld(): readonly Held[] {
  const counter = useCounter();
  const parked = useCounterState((state) => state.parked);
  const elsewhere = useCounterState((state) => state.elsewhere);
  return useMemo(
    () => [
      ...parked.map(({ ticket, returned, heldAt }) => ({ id: ticket.id, name: nameOf(counter, ticket), total: totalOf(counter, ticket), by: null, registerName: null, at: heldAt ?? null, returned })),
      ...elsewhere.map(({ id, name, total, memberName, registerName, at }) => ({ id, name, total, by: memberName, registerName, at, returned: false })),
    ],
    [counter, parked, elsewhere],
  );
}
