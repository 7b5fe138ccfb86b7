import { isDecimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import type { Discount } from "@/modules/pricing/rules/total-lines.ts";
import type { BackLine, Ticket, TicketLine } from "./ticket.ts";

/** Whether a value that a browser kept is a ticket that the counter can go on with: nothing else may break the till. */
export function isTicket(value: unknown): value is Ticket {
  const ticket = value as Partial<Ticket> | null;
  if (typeof ticket !== "object" || ticket === null || !Array.isArray(ticket.lines)) return false;
  return (
    isUuid(ticket.id) &&
    Number.isSafeInteger(ticket.nextKey) &&
    ticket.lines.every(isLine) &&
    (ticket.customer === undefined || (isUuid(ticket.customer.id) && typeof ticket.customer.name === "string" && isDecimal(ticket.customer.balance) && (ticket.customer.creditLimit == null || isDecimal(ticket.customer.creditLimit)))) &&
    (ticket.customer?.list === undefined || (isUuid(ticket.customer.list.id) && typeof ticket.customer.list.name === "string")) &&
    (ticket.back === undefined || (Array.isArray(ticket.back) && ticket.back.every(isBack))) &&
    (ticket.backReason === undefined || typeof ticket.backReason === "string") &&
    (ticket.approval === undefined || (typeof ticket.approval.grant === "string" && typeof ticket.approval.by === "string" && typeof ticket.approval.needs === "object")) &&
    isDiscount(ticket.discount) &&
    (ticket.chip === null || isDecimal(ticket.chip)) &&
    (ticket.selected === null || Number.isSafeInteger(ticket.selected))
  );
}

function isLine(value: unknown): value is TicketLine {
  const line = value as Partial<TicketLine> | null;
  if (typeof line !== "object" || line === null) return false;
  return (
    Number.isSafeInteger(line.key) &&
    Number.isSafeInteger(line.hits) &&
    (line.productId === null || isUuid(line.productId)) &&
    [line.name, line.sku, line.unit].every((text) => typeof text === "string") &&
    [line.taxRate, line.unitPrice, line.quantity].every(isDecimal) &&
    (line.listPrice === null || isDecimal(line.listPrice)) &&
    isDiscount(line.discount) &&
    typeof line.touched === "boolean"
  );
}

function isBack(value: unknown): value is BackLine {
  const line = value as Partial<Record<string, unknown>> | null;
  if (typeof line !== "object" || line === null || typeof line.name !== "string" || typeof line.unit !== "string") return false;
  if (![line.quantity, line.total, line.taxRate, line.tax].every(isDecimal)) return false;
  return line.saleLineId === undefined ? isUuid(line.productId) && isDecimal(line.unitPrice) && (line.lowest === null || isDecimal(line.lowest)) && typeof line.isSaid === "boolean" : isUuid(line.saleLineId) && Number.isSafeInteger(line.number);
}

function isDiscount(value: unknown): value is Discount | null {
  if (value === null) return true;
  const discount = value as Partial<Discount> | undefined;
  return typeof discount === "object" && (discount.kind === "percent" || discount.kind === "amount") && isDecimal(discount.value);
}
