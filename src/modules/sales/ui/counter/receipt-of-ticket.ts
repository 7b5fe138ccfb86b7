import { big, isZero } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import { ownAdjustments } from "../../rules/own-adjustments.ts";
import { taxesOf, type ReceiptContent } from "../../rules/receipt.ts";
import { backKey, isOverridden } from "../../rules/ticket.ts";
import type { CounterSetting, Receipt } from "./counter-state.ts";

/** What the till prints of a sale by itself, before the server said anything of it. */
export function receiptOfTicket({ lines, totals, soldAt, total, payments, change, back, credit, creditCode, rounding, number, customer, list }: Receipt, { member, miscName }: CounterSetting): ReceiptContent {
  return {
    kind: "sale",
    number,
    ofSale: null,
    at: soldAt,
    memberName: member.name,
    customer,
    lines: lines.map((line, i) => ({ key: String(line.key), name: line.name || miscName, sku: line.sku || null, quantity: line.quantity, unit: line.unit, unitPrice: line.unitPrice, gross: totals.lines[i]!.gross, priceList: line.productId === null || line.label?.isPriced || (isOverridden(line) && !line.reached) ? null : list, quantityBreak: line.reached ?? null })),
    back: back.map((line) => ({ key: backKey(line), name: line.name, quantity: line.quantity, unit: line.unit, number: "number" in line ? String(line.number) : null, total: line.total })),
    discount: totals.discount,
    adjustments: ownAdjustments(payments, rounding).filter(({ adjustment }) => !isZero(adjustment)).map(({ method, adjustment }) => ({ method, amount: adjustment })),
    rounding,
    total,
    payments: payments.map(({ method, count, amount }) => ({ method, count, amount })),
    change,
    taxes: taxesOf([...totals.taxByRate.map(({ rate, tax }) => ({ taxRate: rate, tax })), ...back.map(({ taxRate, tax }) => ({ taxRate, tax: roundMoney(big(tax).times(-1)) }))]),
    credits: isZero(credit) ? [] : [{ code: creditCode, amount: credit }],
  };
}
