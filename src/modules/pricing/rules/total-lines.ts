import Big from "big.js";
import { big, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { allocateMoney, MONEY_SCALE, roundMoney } from "@/kernel/money.ts";

/** `percent` is of the base ("10" = 10 %); `amount` is money off the base, never a sign. */
export type Discount = { kind: "percent"; value: Decimal } | { kind: "amount"; value: Decimal };

/** What a line amounts to is kept with the object: another amount is another line. */
export interface LineToTotal {
  /** Up to 3 decimals; negative when goods come back. */
  readonly quantity: Decimal;
  /** Final price of one unit, VAT included, up to 4 decimals. */
  readonly unitPrice: Decimal;
  readonly discount: Discount | null;
  /** VAT rate in percent: "21.00". */
  readonly taxRate: Decimal;
}

/** All money, 2 decimals. `gross − lineDiscount − ticketDiscount + adjustment = total = net + tax`. */
export interface LineTotals {
  gross: Decimal;
  lineDiscount: Decimal;
  ticketDiscount: Decimal;
  /** Its share of what the payment methods add (a surcharge) or take off (a discount, negative). */
  adjustment: Decimal;
  total: Decimal;
  net: Decimal;
  tax: Decimal;
}

export interface TaxTotals {
  rate: Decimal;
  net: Decimal;
  tax: Decimal;
}

/** `subtotal − discount + adjustment = total = net + tax`; each is the exact sum of its lines. */
export interface TicketTotals {
  lines: LineTotals[];
  subtotal: Decimal;
  discount: Decimal;
  adjustment: Decimal;
  net: Decimal;
  tax: Decimal;
  total: Decimal;
  /** One entry per rate, the highest first. */
  taxByRate: TaxTotals[];
}

/**
 * The one arithmetic of a ticket, run by the browser that shows it and by the server that posts it.
 * Every line is rounded to cents on its own, so a printed ticket adds up by hand. The ticket's discount is shared over
 * what each sold line costs after its own discount; a line that comes back takes no share, since it is refunded
 * at the price it was sold at. A discount never passes its base: too large a one makes the line free, not negative.
 * `adjustment` is money that the payment methods add to the ticket; it is shared in the same way over what is left to pay.
 */
export function totalLines(input: { lines: readonly LineToTotal[]; ticketDiscount: Discount | null; adjustment?: Decimal }): TicketTotals {
  const alone = input.lines.map(taxAlone);
  const shares = shareTicketDiscount(alone, input.ticketDiscount);
  const added = shareAdjustment(alone, shares, input.adjustment ?? "0");
  const lines = alone.map((line, i) => (shares[i] === ZERO && added[i] === ZERO ? line : taxLine(line, shares[i]!, added[i]!)));
  const subtotal = sum(lines, "gross");
  const total = sum(lines, "total");
  const tax = sum(lines, "tax");
  const adjustment = sum(lines, "adjustment");
  return {
    lines: lines.map(writeLine),
    subtotal: roundMoney(subtotal),
    discount: roundMoney(subtotal.minus(total).plus(adjustment)),
    adjustment: roundMoney(adjustment),
    net: roundMoney(total.minus(tax)),
    tax: roundMoney(tax),
    total: roundMoney(total),
    taxByRate: sumByRate(lines),
  };
}

// Between its ends the arithmetic stays in Big: writing and reading text at each step would double its cost at the till.
interface PricedLine {
  gross: Big;
  lineDiscount: Big;
  due: Big;
  taxRate: Decimal;
}

interface TaxedLine extends PricedLine {
  ticketDiscount: Big;
  adjustment: Big;
  total: Big;
  tax: Big;
  rate: Decimal;
  /** As text, once it was asked for. */
  text?: LineTotals;
}

const ZERO = big("0");

// A division that stops at the cent and rounds half-up from the true remainder, not from a rounded quotient.
const Cents = Big();
Cents.DP = MONEY_SCALE;
Cents.RM = Big.roundHalfUp;

// A ticket of forty lines is totalled forty times while it grows, and all but the last of them are what they were.
const known = new WeakMap<LineToTotal, TaxedLine>();

/** The line without a share in anything of the whole ticket's. */
function taxAlone(line: LineToTotal): TaxedLine {
  const before = known.get(line);
  if (before) return before;
  const gross = toCents(big(line.quantity).times(line.unitPrice));
  const lineDiscount = discountOf(gross, line.discount);
  const taxed = taxLine({ gross, lineDiscount, due: gross.minus(lineDiscount), taxRate: line.taxRate }, ZERO, ZERO);
  known.set(line, taxed);
  return taxed;
}

/** Money taken off `base`, with the sign of the base and never larger than it. */
function discountOf(base: Big, discount: Discount | null): Big {
  if (discount === null) return ZERO;
  const size = base.abs();
  const wanted = toCents(discount.kind === "percent" ? size.times(discount.value).times("0.01") : big(discount.value));
  const taken = wanted.gt(size) ? size : wanted;
  return base.lt(ZERO) ? taken.times(-1) : taken;
}

function shareTicketDiscount(lines: readonly PricedLine[], discount: Discount | null): Big[] {
  if (discount === null) return lines.map(() => ZERO);
  const sold = lines.map((line) => (line.due.lt(ZERO) ? ZERO : line.due));
  const shared = discountOf(sold.reduce((sum, due) => sum.plus(due), ZERO), discount);
  return allocateMoney(roundMoney(shared), sold.map(roundMoney)).map(big);
}

function shareAdjustment(lines: readonly PricedLine[], shares: readonly Big[], adjustment: Decimal): Big[] {
  if (isZero(adjustment)) return lines.map(() => ZERO);
  const left = lines.map(({ due }, i) => due.minus(shares[i]!));
  return allocateMoney(adjustment, left.map((due) => (due.lt(ZERO) ? "0" : roundMoney(due)))).map(big);
}

function taxLine({ gross, lineDiscount, due, taxRate }: PricedLine, ticketDiscount: Big, adjustment: Big): TaxedLine {
  const total = due.minus(ticketDiscount).plus(adjustment);
  const tax = new Cents(total.times(taxRate)).div(big(taxRate).plus(100));
  return { gross, lineDiscount, due, taxRate, ticketDiscount, adjustment, total, tax, rate: fix(taxRate, 2) };
}

function toCents(value: Big): Big {
  return value.round(MONEY_SCALE, Big.roundHalfUp);
}

function sum(lines: readonly TaxedLine[], part: "gross" | "adjustment" | "total" | "tax"): Big {
  return lines.reduce((total, line) => total.plus(line[part]), ZERO);
}

function writeLine(line: TaxedLine): LineTotals {
  return (line.text ??= {
    gross: roundMoney(line.gross),
    lineDiscount: roundMoney(line.lineDiscount),
    ticketDiscount: roundMoney(line.ticketDiscount),
    adjustment: roundMoney(line.adjustment),
    total: roundMoney(line.total),
    net: roundMoney(line.total.minus(line.tax)),
    tax: roundMoney(line.tax),
  });
}

function sumByRate(lines: readonly TaxedLine[]): TaxTotals[] {
  const rates = [...new Set(lines.map((line) => line.rate))].sort((a, b) => big(b).cmp(a));
  return rates.map((rate) => {
    const group = lines.filter((line) => line.rate === rate);
    const tax = sum(group, "tax");
    return { rate, net: roundMoney(sum(group, "total").minus(tax)), tax: roundMoney(tax) };
  });
}
