import type { Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";
import type { ScaleCode } from "@/kernel/scale-code.ts";
import type { TicketTotals } from "@/modules/pricing/rules/total-lines.ts";
import type { PosProduct } from "../../rules/pos-product.ts";
import { openTicket, totalTicket, type Ticket, type TicketAction, type TicketLine } from "../../rules/ticket.ts";

export interface CounterShop {
  slug: string;
  name: string;
  /** VAT of an item without a code, in percent. */
  miscTaxRate: Decimal;
  /** How the shop's scales write their labels. */
  scaleCodes: readonly ScaleCode[];
}

export interface CounterMember {
  id: string;
  name: string;
  permissions: readonly string[];
  thresholds: { maxDiscountPercent: Decimal };
}

/** What a counter is told once and never changes. */
export interface CounterSetting {
  shop: CounterShop;
  member: CounterMember;
  format: FormatStyle;
  /** Name of an item without a code and without a name. */
  miscName: string;
}

/** One line for the status strip. Texts live in the message catalogue under `pos.notice`. */
export type Notice =
  | { kind: "refusal"; code: RefusalCode; params?: Record<string, string> }
  /** A refusal in the server's own words. */
  | { kind: "returned"; total: Decimal; code: string; message: string | null; changes: readonly PriceChange[] }
  | { kind: "unknown"; code: string; more: number }
  | { kind: "nothingFound"; query: string }
  | { kind: "confirmQuantity"; quantity: Decimal; unit: string }
  | { kind: "price"; product: PosProduct }
  | { kind: "removed" | "belowCost" | "noPrice"; name: string }
  | { kind: "dropped"; text: string }
  | { kind: "notANumber" | "wrongLayout" | "loading" | "undone" | "misc" | "priceCheck" | "ticketDiscount" | "nothingToPrint" };

export type Tone = "plain" | "warning" | "error";

export interface PriceChange {
  name: string;
  before: Decimal;
  now: Decimal;
}

export type EditorField = "quantity" | "price" | "lineDiscount" | "ticketDiscount";

export interface LineEditor {
  field: EditorField;
  key: number;
  text: string;
}

/** The last sale, shown until the next one begins, and printed as often as asked. */
export interface Receipt {
  saleId: string;
  lines: readonly TicketLine[];
  totals: TicketTotals;
  /** RFC 3339, of this device's clock. */
  soldAt: string;
  total: Decimal;
  tendered: Decimal;
  change: Decimal;
  /** The server's number; null while it is on its way. */
  number: string | null;
}

/** A ticket that is not on the counter now. */
export interface ParkedTicket {
  ticket: Ticket;
  /** The server sent it back. */
  returned: boolean;
}

export interface CounterState {
  ticket: Ticket;
  totals: TicketTotals;
  parked: readonly ParkedTicket[];
  entry: string;
  /** The text that `results` belong to. */
  searched: string;
  results: readonly PosProduct[];
  resultsAt: number;
  picked: number;
  pickedByHand: boolean;
  priceCheck: boolean;
  editor: LineEditor | null;
  /** The text in the amount field while paying; null when not paying. */
  paying: string | null;
  receipt: Receipt | null;
  /** The same after it was put away: what Ctrl P prints. */
  lastSold: Receipt | null;
  /** The paper is on its way to the printer. */
  printing: boolean;
  notice: { content: Notice; tone: Tone } | null;
  unknown: readonly string[];
  /** What waits for a second Enter, and since when. */
  confirming: { action: TicketAction; at: number } | null;
  /** The line that just changed; `count` restarts its flash. */
  flash: { key: number; count: number } | null;
  catalogue: { status: "loading" | "ready" | "failed"; size: number; version: number };
  pending: number;
  blocked: string | null;
  online: boolean;
  /** Whether this window gets what the scanner sends. */
  listening: boolean;
  /** Whether this tab or another one of this browser is the till. */
  place: "asking" | "here" | "elsewhere";
  help: boolean;
  /** Nothing is typed on glass while a scanner is in use. */
  scannerSeenAt: number | null;
  touchKeyboard: boolean;
}

/** The entry field with nothing in it. */
export const EMPTY_ENTRY = { entry: "", searched: "", results: [], picked: 0, pickedByHand: false } as const;

export function initialState(ticketId: string): CounterState {
  const ticket = openTicket(ticketId);
  return {
    ticket,
    totals: totalTicket(ticket),
    parked: [],
    ...EMPTY_ENTRY,
    resultsAt: 0,
    priceCheck: false,
    editor: null,
    paying: null,
    receipt: null,
    lastSold: null,
    printing: false,
    notice: null,
    unknown: [],
    confirming: null,
    flash: null,
    catalogue: { status: "loading", size: 0, version: 0 },
    pending: 0,
    blocked: null,
    online: true,
    listening: true,
    place: "asking",
    help: false,
    scannerSeenAt: null,
    touchKeyboard: false,
  };
}
