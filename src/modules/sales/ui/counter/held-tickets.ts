import { useMemo } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { dueOf } from "../../rules/charge-ticket.ts";
import { foldText } from "../../rules/fold-text.ts";
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

function heldOf(core: Pick<CounterCore, "store" | "setting">, { parked, elsewhere }: Pick<CounterState, "parked" | "elsewhere">): readonly Held[] {
  return [
    ...parked.map(({ ticket, returned, heldAt }) => ({ id: ticket.id, name: nameOf(core, ticket), total: totalOf(core, ticket), by: null, registerName: null, at: heldAt ?? null, returned })),
    ...elsewhere.map(({ id, name, total, memberName, registerName, at }) => ({ id, name, total, by: memberName, registerName, at, returned: false })),
  ];
}

/** The same as it is shown. */
export function useHeld(): readonly Held[] {
  const counter = useCounter();
  const parked = useCounterState((state) => state.parked);
  const elsewhere = useCounterState((state) => state.elsewhere);
  return useMemo(() => heldOf(counter, { parked, elsewhere }), [counter, parked, elsewhere]);
}

/** The list of them, the newest first, as far as it holds the words that are looked for: what nobody put aside came back, and stands before all. */
export function listedOf(held: readonly Held[], words: string): readonly Held[] {
  const wanted = foldText(words).split(" ").filter((word) => word !== "");
  const has = ({ name, by, registerName, total }: Held): boolean => {
    const text = foldText([name, by, registerName, total].filter(Boolean).join(" "));
    return wanted.every((word) => text.includes(word));
  };
  return held.filter(has).toSorted((a, b) => (b.at ?? "9").localeCompare(a.at ?? "9"));
}

/** What stands in the open list now. */
export function listedHeld(core: Pick<CounterCore, "store" | "setting">): readonly Held[] {
  const state = core.store.getState();
  return listedOf(heldOf(core, state), state.heldList?.words ?? "");
}
