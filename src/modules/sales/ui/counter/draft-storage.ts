import type { ParkedTicket } from "./counter-state.ts";
import type { Draft } from "./park-ticket.ts";
import { isTicket } from "../../rules/is-ticket.ts";

/** Open tickets as text. */
export function writeTickets({ ticket, parked }: Draft): string {
  return JSON.stringify({ ticket: { ...ticket, past: [] }, parked });
}

/** Open tickets of a text, or null when it is none of ours: whatever a browser kept must never break the till. */
export function readTickets(text: string | null): Draft | null {
  try {
    const draft = JSON.parse(text ?? "null") as Partial<Draft> | null;
    if (!isTicket(draft?.ticket)) return null;
    const parked = Array.isArray(draft.parked) ? draft.parked.filter((each: Partial<ParkedTicket> | null) => isTicket(each?.ticket)) : [];
    return {
      ticket: { ...draft.ticket, past: [] },
      parked: parked.map(({ ticket, returned, heldAt }) => ({ ticket: { ...ticket, past: [] }, returned: returned === true, ...(typeof heldAt === "string" ? { heldAt } : {}) })),
    };
  } catch {
    return null;
  }
}

export interface TextStore {
  load: () => string | null;
  save: (text: string) => void;
}

/** One text of this device. Private windows and full disks may refuse: then it lives as long as the page. */
export function deviceText(key: string): TextStore {
  return {
    load() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    save(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        return;
      }
    },
  };
}
