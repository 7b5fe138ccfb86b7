import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { askedBy, chargeTicket, type Charge, type ChosenTender } from "@/modules/sales/rules/charge-ticket.ts";
import { composeSale, type ComposedSale, type SellableProduct } from "@/modules/sales/rules/compose-sale.ts";
import { saleRequestOf, type SaleRequest } from "@/modules/sales/rules/sale-request.ts";
import { changeTicket, openTicket, totalTicket, type Ticket, type TicketAction } from "@/modules/sales/rules/ticket.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { sellerOf } from "./seller-of.ts";
import { weighCart } from "./weigh-cart.ts";

/** A number from 0 up to 1. */
type Random = () => number;

const ID = "01890000-0000-7000-8000-000000000001";
const RATES = ["0.00", "2.50", "5.00", "10.50", "21.00", "27.00"];
const METHODS = ["cash", "debit", "credit", "transfer", "wallet"] as const;

/** Numbers that follow from a seed (mulberry32), so that a cart that fails can be made again. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * One random cart, rung up as a cashier would, charged by the browser's rules, composed again by the server's from the request alone, and
 * weighed by an oracle that counts whole cents and shares no line with either. Answers what differs, or null.
 */
export function checkTicket(random: Random): string | null {
  const rules = drawRules(random);
  const products = Array.from({ length: 5 }, (_, i) => drawProduct(random, i));
  let ticket = openTicket(ID);
  for (let n = 1 + whole(random, 12); n > 0; n -= 1) ticket = changeTicket(ticket, drawAction(random, products)).ticket;
  if (ticket.lines.length === 0) return null;
  const tenders = drawTenders(random, ticket, rules);
  const charge = chargeTicket(ticket, rules, tenders);
  if (typeof charge === "string") return `the browser cannot charge it: ${charge}`;
  const request = saleRequestOf(ticket, tenders, charge.totals.total, "Various");
  const sold = ticket.lines.map(({ productId }) => products.find(({ id }) => id === productId) ?? null);
  const composed = composeSale(registerSaleSchema.parse(request), sold, { defaultTaxRate: "21.00", rules }, sellerOf("100", true));
  if (!composed.ok) return `the server refuses it: ${JSON.stringify(composed)} for ${JSON.stringify(request)}`;
  return compareThem(request, products, rules, charge, composed.value);
}

function compareThem(request: SaleRequest, products: readonly SellableProduct[], rules: SaleRules, charge: Charge, sale: ComposedSale): string | null {
  const write = (part: object) => JSON.stringify(part);
  const { totals, change } = charge;
  const browser = write({ lines: totals.lines.map(({ total, tax }) => [total, tax]), subtotal: totals.subtotal, discount: totals.discount, adjustment: totals.adjustment, tax: totals.tax, total: totals.total, change });
  const server = write({ lines: sale.lines.map(({ total, tax }) => [total, tax]), subtotal: sale.subtotal, discount: sale.discount, adjustment: sale.adjustment, tax: sale.tax, total: sale.total, change: sale.change });
  const oracle = write(weighCart(request, products, rules));
  return browser === server && server === oracle ? null : `browser ${browser}\nserver  ${server}\noracle  ${oracle}\nrequest ${write(request)}\nrules ${write(rules)}`;
}

function drawProduct(random: Random, i: number): SellableProduct {
  return {
    id: `01890000-0000-7000-8000-0000000000a${i}`, sku: `P-${i}`, name: `Product ${i}`, unit: random() < 0.5 ? "kg" : "u",
    salePrice: decimal(random, whole(random, 5), 99_999), unitCost: null, taxRate: oneOf(random, RATES), isActive: true, packSize: "1",
  };
}

function drawAction(random: Random, products: readonly SellableProduct[]): TicketAction {
  const kind = random();
  const product = oneOf(random, products);
  if (kind < 0.6) return { kind: "add", product, quantity: product.unit === "kg" ? decimal(random, 3, 40) : String(1 + whole(random, 60)) };
  if (kind < 0.66) return { kind: "price", price: decimal(random, whole(random, 5), 5_000) };
  if (kind < 0.74) return { kind: "discount", scope: "line", discount: { kind: random() < 0.5 ? "percent" : "amount", value: decimal(random, 2, 99) } };
  if (kind < 0.8) return { kind: "discount", scope: "ticket", discount: { kind: random() < 0.5 ? "percent" : "amount", value: decimal(random, 2, 99) } };
  if (kind < 0.88) return { kind: "misc", name: "Various", price: decimal(random, whole(random, 3), 9_000), taxRate: oneOf(random, RATES) };
  if (kind < 0.93) return { kind: "step", by: random() < 0.5 ? "1" : "-1" };
  return random() < 0.5 ? { kind: "remove" } : { kind: "undo" };
}

function drawRules(random: Random): SaleRules {
  const signed = (most: number) => `${random() < 0.6 ? "-" : ""}${decimal(random, 2, most)}`;
  return {
    breaks: random() < 0.5 ? [] : [{ from: decimal(random, 3, 20), percent: signed(60) }, { from: decimal(random, 3, 80), percent: signed(60) }],
    methods: random() < 0.4 ? {} : { cash: signed(30), credit: signed(30), debit: signed(5) },
    coin: random() < 0.5 ? null : oneOf(random, ["0.05", "0.50", "1", "10.00", "50", "100"]),
    installments: random() < 0.5 ? [] : [{ count: 3, percent: "18.5" }, { count: 12, percent: "97.25" }],
  };
}

/** Parts of what is left, the last method all of it, cash with a little more. */
function drawTenders(random: Random, ticket: Ticket, rules: SaleRules): ChosenTender[] {
  const { total } = totalTicket(ticket, rules.breaks);
  const tenders: ChosenTender[] = [];
  for (let n = 1 + whole(random, 4); n > 0; n -= 1) {
    const method = oneOf(random, METHODS);
    const chosen = { method, count: method === "credit" && rules.installments.length > 0 && random() < 0.5 ? oneOf(random, rules.installments).count : 1 };
    const due = BigInt(askedBy(total, rules, tenders, chosen).replace(".", ""));
    const cents = n > 1 ? (due * BigInt(1 + whole(random, 95))) / 100n : due + (method === "cash" ? BigInt(whole(random, 5_000)) : 0n);
    const digits = String(cents).padStart(3, "0");
    if (cents > 0n) tenders.push({ ...chosen, amount: `${digits.slice(0, -2)}.${digits.slice(-2)}` });
  }
  return tenders;
}

function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function oneOf<T>(random: Random, list: readonly T[]): T {
  return list[whole(random, list.length)]!;
}

/** More than nothing. */
function decimal(random: Random, scale: number, most: number): string {
  const value = `${whole(random, most)}${scale === 0 ? "" : `.${String(whole(random, 10 ** scale)).padStart(scale, "0")}`}`;
  return /[1-9]/.test(value) ? value : "1";
}
