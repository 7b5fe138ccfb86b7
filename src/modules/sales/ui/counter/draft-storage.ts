import { isUuid } from "@/kernel/id.ts";
import type { ParkedTicket } from "./counter-state.ts";
import type { Draft } from "./park-ticket.ts";
import { readTicket } from "../../rules/read-ticket.ts";

/** Open tickets as text. */
export function writeTickets({ ticket, parked }: Draft): string {
  return JSON.stringify({ ticket: { ...ticket, past: [] }, parked });
}

/** Open tickets of a text; `unread` of them nobody can read any more. Whatever a browser kept must never break the till. */
export function readTickets(text: string | null): { draft: Draft | null; unread: number } {
  const kept = parse(text);
  if (kept === null) return { draft: null, unread: text === null ? 0 : 1 };
  const ticket = readTicket(kept.ticket);
  const aside = (Array.isArray(kept.parked) ? (kept.parked as (Partial<ParkedTicket> | null)[]) : []).map((each) => ({ each, ticket: readTicket(each?.ticket) }));
  const parked = aside.flatMap(({ each, ticket: read }) => (read ? [{ ticket: { ...read, past: [] }, returned: each?.returned === true, ...(typeof each?.heldAt === "string" ? { heldAt: each.heldAt } : {}), ...(each?.shared === true ? { shared: true } : {}) }] : []));
  const unread = aside.length - parked.length + (ticket ? 0 : 1);
  if (ticket) return { draft: { ticket: { ...ticket, past: [] }, parked }, unread };
  const [first, ...others] = parked;
  return { draft: first ? { ticket: first.ticket, parked: others } : null, unread };
}

function parse(text: string | null): { ticket?: unknown; parked?: unknown } | null {
  try {
    const value = JSON.parse(text ?? "null") as unknown;
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

export interface TextStore {
  load: () => string | null;
  save: (text: string) => void;
}

/** The ids that a text of this device holds; nothing where it holds something else. */
export function readList({ load }: TextStore): readonly string[] {
  try {
    const kept: unknown = JSON.parse(load() ?? "[]");
    return Array.isArray(kept) ? kept.filter(isUuid) : [];
  } catch {
    return [];
  }
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
