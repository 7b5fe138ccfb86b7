import { big, isZero, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import type { QuantityBreak } from "@/modules/pricing/rules/quantity-break.ts";
import type { TaxCondition } from "@/modules/tenancy/rules/tax-conditions.ts";
import { ownAdjustments } from "./own-adjustments.ts";
import type { ReturnView } from "../queries/return-view.ts";
import type { SaleView } from "../queries/sale-view.ts";

/** Rolls of a till's printer in millimetres, and the sheet. */
export const RECEIPT_FORMS = ["80", "58", "a4"] as const;
export type ReceiptForm = (typeof RECEIPT_FORMS)[number];

/** Who gives the receipt. */
export interface ReceiptIssuer {
  name: string;
  legalName: string | null;
  taxId: string | null;
  taxCondition: TaxCondition | null;
  address: string | null;
  /** Of the shop's formats: whose law the legends are of. */
  locale: string;
}

export interface ReceiptLine {
  key: string;
  name: string;
  sku: string | null;
  quantity: Decimal;
  unit: string;
  unitPrice: Decimal;
  gross: Decimal;
  priceList: string | null;
  quantityBreak: QuantityBreak | null;
}

/** What an exchange takes back of an earlier sale, at what was paid for it. */
export interface ReceiptBackLine {
  key: string;
  name: string;
  quantity: Decimal;
  unit: string;
  /** Of the sale that it comes from; null: nobody knows which. */
  number: string | null;
  total: Decimal;
}

/** What a receipt says, whatever paper it goes on. */
export interface ReceiptContent {
  kind: "sale" | "return";
  /** Null: the server has not numbered it yet. */
  number: string | null;
  /** Of a return: the sale that its goods came back of. */
  ofSale: string | null;
  /** RFC 3339. */
  at: string;
  memberName: string;
  customer: string | null;
  lines: readonly ReceiptLine[];
  back: readonly ReceiptBackLine[];
  /** Of the lines that are sold. */
  discount: Decimal;
  /** What each payment method added, or took off. */
  adjustments: readonly { method: string; amount: Decimal }[];
  /** What the smallest coin took off. */
  rounding: Decimal;
  total: Decimal;
  /** Of a return: how its money went out. */
  payments: readonly { method: string; count: number; amount: Decimal }[];
  change: Decimal;
  /** What comes back is taken off. */
  taxes: readonly { rate: Decimal; tax: Decimal }[];
  /** Given as vouchers; without a code until the server said it. */
  credits: readonly { code: string | null; amount: Decimal }[];
}

interface People {
  memberName: string;
  /** Null: the anonymous buyer. */
  customer: string | null;
}

/** `numberOf`: by each line of an exchange that comes back, the number of the sale that it is of. */
export function receiptOfSale(sale: SaleView, { memberName, customer }: People, numberOf: ReadonlyMap<string, string> = new Map()): ReceiptContent {
  const sold = sale.lines.filter(({ quantity }) => !quantity.startsWith("-"));
  const back = sale.lines.filter(({ quantity }) => quantity.startsWith("-"));
  return {
    kind: "sale",
    number: String(sale.number),
    ofSale: null,
    at: sale.soldAt,
    memberName,
    customer,
    lines: sold.map(({ id, name, sku, quantity, unit, unitPrice, total, discount, adjustment, priceList, quantityBreak }) => ({ key: id, name, sku, quantity, unit, unitPrice, gross: grossOf({ total, discount, adjustment }), priceList: priceList?.name ?? null, quantityBreak })),
    back: back.map(({ id, name, quantity, unit, total }) => ({ key: id, name, quantity: trimZeros(big(quantity).abs().toFixed()), unit, number: numberOf.get(id) ?? null, total: roundMoney(big(total).abs()) })),
    discount: sumMoney(sold.map(({ discount }) => discount)),
    adjustments: ownAdjustments(sale.payments, sale.rounding).filter(({ adjustment }) => !isZero(adjustment)).map(({ method, adjustment }) => ({ method, amount: adjustment })),
    rounding: sale.rounding,
    total: sale.total,
    // What is given as a voucher is a payment the other way; the paper names the voucher instead.
    payments: sale.payments.filter(({ amount }) => !amount.startsWith("-")).map(({ method, installments, amount }) => ({ method, count: installments ?? 1, amount })),
    change: sale.change,
    taxes: taxesOf(sale.lines),
    credits: sale.storeCredits.map(({ code, amount }) => ({ code, amount })),
  };
}

export function receiptOfReturn(back: ReturnView, customer: string | null): ReceiptContent {
  const rest = sumMoney(back.lines.map(({ adjustment }) => adjustment));
  return {
    kind: "return",
    number: String(back.number),
    ofSale: String(back.saleNumber),
    at: back.returnedAt,
    memberName: back.memberName,
    customer,
    lines: back.lines.map(({ saleLineId, name, sku, quantity, unit, unitPrice, total, discount, adjustment }) => ({ key: saleLineId, name, sku, quantity, unit, unitPrice, gross: grossOf({ total, discount, adjustment }), priceList: null, quantityBreak: null })),
    back: [],
    discount: sumMoney(back.lines.map(({ discount }) => discount)),
    adjustments: isZero(rest) ? [] : [{ method: back.refunds[0]?.method ?? "cash", amount: rest }],
    rounding: "0.00",
    total: back.total,
    payments: back.refunds.map(({ method, amount }) => ({ method, count: 1, amount })),
    change: "0.00",
    taxes: taxesOf(back.lines),
    credits: back.storeCredits.map(({ code, amount }) => ({ code, amount })),
  };
}

/** VAT contained in the lines, by rate, the highest first; rates that came to nothing are not named. */
export function taxesOf(lines: readonly { taxRate: Decimal; tax: Decimal }[]): { rate: Decimal; tax: Decimal }[] {
  const rates = [...new Set(lines.map(({ taxRate }) => trimZeros(taxRate)))].sort((a, b) => big(b).cmp(a));
  return rates.map((rate) => ({ rate, tax: sumMoney(lines.filter(({ taxRate }) => trimZeros(taxRate) === rate).map(({ tax }) => tax)) })).filter(({ tax }) => !isZero(tax));
}

function grossOf({ total, discount, adjustment }: { total: Decimal; discount: Decimal; adjustment: Decimal }): Decimal {
  return roundMoney(big(total).plus(discount).minus(adjustment));
}

/**
 * What is said of the VAT that a price contains: nothing by who charges none of their own, the block of the Argentine Ley 27.743 (transparency for
 * consumers) by who does and sells there, and the plain rates elsewhere or where nobody told what the shop is.
 */
export function taxLegend({ taxCondition, locale }: Pick<ReceiptIssuer, "taxCondition" | "locale">): "none" | "transparency" | "rates" {
  if (taxCondition === "simplified" || taxCondition === "exempt") return "none";
  return taxCondition === "registered" && locale === "es-AR" ? "transparency" : "rates";
}
