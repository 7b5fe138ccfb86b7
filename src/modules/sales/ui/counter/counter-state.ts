import type { Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { Refusal, RefusalCode } from "@/kernel/refusal.ts";
import { NO_SALE_RULES, type SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import type { ScaleCode } from "@/kernel/scale-code.ts";
import type { TicketTotals } from "@/modules/pricing/rules/total-lines.ts";
import type { PosList } from "../../rules/pos-list.ts";
import type { PosProduct } from "../../rules/pos-product.ts";
import type { ChosenMethod, ChosenTender, RestWay } from "../../rules/charge-ticket.ts";
import type { Ask } from "./ask-approval.ts";
import type { FoundCustomer } from "./pick-customer.ts";
import type { ReceiptContent, ReceiptIssuer } from "../../rules/receipt.ts";
import type { PaperWidth } from "../paper-width.ts";
import type { GivingBack } from "./give-back.ts";
import { USUAL_KEYS, type KeyName, type KeySetting } from "./key-profiles.ts";
import { openTicket, totalTicket, type BackLine, type LineAtBreak, type Ticket, type TicketAction, type TicketLine } from "../../rules/ticket.ts";

export interface CounterShop {
  slug: string;
  name: string;
  /** Who it is on paper. */
  issuer: ReceiptIssuer;
  /** VAT of an item without a code, in percent. */
  miscTaxRate: Decimal;
  /** Of the base list, when the page was made; the catalogue brings newer ones. */
  rules: SaleRules;
  /** How the shop's scales write their labels. */
  scaleCodes: readonly ScaleCode[];
}

export interface CounterMember {
  id: string;
  name: string;
  permissions: readonly string[];
  thresholds: { maxDiscountPercent: Decimal; maxRefund: Decimal | null };
}

/** What a counter is told once and never changes. */
export interface CounterSetting {
  shop: CounterShop;
  member: CounterMember;
  format: FormatStyle;
  /** Several people sell at this device, each with a PIN. */
  isShared: boolean;
  /** Name of an item without a code and without a name. */
  miscName: string;
  /** Why a sale was cancelled that was undone as soon as it was made. */
  undoReason: string;
  /** Where the stock stands that the till shows. */
  placeName: string;
}

/** One line for the status strip. Texts live in the message catalogue under `pos.notice`. */
export type Notice =
  | { kind: "refusal"; code: RefusalCode; params?: Refusal["params"]; ask?: Ask | undefined }
  /** A refusal in the server's own words. */
  | { kind: "returned"; total: Decimal; code: string; message: string | null; changes: readonly PriceChange[]; ask?: Ask | undefined }
  | { kind: "unknown"; code: string; more: number }
  | { kind: "nothingFound"; query: string }
  | { kind: "confirmQuantity"; quantity: Decimal; unit: string }
  | { kind: "price"; product: PosProduct }
  | { kind: "removed" | "belowCost" | "noPrice" | "ticketCame" | "ticketLeft"; name: string }
  | { kind: "dropped"; text: string }
  | { kind: "problem"; message: string | null }
  | { kind: "settled"; amount: Decimal }
  | { kind: "noSuchSale" | "noSuchQuote" | "nothingToGiveBack" | "saleUndone"; number: string }
  | { kind: "cost"; cost: Decimal; margin: Decimal | null }
  | { kind: "notInSale" | "notInCatalogue"; code: string }
  | { kind: "noSaleOf"; name: string }
  | { kind: "line"; line: TicketLine; total: Decimal; stock: Decimal | null }
  | { kind: "sale"; id: string; number: string; total: Decimal; soldAt: string }
  | { kind: "moreThanSold"; name: string; left: Decimal }
  | { kind: "gaveBack"; number: string; total: Decimal; code: string | null }
  | { kind: "allowed" | "allowedCharge"; name: string }
  | { kind: "voucherSpent"; code: string }
  | { kind: "unreadTickets"; count: number }
  | { kind: "keyTaken"; by: KeyName }
  | { kind: "lostDemand"; name: string; quantity: Decimal }
  | { kind: "tillWasOpen"; by: string | null; float: Decimal | null; counted: Decimal }
  | { kind: "newPrices" | "pricesTaken"; changes: readonly PriceChange[] }
  | { kind: "listTaken"; name: string; changes: readonly PriceChange[] }
  | { kind: "notANumber" | "wrongLayout" | "loading" | "undone" | "misc" | "priceCheck" | "ticketDiscount" | "nothingToPrint" | "notShared" | "noneOfWhat" | "keyReserved" | "twoProducts" | "countFirst" | "accountNeedsCustomer" | "exchange" | "unreceipted" | "voucherTwice" | "reasonFirst" | "nothingHeld" | "held" | "heldOffline" | "partMissing" | "unsentFirst" | "reload" | "tillOpened" };

export type Tone = "plain" | "warning" | "error";

export interface Picking {
  words: string;
  found: readonly FoundCustomer[];
  /** Asked for by who charges on account: the payment waits as it is. */
  forAccount?: boolean;
}

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
  /** As it was charged: it comes back when the sale is undone. */
  ticket: Ticket;
  lines: readonly LineAtBreak[];
  totals: TicketTotals;
  /** RFC 3339, of this device's clock. */
  soldAt: string;
  total: Decimal;
  tendered: Decimal;
  /** Each payment as it was handed over, and what its method added to the ticket. */
  payments: readonly (ChosenTender & { adjustment: Decimal })[];
  change: Decimal;
  /** Of an exchange: what came back, and what is given as a voucher with its code, once the server said it. */
  back: readonly BackLine[];
  credit: Decimal;
  creditCode: string | null;
  /** What missing coins took off: zero or less. */
  rounding: Decimal;
  /** The server's number; null while it is on its way. */
  number: string | null;
  /** Null: the anonymous buyer. */
  customer: string | null;
  /** Of the customer, that priced what nobody priced by hand. */
  list: string | null;
}

/** A ticket that is not on the counter now. */
export interface ParkedTicket {
  ticket: Ticket;
  /** The server sent it back. */
  returned: boolean;
  /** When it was put aside, RFC 3339; absent where nobody did. */
  heldAt?: string;
  /** The server has it, and with it the other tills. */
  shared?: boolean;
}

/** A ticket that stands aside at another till of the place. */
export interface HeldElsewhere {
  id: string;
  name: string;
  total: Decimal;
  memberName: string;
  registerName: string | null;
  /** RFC 3339. */
  at: string;
}

export interface CounterState {
  ticket: Ticket;
  /** By the list's breaks, before a payment method is chosen. */
  totals: TicketTotals;
  /** How the list of the ticket prices quantities, methods and instalments (follow-lists.ts). */
  rules: SaleRules;
  /** The same of the counter's own list, as last heard. */
  counterRules: SaleRules;
  /** Lists of customers, as last heard, by their ids. */
  lists: Readonly<Record<string, PosList>>;
  parked: readonly ParkedTicket[];
  /** What stands aside at other tills, as last heard. */
  elsewhere: readonly HeldElsewhere[];
  /** A ticket that the server is asked for just now. */
  taking: string | null;
  /** The list of all of them, while it is open: the one that Enter takes, and what is looked for among them. */
  heldList: { picked: number; words: string } | null;
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
  /** What pays the rest, while paying. */
  chosen: ChosenMethod;
  /** How an exchange gives back what it is short of. */
  rest: RestWay;
  /** The code of a voucher while it is typed; null when none is. */
  voucher: string | null;
  /** Parts that other methods pay already. */
  tenders: readonly ChosenTender[];
  receipt: Receipt | null;
  /** The same after it was put away: what Ctrl P prints. */
  lastSold: Receipt | null;
  /** What came back last, until something is sold again: then that is what Ctrl P prints. */
  lastBack: { saleId: string; returnId: string; content: ReceiptContent } | null;
  /** On its way to the printer. */
  printing: { id: string; content: ReceiptContent; isCopy: boolean; width: PaperWidth } | null;
  /** Sales and returns that this page printed. */
  printed: readonly string[];
  notice: { content: Notice; tone: Tone } | null;
  /** Codes that nothing answered to, the last at the end. */
  unknown: readonly string[];
  /** What becomes of one of them, while that is asked. */
  resolving: { code: string; how: "create" | "attach" } | null;
  /** Whose ticket it is, while that is asked. */
  picking: Picking | null;
  /** What a second member is asked to allow, while they are. */
  asking: (Ask & { busy: boolean }) | null;
  /** Goods that come back, while they do. */
  givingBack: GivingBack | null;
  /** Whether the money came is being asked, since when: a card or a QR that nobody is connected to. */
  settling: number | null;
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
  /** The register of this till where nobody opened it, or where it was put away under this device; null: it is open, or nobody asked yet. */
  closedTill: { registerId: string; registerName: string; isGone: boolean } | null;
  /** How the keys of this till lie. */
  keys: KeySetting;
  /** The deed that waits for a key of its own. */
  rebinding: KeyName | null;
  /** Nothing is typed on glass while a scanner is in use. */
  scannerSeenAt: number | null;
  touchKeyboard: boolean;
}

/** Nobody pays, and nothing of a payment is left half typed or half asked. */
export const NOT_PAYING = { paying: null, settling: null, voucher: null } as const;

export const BY_CASH: ChosenMethod = { method: "cash", count: 1 };

/** The entry field with nothing in it. */
export const EMPTY_ENTRY = { entry: "", searched: "", results: [], picked: 0, pickedByHand: false } as const;

export function initialState(ticketId: string): CounterState {
  const ticket = openTicket(ticketId);
  return {
    ticket,
    totals: totalTicket(ticket, NO_SALE_RULES.breaks),
    rules: NO_SALE_RULES,
    counterRules: NO_SALE_RULES,
    lists: {},
    parked: [],
    elsewhere: [],
    taking: null,
    heldList: null,
    ...EMPTY_ENTRY,
    resultsAt: 0,
    priceCheck: false,
    editor: null,
    ...NOT_PAYING,
    chosen: BY_CASH,
    rest: "cash",
    tenders: [],
    receipt: null,
    lastSold: null,
    lastBack: null,
    printing: null,
    printed: [],
    notice: null,
    unknown: [],
    resolving: null,
    picking: null,
    asking: null,
    givingBack: null,
    confirming: null,
    flash: null,
    catalogue: { status: "loading", size: 0, version: 0 },
    pending: 0,
    blocked: null,
    online: true,
    listening: true,
    place: "asking",
    help: false,
    closedTill: null,
    keys: USUAL_KEYS,
    rebinding: null,
    scannerSeenAt: null,
    touchKeyboard: false,
  };
}
