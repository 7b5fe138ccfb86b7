import { big, isDecimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import { isTicket } from "./is-ticket.ts";
import type { Ticket } from "./ticket.ts";

/** A ticket that a browser kept, also one of an earlier shape; null where nobody can say what it was. */
export function readTicket(value: unknown): Ticket | null {
  const ticket = value as { back?: unknown } | null;
  const mended = typeof ticket === "object" && ticket !== null && Array.isArray(ticket.back) ? { ...ticket, back: ticket.back.map(withTax) } : value;
  return isTicket(mended) ? mended : null;
}

/** What comes back was kept without its VAT once, and before that without the rate: then only the server knows, when it is charged. */
function withTax(value: unknown): unknown {
  const line = value as Record<string, unknown> | null;
  if (typeof line !== "object" || line === null || isDecimal(line.tax) || !isDecimal(line.total)) return value;
  const taxRate = isDecimal(line.taxRate) ? line.taxRate : "0";
  return { ...line, taxRate, tax: roundMoney(big(line.total).times(taxRate).div(big(taxRate).plus(100))) };
}
