import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import type { SellableProduct } from "@/modules/sales/rules/compose-sale.ts";
import type { SaleRequest } from "@/modules/sales/rules/sale-request.ts";
import type { SoldLine } from "@/modules/sales/rules/take-back.ts";

interface WeighedLine {
  gross: bigint;
  due: bigint;
  rate: bigint;
}

export interface WeighedCart {
  request: SaleRequest;
  products: readonly SellableProduct[];
  /** The lines of earlier sales that the request takes back from, with what came back of them before. */
  coming: readonly SoldLine[];
  rules: SaleRules;
}

/**
 * What a sale request comes to, in whole cents and whole numbers only: an oracle for the arithmetic of browser and server, written from the
 * words of the rules and without any of their functions. Prices in ten-thousandths, quantities in thousandths, percentages in hundredths.
 */
export function weighCart({ request, products, coming, rules }: WeighedCart) {
  const sold = request.lines.filter((line) => !("saleLineId" in line));
  const lines = sold.map((line) => weighLine(sold, line, products, rules));
  const back = request.lines.flatMap((line) => ("saleLineId" in line ? [weighBack(line.quantity, coming.find(({ id }) => id === line.saleLineId)!)] : []));
  const wanted = discountOf(sumOf(lines.map(({ due }) => due)), request);
  const shares = split(wanted, lines.map(({ due }) => due));
  const left = lines.map(({ due }, i) => due - shares[i]!);
  const given = (part: keyof WeighedBack) => sumOf(back.map((line) => line[part]));
  const due = sumOf(left) - given("total");
  const { adjustment, rounding, paid, credit } = due < 0n ? weighRest(due, sumOf(left), request, rules) : weighPayments(due, request, rules);
  const added = adjustment === 0n ? left.map(() => 0n) : split(adjustment, left);
  const totals = left.map((part, i) => part + added[i]!);
  const taxes = totals.map((total, i) => half(total * lines[i]!.rate, lines[i]!.rate + 10_000n));
  const subtotal = sumOf(lines.map(({ gross }) => gross));
  const total = sumOf(totals) - given("total");
  return {
    lines: totals.map((each, i) => [money(each), money(taxes[i]!)]), back: back.map((line) => [money(line.total), money(line.tax)]), adjustment: money(adjustment), total: money(total),
    change: money(paid - total - credit), credit: money(credit), rounding: money(rounding),
    subtotal: money(subtotal - given("gross")), discount: money(subtotal - sumOf(left) - given("gross") - given("adjustment") + given("total")), tax: money(sumOf(taxes) - given("tax")),
  };
}

interface WeighedBack {
  gross: bigint;
  adjustment: bigint;
  total: bigint;
  tax: bigint;
}

/** Of each amount of the line: what falls on all that came back with this, less what fell on what came back before. */
function weighBack(quantity: string, line: SoldLine): WeighedBack {
  const [all, before] = [units(line.quantity, 3), units(line.back.quantity, 3)];
  const reached = before - units(quantity, 3);
  const part = (amount: string): bigint => half(units(amount, 2) * reached, all) - half(units(amount, 2) * before, all);
  return { gross: part(line.gross), adjustment: part(line.adjustment), total: part(line.total), tax: part(line.tax) };
}

/** Cash goes out in whole coins, rounded up, as long as the goods that leave are worth the difference; a credit to the cent. */
function weighRest(due: bigint, sold: bigint, { refund }: SaleRequest, { coin }: SaleRules): { adjustment: bigint; rounding: bigint; paid: bigint; credit: bigint } {
  if (refund === "store_credit") return { adjustment: 0n, rounding: 0n, paid: 0n, credit: -due };
  const size = coin ? units(coin, 2) : 1n;
  const over = -due % size;
  const rounding = over === 0n || sold < size - over ? 0n : over - size;
  return { adjustment: rounding, rounding, paid: 0n, credit: 0n };
}

function weighLine(all: SaleRequest["lines"], line: SaleRequest["lines"][number], products: readonly SellableProduct[], rules: SaleRules): WeighedLine {
  if (!("productId" in line) && !("description" in line)) throw new Error("labels of scales are not drawn");
  const quantity = units(line.quantity, 3);
  const product = "productId" in line ? products.find(({ id }) => id === line.productId)! : null;
  const priced = line.unitPrice !== undefined;
  const price = product && !priced ? atBreak(product.salePrice!, sumOf(all.map((other) => ("productId" in other && other.productId === product.id && other.unitPrice === undefined ? units(other.quantity, 3) : 0n))), rules) : units(line.unitPrice!, 4);
  const gross = half(quantity * price, 100_000n);
  return { gross, due: gross - discountOf(gross, line), rate: units("taxRate" in line ? line.taxRate : product!.taxRate, 2) };
}

function atBreak(price: string, quantity: bigint, { breaks }: SaleRules): bigint {
  const reached = breaks.filter(({ from }) => units(from, 3) <= quantity).sort((a, b) => Number(units(b.from, 3) - units(a.from, 3)))[0];
  if (!reached) return units(price, 4);
  // As many decimals as the price is written with, two at least.
  const decimals = Math.max(2, (price.split(".")[1] ?? "").replace(/0+$/, "").length);
  const step = 10n ** BigInt(4 - decimals);
  return half(units(price, 4) * (10_000n + units(reached.percent, 2)), 10_000n * step) * step;
}

function discountOf(base: bigint, asked: { discountPercent?: string; discountAmount?: string }): bigint {
  const wanted = asked.discountPercent === undefined ? units(asked.discountAmount ?? "0", 2) : half(base * units(asked.discountPercent, 2), 10_000n);
  return wanted > base ? base : wanted;
}

/** In the order in which they are handed over: each pays its part, and its method adds its percent to that part. */
function weighPayments(total: bigint, { payments = [] }: SaleRequest, rules: SaleRules): { adjustment: bigint; rounding: bigint; paid: bigint; credit: bigint } {
  let left = total;
  let adjustment = 0n;
  let rounding = 0n;
  let paid = 0n;
  for (const { method, amount, installments } of payments) {
    const table = rules.installments.find(({ count }) => count === installments);
    const percent = units(table?.percent ?? rules.methods[method] ?? "0", 2);
    const cents = units(amount, 2);
    const share = half(left * percent, 10_000n);
    const due = method === "cash" ? coins(left + share, rules) : left + share;
    const isAll = cents >= due;
    const stands = half(cents * 10_000n, 10_000n + percent);
    const part = isAll || stands > left ? left : stands;
    adjustment += isAll ? due - left : cents - part;
    if (isAll) rounding += due - left - share;
    left -= part;
    paid += cents;
  }
  return { adjustment, rounding, paid, credit: 0n };
}

/** As many whole coins as fit in; what is less than one stays. */
function coins(cents: bigint, { coin }: SaleRules): bigint {
  const size = coin ? units(coin, 2) : 1n;
  const whole = cents - (cents % size);
  return whole === 0n ? cents : whole;
}

/** By the largest remainders, the first of equals first; without any weight all of it goes to the first. */
function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = sumOf(weights);
  if (total === 0n) return weights.map((_, i) => (i === 0 ? amount : 0n));
  const size = amount < 0n ? -amount : amount;
  const parts = weights.map((weight) => (size * weight) / total);
  const order = weights.map((weight, i) => ({ i, rest: (size * weight) % total })).sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const missing = Number(size - sumOf(parts));
  for (const { i } of order.slice(0, missing)) parts[i]! += 1n;
  return amount < 0n ? parts.map((part) => -part) : parts;
}

/** Half away from zero. */
function half(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function units(text: string, scale: number): bigint {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const value = BigInt(whole! + fraction.padEnd(scale, "0"));
  return sign === "-" ? -value : value;
}

function money(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
