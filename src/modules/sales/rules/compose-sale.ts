import { big, compare, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { MOST_MONEY, MOST_QUANTITY, PRICE_SCALE, QUANTITY_SCALE, roundMoney, sumMoney } from "@/kernel/money.ts";
import { accept, refuse, refuseField, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { priceAtBreak, reachedBreaks, type QuantityBreak } from "@/modules/pricing/rules/quantity-break.ts";
import { totalLines, type Discount, type LineTotals, type TicketTotals } from "@/modules/pricing/rules/total-lines.ts";
import type { RegisterSaleInput, SaleLineInput } from "../schema.ts";
import { isFractionalUnit } from "./fractional-unit.ts";
import { dueBy, roundRest } from "./adjust-payments.ts";
import { coinOf, methodPercent } from "./method-percent.ts";
import { settlePayments, type SettledPayment, type Settlement } from "./settle-payments.ts";
import type { ReturnedLine } from "./take-back.ts";

/** A product as it stands when the sale is composed. */
export interface SellableProduct {
  id: string;
  sku: string;
  name: string;
  unit: string;
  salePrice: Decimal | null;
  /** Net of VAT in the shop's currency; null when unknown. */
  unitCost: Decimal | null;
  taxRate: Decimal;
  isActive: boolean;
  /** A scale's label says what it costs: no list and no break changes that. */
  isPriceFixed?: true;
  /** Units that the code of the line stands for. */
  packSize: Decimal;
  /** Of a kit: what one of it takes from the shelves. */
  parts?: readonly KitPart[] | null;
}

export interface KitPart {
  productId: string;
  name: string;
  quantity: Decimal;
}

/** A price list beside the counter's own. */
export interface NamedList {
  id: string;
  name: string;
}

export interface ComposedLine {
  productId: string | null;
  sku: string | null;
  name: string;
  unit: string;
  quantity: Decimal;
  unitPrice: Decimal;
  listPrice: Decimal | null;
  gross: Decimal;
  lineDiscount: Decimal;
  ticketDiscount: Decimal;
  adjustment: Decimal;
  total: Decimal;
  taxRate: Decimal;
  tax: Decimal;
  unitCost: Decimal | null;
  /** Null: the product itself leaves the shelf. */
  parts: readonly KitPart[] | null;
  /** The list that said its price; null where that is the counter's own, or nobody's. */
  priceList: NamedList | null;
  /** What its quantity made of the list's price. */
  quantityBreak: QuantityBreak | null;
  /** The earlier line that comes back with this one, which is negative. */
  returnedLineId: string | null;
}

export interface ComposedSale {
  lines: ComposedLine[];
  subtotal: Decimal;
  discount: Decimal;
  /** What the payment methods added, or took off. */
  adjustment: Decimal;
  /** What of it the missing coins took off: zero or less. */
  rounding: Decimal;
  net: Decimal;
  tax: Decimal;
  total: Decimal;
  cost: Decimal;
  payments: SettledPayment[];
  change: Decimal;
}

export interface Terms {
  defaultTaxRate: Decimal;
  /** Of the list that the sale is priced by. */
  rules: SaleRules;
  /** Absent or null: the counter's own. */
  list?: NamedList | null;
}

/** Who sells, with whoever stands by to allow more: asked only where it is needed. */
export interface Seller {
  /** For the words of a refusal. */
  maxDiscountPercent: Decimal;
  allowsDiscount: (lines: readonly LineTotals[]) => boolean;
  mayOverridePrice: () => boolean;
}

/** What the sale will say, from what was asked and what the products are; or why it cannot be. */
export function composeSale(
  input: RegisterSaleInput,
  products: readonly (SellableProduct | null)[],
  { defaultTaxRate, rules, list = null }: Terms,
  seller: Seller,
  back: readonly ReturnedLine[] = [],
): Result<ComposedSale> {
  const drafts: LineDraft[] = [];
  for (const [i, line] of input.lines.entries()) {
    if (line.saleLineId !== undefined) continue;
    const draft = draftLine(line, products[i] ?? null, `lines.${i}`, defaultTaxRate, seller);
    if (!draft.ok) return draft;
    drafts.push(draft.value);
  }

  if (drafts.length === 0) return refuse("sale_empty");

  takeBreaks(drafts, rules);
  const ticket = { lines: drafts, ticketDiscount: discountOf(input) };
  const plain = totalLines(ticket);
  const tooLarge = beyondPaper(drafts, plain);
  if (tooLarge) return tooLarge;
  if (!seller.allowsDiscount(plain.lines)) {
    return refuse("discount_over_limit", { params: { max: { figure: seller.maxDiscountPercent } } });
  }
  const due = roundMoney(big(plain.total).minus(sumMoney(back.map(({ total }) => total))));
  const settled = compare(due, "0") < 0 ? giveBack(due, input, { coin: coinOf("cash", rules), sold: soldBy(plain) }) : settlePayments(due, input.payments, rules);
  if (!settled.ok) return isPaidAsExpected(input) ? priceChanged(dueBy(due, lastMethod(input, rules))) : settled;
  const totals = isZero(settled.value.adjustment) ? plain : totalLines({ ...ticket, adjustment: settled.value.adjustment });
  const lines = [...drafts.map((draft, i) => composeLine(draft, totals, i, list)), ...back.map(composeReturned)];
  const sale = back.length === 0 ? totals : withReturned(lines);
  if (input.expectedTotal !== undefined && compare(input.expectedTotal, sale.total) !== 0) return priceChanged(sale.total);
  return accept({ ...sale, rounding: settled.value.rounding, lines, cost: costOf(lines, back), payments: settled.value.payments, change: settled.value.change });
}

/** Figures that are in order one by one may come to more than is ever written down. */
function beyondPaper(drafts: readonly LineDraft[], { lines, subtotal }: TicketTotals): Refusal | null {
  const passes = (amount: Parameters<typeof big>[0], most: Decimal): boolean => compare(big(amount).abs(), most) > 0;
  let cost = big("0");
  for (const [i, { path, quantity, product }] of drafts.entries()) {
    cost = cost.plus(big(quantity).times(product?.unitCost ?? "0").abs());
    if (passes(quantity, MOST_QUANTITY) || passes(lines[i]!.gross, MOST_MONEY) || passes(cost, MOST_MONEY)) return refuseField(`${path}.quantity`, "too_large");
  }
  return passes(subtotal, MOST_MONEY) ? refuseField("lines", "too_large") : null;
}

/** An exchange that comes to less than nothing: cash out of the drawer, or a credit, which is a payment the other way. */
function giveBack(due: Decimal, { payments = [], refund = "cash" }: RegisterSaleInput, { coin, sold }: { coin: Decimal | null; sold: Decimal }): Result<Settlement> {
  if (payments.length > 0) return refuse("payment_excess", { params: { excess: sumMoney(payments.map(({ amount }) => amount)) } });
  if (refund === "cash") {
    const rounding = roundRest(due, sold, coin);
    return accept({ payments: [], change: roundMoney(big(due).plus(rounding).times(-1)), adjustment: rounding, rounding });
  }
  return accept({ payments: [{ method: "store_credit", amount: due, installments: null, adjustment: "0.00" }], change: "0.00", adjustment: "0.00", rounding: "0.00" });
}

/** What the goods that leave come to. */
function soldBy({ lines }: TicketTotals): Decimal {
  return sumMoney(lines.filter(({ total }) => !total.startsWith("-")).map(({ total }) => total));
}

/** What lines of both signs come to. */
function withReturned(lines: readonly ComposedLine[]): Pick<ComposedSale, "subtotal" | "discount" | "adjustment" | "net" | "tax" | "total"> {
  const sum = (key: "gross" | "lineDiscount" | "ticketDiscount" | "adjustment" | "tax" | "total"): Decimal => sumMoney(lines.map((line) => line[key]));
  const [total, tax] = [sum("total"), sum("tax")];
  return { subtotal: sum("gross"), discount: sumMoney([sum("lineDiscount"), sum("ticketDiscount")]), adjustment: sum("adjustment"), net: roundMoney(big(total).minus(tax)), tax, total };
}

function composeReturned({ line, quantity, gross, discount, adjustment, total, tax }: ReturnedLine): ComposedLine {
  const minus = (amount: Decimal): Decimal => roundMoney(big(amount).times(-1));
  const { id, productId, sku, name, unit, unitPrice, taxRate, unitCost, parts } = line;
  return {
    productId, sku, name, unit, unitPrice, taxRate, unitCost, parts,
    quantity: fix(big(quantity).times(-1), QUANTITY_SCALE),
    listPrice: null,
    gross: minus(gross),
    lineDiscount: minus(discount),
    ticketDiscount: "0.00",
    adjustment: minus(adjustment),
    total: minus(total),
    tax: minus(tax),
    priceList: null,
    quantityBreak: null,
    returnedLineId: id,
  };
}

/** Payments that pay what the counter showed do not fail by themselves: then a price moved, and that is what is told. */
function isPaidAsExpected({ expectedTotal, payments = [] }: RegisterSaleInput): boolean {
  if (expectedTotal === undefined) return false;
  const sum = (some: typeof payments): Decimal => sumMoney(some.map(({ amount }) => amount));
  return compare(sum(payments), expectedTotal) >= 0 && compare(sum(payments.filter(({ method }) => method !== "cash")), expectedTotal) <= 0;
}

function lastMethod({ payments }: RegisterSaleInput, rules: SaleRules): { percent: Decimal; coin: Decimal | null } {
  const last = payments?.at(-1);
  return { percent: last ? (methodPercent(rules, last.method, last.installments) ?? "0") : "0", coin: coinOf(last?.method ?? "cash", rules) };
}

function priceChanged(total: Decimal): Refusal {
  return refuse("price_changed", { params: { total } });
}

interface LineDraft {
  path: string;
  product: SellableProduct | null;
  name: string;
  unit: string;
  quantity: Decimal;
  unitPrice: Decimal;
  listPrice: Decimal | null;
  taxRate: Decimal;
  discount: Discount | null;
  /** Whether its price is the list's and not said by somebody. */
  isListPriced: boolean;
  reached: QuantityBreak | null;
}

function draftLine(line: SaleLineInput, product: SellableProduct | null, path: string, defaultTaxRate: Decimal, seller: Seller): Result<LineDraft> {
  const isNamed = line.productId !== undefined || line.sku !== undefined || line.barcode !== undefined;
  if (!isNamed) return draftMiscellaneous(line, path, defaultTaxRate);
  const refused = checkProduct(line, product, path, seller);
  if (refused) return refused;

  const sold = product!;
  const listPrice = sold.salePrice;
  const overrides = line.unitPrice !== undefined && (listPrice === null || compare(line.unitPrice, listPrice) !== 0);
  return accept({
    path,
    product: sold,
    name: line.description || sold.name,
    unit: sold.unit,
    quantity: fix(big(line.quantity).times(sold.packSize), QUANTITY_SCALE),
    unitPrice: fix(overrides ? line.unitPrice! : listPrice!, PRICE_SCALE),
    listPrice: overrides && listPrice !== null ? fix(listPrice, PRICE_SCALE) : null,
    taxRate: sold.taxRate,
    discount: discountOf(line),
    // What comes back counts towards no quantity.
    isListPriced: line.unitPrice === undefined && sold.isPriceFixed !== true && !line.quantity.startsWith("-"),
    reached: null,
  });
}

function checkProduct(line: SaleLineInput, product: SellableProduct | null, path: string, seller: Seller): Refusal | null {
  if (!product) return refuseField(path, "product_unknown", { code: line.barcode ?? line.sku ?? "" });
  if (!product.isActive) return refuseField(path, "product_archived", { name: product.name });
  if (line.taxRate !== undefined) return refuseField(`${path}.taxRate`, "not_allowed");
  const overrides = line.unitPrice !== undefined && (product.salePrice === null || compare(line.unitPrice, product.salePrice) !== 0);
  if (overrides && !seller.mayOverridePrice()) return refuseField(`${path}.unitPrice`, "price_override");
  if (product.salePrice === null && line.unitPrice === undefined) return refuseField(path, "price_missing", { name: product.name });
  const quantity = big(line.quantity).times(product.packSize);
  const whole = quantity.eq(quantity.round(0));
  return whole || isFractionalUnit(product.unit) ? null : refuseField(`${path}.quantity`, "quantity_not_fractional", { name: product.name });
}

/** "Varios": something without a product is sold by its price and a word. */
function draftMiscellaneous(line: SaleLineInput, path: string, defaultTaxRate: Decimal): Result<LineDraft> {
  if (line.unitPrice === undefined) return refuseField(`${path}.unitPrice`, "required");
  if (!line.description) return refuseField(`${path}.description`, "required");
  return accept({
    path,
    product: null,
    name: line.description,
    unit: "u",
    quantity: fix(line.quantity, QUANTITY_SCALE),
    unitPrice: fix(line.unitPrice, PRICE_SCALE),
    listPrice: null,
    taxRate: fix(line.taxRate ?? defaultTaxRate, 2),
    discount: discountOf(line),
    isListPriced: false,
    reached: null,
  });
}

function discountOf(asked: { discountPercent?: Decimal; discountAmount?: Decimal }): Discount | null {
  if (asked.discountPercent !== undefined && !isZero(asked.discountPercent)) return { kind: "percent", value: asked.discountPercent };
  if (asked.discountAmount !== undefined && !isZero(asked.discountAmount)) return { kind: "amount", value: asked.discountAmount };
  return null;
}

/** Prices each line by the break that its product reaches on the whole ticket. */
function takeBreaks(drafts: LineDraft[], { breaks }: SaleRules): void {
  const reached = reachedBreaks(drafts.map(({ product, quantity, isListPriced }) => ({ productId: product?.id ?? null, quantity, isListPriced })), breaks);
  for (const [i, draft] of drafts.entries()) {
    if (!reached[i]) continue;
    draft.unitPrice = priceAtBreak(draft.unitPrice, reached[i]);
    draft.reached = reached[i];
  }
}

function composeLine(draft: LineDraft, totals: TicketTotals, i: number, list: NamedList | null): ComposedLine {
  const { gross, lineDiscount, ticketDiscount, adjustment, total, tax } = totals.lines[i]!;
  return {
    productId: draft.product?.id ?? null,
    sku: draft.product?.sku ?? null,
    name: draft.name,
    unit: draft.unit,
    quantity: draft.quantity,
    unitPrice: draft.unitPrice,
    listPrice: draft.listPrice,
    gross,
    lineDiscount,
    ticketDiscount,
    adjustment,
    total,
    taxRate: fix(draft.taxRate, 2),
    tax,
    unitCost: draft.product?.unitCost == null ? null : fix(draft.product.unitCost, PRICE_SCALE),
    parts: draft.product?.parts ?? null,
    priceList: draft.isListPriced ? list : null,
    quantityBreak: draft.reached && { from: fix(draft.reached.from, QUANTITY_SCALE), percent: fix(draft.reached.percent, 2) },
    returnedLineId: null,
  };
}

/** Rounded once per line, like what is sold, so that the entry and a report by line agree. */
function costOf(lines: readonly ComposedLine[], back: readonly ReturnedLine[]): Decimal {
  const sold = lines.filter(({ returnedLineId }) => returnedLineId === null).map((line) => roundMoney(big(line.quantity).times(line.unitCost ?? "0")));
  return roundMoney(big(sumMoney(sold)).minus(sumMoney(back.map(({ cost }) => cost))));
}
