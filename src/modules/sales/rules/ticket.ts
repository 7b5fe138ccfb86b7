import { big, compare, isZero, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";
import { priceAtBreak, reachedBreaks, type QuantityBreak } from "@/modules/pricing/rules/quantity-break.ts";
import { totalLines, type Discount, type TicketTotals } from "@/modules/pricing/rules/total-lines.ts";
import type { Needs } from "./approval.ts";
import { isFractionalUnit } from "./fractional-unit.ts";
import { MAX_QUANTITY } from "./parse-entry.ts";

export interface LineLabel {
  code: string;
  /** Whether the label says a price: then the line costs that, whatever a kilo costs meanwhile. */
  isPriced: boolean;
  /** The catalogue's price of one unit. */
  salePrice: Decimal | null;
}

/** A line as the cashier sees it; everything that it needs to be printed and sent travels in it. */
export interface TicketLine {
  /** Unique within the ticket, never used again. */
  key: number;
  /** Null for an item without a code. */
  productId: string | null;
  sku: string;
  name: string;
  unit: string;
  taxRate: Decimal;
  /** The catalogue's price when the line was added; null where it has none. */
  listPrice: Decimal | null;
  unitPrice: Decimal;
  quantity: Decimal;
  discount: Discount | null;
  /** Somebody changed quantity, price or discount by hand: a further scan starts a line of its own. */
  touched: boolean;
  /** How many scans made it; shown as "×2". */
  hits: number;
  /** The scale's label that says it all, until somebody changes quantity or price. */
  label?: LineLabel;
}

export interface TicketContent {
  lines: readonly TicketLine[];
  discount: Discount | null;
  selected: number | null;
}

/** An open ticket: plain data, so that it survives a reload as it is. */
export interface Ticket extends TicketContent {
  /** The sale's id from the start, so that a retry can never make a second sale. */
  id: string;
  /** Quantity waiting for the next product. */
  chip: Decimal | null;
  nextKey: number;
  past: readonly TicketContent[];
  /** Whose it is, and what they owed when it was said; absent: nobody in particular. */
  customer?: { id: string; name: string; balance: Decimal; creditLimit?: Decimal | null; oldestDebt?: string | null; /** The price list that is theirs. */ list?: { id: string; name: string } };
  /** Of an exchange: what comes back of earlier sales with this ticket. */
  back?: readonly BackLine[];
  /** Why goods come back while nobody knows their sale. */
  backReason?: string;
  /** What a second member allowed on it, and the server's grant that stands for their word. */
  approval?: { grant: string; by: string; needs: Needs };
}

/** Goods that come back with a ticket. */
export type BackLine = SoldBack | UnreceiptedBack;

interface BackAmounts {
  name: string;
  unit: string;
  quantity: Decimal;
  total: Decimal;
  /** The VAT in its total. */
  taxRate: Decimal;
  tax: Decimal;
}

/** A part of a sold line, at what was paid for it. */
interface SoldBack extends BackAmounts {
  saleLineId: string;
  /** Of the sale that it comes from. */
  number: number;
}

/** Of a product whose sale nobody knows. */
export interface UnreceiptedBack extends BackAmounts {
  productId: string;
  unitPrice: Decimal;
  /** The lowest that it cost everybody lately; null where it had no price. */
  lowest: Decimal | null;
  /** Somebody said what is given for one of it. */
  isSaid: boolean;
}

/** Tells what comes back apart; what comes back twice is one line. */
export function backKey(line: BackLine): string {
  return "saleLineId" in line ? line.saleLineId : line.productId;
}

/** What comes back takes the place of what was to come back of the same. */
export function withBack(ticket: Ticket, lines: readonly BackLine[]): Ticket {
  const others = (ticket.back ?? []).filter((line) => !lines.some((one) => backKey(one) === backKey(line)));
  return { ...ticket, back: [...others, ...lines] };
}

/** Whether nothing stands on it, neither what is sold nor what comes back. */
export function isEmptyTicket({ lines, back = [] }: Pick<Ticket, "lines" | "back">): boolean {
  return lines.length === 0 && back.length === 0;
}

/** What the goods that come back with a ticket are worth. */
export function backOf({ back = [] }: Pick<Ticket, "back">): Decimal {
  return sumMoney(back.map(({ total }) => total));
}

export interface ProductToAdd {
  id: string;
  sku: string;
  name: string;
  unit: string;
  taxRate: Decimal;
  /** Null: the cashier has to say. */
  salePrice: Decimal | null;
}

export type TicketAction =
  | { kind: "add"; product: ProductToAdd; quantity?: Decimal | null; label?: LineLabel }
  | { kind: "misc"; name: string; price: Decimal; taxRate: Decimal; quantity?: Decimal | null }
  | { kind: "quantity"; quantity: Decimal; key?: number }
  | { kind: "step"; by: "1" | "-1"; key?: number }
  | { kind: "price"; price: Decimal; key?: number }
  | { kind: "discount"; scope: "line" | "ticket"; discount: Discount; key?: number }
  | { kind: "remove"; key?: number }
  | { kind: "reprice"; prices: readonly { productId: string; unitPrice: Decimal }[] }
  | { kind: "chip"; quantity: Decimal | null }
  | { kind: "select"; key: number | null }
  | { kind: "move"; by: 1 | -1 }
  | { kind: "undo" };

/** What came of an action, for the strip, the flash, the sound and the screen reader. */
export type TicketEvent =
  | { kind: "added" | "changed" | "removed"; line: TicketLine }
  | { kind: "discounted" | "undone" | "moved" | "repriced" }
  | { kind: "refused"; code: RefusalCode; line?: TicketLine };

export interface Change {
  ticket: Ticket;
  event: TicketEvent;
}

const UNDO_DEPTH = 50;

export function openTicket(id: string): Ticket {
  return { id, lines: [], discount: null, selected: null, chip: null, nextKey: 1, past: [] };
}

/** A line at the price of the break that it reaches. */
export interface LineAtBreak extends TicketLine {
  reached?: QuantityBreak;
}

/** The lines at what they cost with the list's breaks; a line without one is the same object. */
export function priceLines(lines: readonly TicketLine[], breaks: readonly QuantityBreak[]): readonly LineAtBreak[] {
  if (breaks.length === 0) return lines;
  const reached = reachedBreaks(lines.map((line) => ({ productId: line.productId, quantity: line.quantity, isListPriced: !isOverridden(line) && !line.label?.isPriced })), breaks);
  return lines.map((line, i) => {
    const at = reached[i];
    if (!at) return line;
    const unitPrice = priceAtBreak(line.unitPrice, at);
    return { ...line, unitPrice, listPrice: unitPrice, reached: at };
  });
}

/** `adjustment` is what the payment methods add, once they are chosen. */
export function totalTicket(ticket: TicketContent, breaks: readonly QuantityBreak[], adjustment?: Decimal): TicketTotals {
  return totalLines({ lines: priceLines(ticket.lines, breaks), ticketDiscount: ticket.discount, ...(adjustment === undefined ? {} : { adjustment }) });
}

/** The selected line, or the last one: what a command without a line means. */
export function currentLine(ticket: TicketContent, key: number | null | undefined = ticket.selected): TicketLine | undefined {
  return ticket.lines.find((line) => line.key === key) ?? ticket.lines.at(-1);
}

/** Applies one action. A refused action leaves the ticket as it was. */
export function changeTicket(ticket: Ticket, action: TicketAction): Change {
  switch (action.kind) {
    case "add":
      return addProduct(ticket, action);
    case "misc":
      return addMisc(ticket, action);
    case "chip":
      return { ticket: { ...ticket, chip: action.quantity }, event: { kind: "moved" } };
    case "select":
      return { ticket: { ...ticket, selected: action.key }, event: { kind: "moved" } };
    case "move":
      return moveSelection(ticket, action.by);
    case "undo":
      return undo(ticket);
    case "reprice":
      return reprice(ticket, action.prices);
    case "discount":
      return discount(ticket, action);
    default:
      return changeLine(ticket, action);
  }
}

function addProduct(ticket: Ticket, action: Extract<TicketAction, { kind: "add" }>): Change {
  const { product } = action;
  const quantity = trimZeros(action.quantity ?? ticket.chip ?? "1");
  const unitPrice = product.salePrice ?? "0";
  const refusal = refuseQuantity(quantity, product.unit);
  if (refusal) return refused(ticket, refusal);

  const last = ticket.lines.at(-1);
  const merges = last && !action.label && !last.label && !last.touched && last.productId === product.id && compare(last.unitPrice, unitPrice) === 0;
  if (merges) {
    const line = { ...last, quantity: trimZeros(big(last.quantity).plus(quantity).toFixed()), hits: last.hits + 1 };
    const tooMany = refuseQuantity(line.quantity, line.unit);
    return tooMany ? refused(ticket, tooMany, last) : put(ticket, line, "added");
  }
  return append(ticket, {
    productId: product.id,
    sku: product.sku,
    name: product.name,
    unit: product.unit,
    taxRate: product.taxRate,
    listPrice: product.salePrice,
    unitPrice,
    quantity,
    ...(action.label ? { label: action.label } : {}),
  });
}

function addMisc(ticket: Ticket, action: Extract<TicketAction, { kind: "misc" }>): Change {
  const quantity = trimZeros(action.quantity ?? ticket.chip ?? "1");
  const refusal = refuseQuantity(quantity, "u");
  if (refusal) return refused(ticket, refusal);
  const { name, taxRate, price } = action;
  return append(ticket, { productId: null, sku: "", name, unit: "u", taxRate, listPrice: null, unitPrice: price, quantity });
}

function append(ticket: Ticket, content: Omit<TicketLine, "key" | "discount" | "touched" | "hits">): Change {
  const line: TicketLine = { ...content, key: ticket.nextKey, discount: null, touched: false, hits: 1 };
  const next = remember(ticket, { lines: [...ticket.lines, line], selected: null });
  return { ticket: { ...next, nextKey: ticket.nextKey + 1, chip: null }, event: { kind: "added", line } };
}

function changeLine(ticket: Ticket, action: Extract<TicketAction, { kind: "quantity" | "step" | "price" | "remove" }>): Change {
  const line = currentLine(ticket, action.key);
  if (!line) return refused(ticket, "sale_empty");
  if (action.kind === "remove") return remove(ticket, line);
  if (action.kind === "price") return put(ticket, { ...withoutLabel(line), unitPrice: action.price, touched: true }, "changed");
  const quantity = action.kind === "quantity" ? trimZeros(action.quantity) : trimZeros(big(line.quantity).plus(action.by).toFixed());
  // Stepping below one takes the line away without asking: undo is one key.
  if (action.kind === "step" && compare(quantity, "0") <= 0) return remove(ticket, line);
  const refusal = refuseQuantity(quantity, line.unit);
  return refusal ? refused(ticket, refusal, line) : put(ticket, { ...withoutLabel(line), quantity, touched: true }, "changed");
}

/** Changed by hand it says no longer what the label says: the catalogue's price counts again beside the line's. */
function withoutLabel({ label, ...line }: TicketLine): TicketLine {
  return label ? { ...line, listPrice: label.salePrice } : line;
}

function discount(ticket: Ticket, action: Extract<TicketAction, { kind: "discount" }>): Change {
  const given = isZero(action.discount.value) ? null : action.discount;
  const line = currentLine(ticket, action.key);
  if (!line) return refused(ticket, "sale_empty");
  if (action.scope === "line") return put(ticket, { ...line, discount: given, touched: true }, "changed");
  return { ticket: remember(ticket, { discount: given }), event: { kind: "discounted" } };
}

/** Takes over prices that changed meanwhile; what the cashier priced by hand stays. */
function reprice(ticket: Ticket, prices: readonly { productId: string; unitPrice: Decimal }[]): Change {
  const current = new Map(prices.map((price) => [price.productId, price.unitPrice]));
  const lines = ticket.lines.map((line) => {
    const price = line.productId === null ? undefined : current.get(line.productId);
    if (price === undefined || line.label?.isPriced) return line;
    return { ...line, listPrice: price, unitPrice: isOverridden(line) ? line.unitPrice : price };
  });
  return { ticket: { ...ticket, lines, past: [] }, event: { kind: "repriced" } };
}

/** Whether the cashier says what a product costs, rather than the catalogue. */
export function isOverridden(line: TicketLine): boolean {
  return line.productId !== null && (line.listPrice === null || compare(line.listPrice, line.unitPrice) !== 0);
}

/** The first line whose price nobody said: such a ticket cannot be charged. A price of 0 given by the catalogue is a price. */
export function unpricedLine(ticket: TicketContent): TicketLine | undefined {
  return ticket.lines.find((line) => line.listPrice === null && isZero(line.unitPrice));
}

function remove(ticket: Ticket, line: TicketLine): Change {
  const at = ticket.lines.indexOf(line);
  const lines = ticket.lines.filter((each) => each !== line);
  const selected = ticket.selected === null ? null : ((lines[at] ?? lines.at(-1))?.key ?? null);
  return { ticket: remember(ticket, { lines, selected, discount: lines.length === 0 ? null : ticket.discount }), event: { kind: "removed", line } };
}

function put(ticket: Ticket, line: TicketLine, kind: "added" | "changed"): Change {
  const lines = ticket.lines.map((each) => (each.key === line.key ? line : each));
  const next = remember(ticket, { lines, selected: kind === "added" ? null : ticket.selected });
  return { ticket: kind === "added" ? { ...next, chip: null } : next, event: { kind, line } };
}

function moveSelection(ticket: Ticket, by: 1 | -1): Change {
  const at = ticket.lines.findIndex((line) => line.key === ticket.selected);
  const next = at === -1 ? (by === -1 ? ticket.lines.at(-1) : undefined) : ticket.lines[Math.max(0, at + by)];
  return { ticket: { ...ticket, selected: next?.key ?? null }, event: { kind: "moved" } };
}

function undo(ticket: Ticket): Change {
  const last = ticket.past.at(-1);
  if (!last) return { ticket, event: { kind: "moved" } };
  return { ticket: { ...ticket, ...last, past: ticket.past.slice(0, -1) }, event: { kind: "undone" } };
}

function remember(ticket: Ticket, content: Partial<TicketContent>): Ticket {
  const { lines, discount, selected } = ticket;
  return { ...ticket, ...content, past: [...ticket.past, { lines, discount, selected }].slice(-UNDO_DEPTH) };
}

function refuseQuantity(quantity: Decimal, unit: string): RefusalCode | null {
  if (compare(quantity, "0") <= 0) return "quantity_zero";
  if (compare(quantity, MAX_QUANTITY) > 0) return "too_large";
  return quantity.includes(".") && !isFractionalUnit(unit) ? "quantity_not_fractional" : null;
}

function refused(ticket: Ticket, code: RefusalCode, line?: TicketLine): Change {
  return { ticket, event: line ? { kind: "refused", code, line } : { kind: "refused", code } };
}
