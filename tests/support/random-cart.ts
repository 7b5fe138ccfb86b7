import { big } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";
import type { Result } from "@/kernel/refusal.ts";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { askedBy, chargeTicket, dueOf, type Charge, type ChosenTender, type RestWay } from "@/modules/sales/rules/charge-ticket.ts";
import { composeSale, type ComposedLine, type ComposedSale, type SellableProduct } from "@/modules/sales/rules/compose-sale.ts";
import { saleRequestOf, type SaleRequest } from "@/modules/sales/rules/sale-request.ts";
import { takeBack, type SoldLine } from "@/modules/sales/rules/take-back.ts";
import { changeTicket, openTicket, totalTicket, type BackLine, type Ticket, type TicketAction } from "@/modules/sales/rules/ticket.ts";
import { worthOfBack } from "@/modules/sales/rules/worth-of-back.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { drawSoldLine } from "./draw-sold-line.ts";
import { decimal, oneOf, whole, type Random } from "./seeded-draw.ts";
import { sellerOf } from "./seller-of.ts";
import { weighCart, type WeighedCart } from "./weigh-cart.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const RATES = ["0.00", "2.50", "5.00", "10.50", "21.00", "27.00"];
const METHODS = ["cash", "debit", "credit", "transfer", "wallet"] as const;

/**
 * One random cart, rung up as a cashier would, charged by the browser's rules, composed again by the server's from the request alone, and
 * weighed by an oracle that counts whole cents and shares no line with either. One of four is an exchange. Answers what differs, or null.
 */
export function checkTicket(random: Random): string | null {
  const rules = drawRules(random);
  const products = Array.from({ length: 5 }, (_, i) => drawProduct(random, i));
  let ticket = openTicket(ID);
  for (let n = 1 + whole(random, 12); n > 0; n -= 1) ticket = changeTicket(ticket, drawAction(random, products)).ticket;
  if (ticket.lines.length === 0) return null;
  const coming = random() < 0.25 ? Array.from({ length: 1 + whole(random, 3) }, (_, i) => drawSoldLine(random, i)) : [];
  if (coming.length > 0) ticket = { ...ticket, back: coming.map(backLineOf) };
  const tenders = drawTenders(random, ticket, rules);
  const rest: RestWay = random() < 0.5 ? "cash" : "store_credit";
  const charge = chargeTicket(ticket, rules, tenders, rest);
  if (typeof charge === "string") return `the browser cannot charge it: ${charge}`;
  const request = saleRequestOf(ticket, tenders, charge.total, "Various", charge.total.startsWith("-") ? rest : undefined);
  const composed = composeOnServer(request, ticket, products, coming, rules);
  if (!composed.ok) return `the server refuses it: ${JSON.stringify(composed)} for ${JSON.stringify(request)}`;
  return compareThem({ request, products, coming: coming.map(({ line }) => line), rules }, ticket, charge, composed.value);
}

interface Coming {
  line: SoldLine;
  quantity: string;
}

function backLineOf({ line, quantity }: Coming): BackLine {
  const known = { ...line, left: big(line.quantity).minus(line.back.quantity).toFixed() };
  return { saleLineId: line.id, number: 1, name: line.name, unit: line.unit, quantity, total: worthOfBack(known, quantity), taxRate: line.taxRate, tax: worthOfBack(known, quantity, "tax") };
}

function composeOnServer(request: SaleRequest, ticket: Ticket, products: readonly SellableProduct[], coming: readonly Coming[], rules: SaleRules): Result<ComposedSale> {
  const back = takeBack(coming.map(({ line, quantity }, i) => ({ line, quantity, path: `lines.${i}` })));
  if (!back.ok) return back;
  const sold = ticket.lines.map(({ productId }) => products.find(({ id }) => id === productId) ?? null);
  return composeSale(registerSaleSchema.parse(request), sold, { defaultTaxRate: "21.00", rules }, sellerOf("100", true), back.value);
}

/** The browser shows no sums of goods that come back, so of an exchange it is asked for what it does show. */
function compareThem(cart: WeighedCart, ticket: Ticket, charge: Charge, sale: ComposedSale): string | null {
  const { back = [] } = ticket;
  const { subtotal, discount, tax, ...rest } = weighCart(cart);
  const oracle = write({ ...rest, subtotal, discount, tax });
  const server = write(saidByServer(sale));
  const whole = back.length === 0 ? charge.totals : { subtotal, discount, tax };
  const browser = write({
    lines: charge.totals.lines.map(({ total, tax: vat }) => [total, vat]), back: back.map(({ total, tax: vat }) => [total, vat]), adjustment: charge.totals.adjustment, total: charge.total,
    change: charge.change, credit: charge.credit, rounding: charge.rounding, subtotal: whole.subtotal, discount: whole.discount, tax: whole.tax,
  });
  return browser === server && server === oracle ? null : `browser ${browser}\nserver  ${server}\noracle  ${oracle}\ncart ${write(cart)}`;
}

function saidByServer(sale: ComposedSale): object {
  const [sold, back] = [true, false].map((isSold) => sale.lines.filter(({ returnedLineId }) => (returnedLineId === null) === isSold)) as [ComposedLine[], ComposedLine[]];
  const credit = sumMoney(sale.payments.filter(({ amount }) => amount.startsWith("-")).map(({ amount }) => amount.slice(1)));
  return {
    lines: sold.map(({ total, tax }) => [total, tax]), back: back.map(({ total, tax }) => [total.replace("-", ""), tax.replace("-", "")]), adjustment: sumMoney(sold.map(({ adjustment }) => adjustment)), total: sale.total,
    change: sale.change, credit, rounding: sale.rounding, subtotal: sale.subtotal, discount: sale.discount, tax: sale.tax,
  };
}

function write(part: object): string {
  return JSON.stringify(part);
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
  const total = dueOf(ticket, totalTicket(ticket, rules.breaks));
  if (total.startsWith("-")) return [];
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
