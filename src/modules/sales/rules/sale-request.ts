import type { Decimal } from "@/kernel/decimal.ts";
import type { Discount } from "@/modules/pricing/rules/total-lines.ts";
import type { ChosenTender, CounterMethod, RestWay } from "./charge-ticket.ts";
import { isOverridden, type BackLine, type Ticket, type TicketLine } from "./ticket.ts";

interface DiscountFields {
  discountPercent?: Decimal;
  discountAmount?: Decimal;
}

type RequestLine = DiscountFields &
  (
    | { productId: string; quantity: Decimal; unitPrice?: Decimal }
    | { barcode: string; quantity: "1" }
    | { saleLineId: string; quantity: Decimal }
    | { description: string; quantity: Decimal; unitPrice: Decimal; taxRate: Decimal }
  );

/** Body of POST /api/v1/ops/sales. */
export interface SaleRequest extends DiscountFields {
  id: string;
  /** Whose drawer takes the money; absent: the oldest register of the usual place. */
  registerId?: string;
  /** Absent: the anonymous buyer. */
  customerId?: string;
  lines: RequestLine[];
  /** Why goods come back while nobody knows their sale. */
  notes?: string;
  payments?: { method: CounterMethod; amount: Decimal; installments?: number; code?: string }[];
  /** How an exchange gives back what it is short of. */
  refund?: RestWay;
  /** What the screen said; the server refuses to charge anything else. */
  expectedTotal: Decimal;
  /** The word of a second member, given before. */
  approval?: { grant: string };
}

/** The sale that a ticket asks for. `tenders` is what was handed over, none for what is free; `total` what it came to with them; `miscName` names an item that has no name. */
export function saleRequestOf(ticket: Ticket, tenders: readonly ChosenTender[], total: Decimal, miscName: string, rest?: RestWay): SaleRequest {
  return {
    id: ticket.id,
    ...(ticket.customer ? { customerId: ticket.customer.id } : {}),
    lines: [...ticket.lines.map((line) => requestLine(line, miscName)), ...(ticket.back ?? []).map(backRequest)],
    ...(ticket.backReason !== undefined && ticket.back?.some((line) => "productId" in line) ? { notes: ticket.backReason } : {}),
    ...discountFields(ticket.discount),
    ...(tenders.length === 0 ? {} : { payments: tenders.map(({ method, amount, count, code }) => ({ method, amount, ...(count > 1 ? { installments: count } : {}), ...(code === undefined ? {} : { code }) })) }),
    ...(rest === undefined ? {} : { refund: rest }),
    expectedTotal: total,
    ...(ticket.approval ? { approval: { grant: ticket.approval.grant } } : {}),
  };
}

function requestLine(line: TicketLine, miscName: string): RequestLine {
  const { productId, quantity, unitPrice, taxRate, name } = line;
  const discount = discountFields(line.discount);
  // The server reads the label itself: its price is the scale's, not the cashier's.
  if (line.label) return { barcode: line.label.code, quantity: "1", ...discount };
  if (productId === null) return { description: name || miscName, quantity, unitPrice, taxRate, ...discount };
  return isOverridden(line) ? { productId, quantity, unitPrice, ...discount } : { productId, quantity, ...discount };
}

/** A price that nobody changed is left to the server, who tells a newer one as such. */
function backRequest(line: BackLine): RequestLine {
  const quantity = `-${line.quantity}`;
  if ("saleLineId" in line) return { saleLineId: line.saleLineId, quantity };
  const { productId, unitPrice, isSaid } = line;
  return isSaid ? { productId, quantity, unitPrice } : { productId, quantity };
}

function discountFields(discount: Discount | null): DiscountFields {
  if (discount === null) return {};
  return discount.kind === "percent" ? { discountPercent: discount.value } : { discountAmount: discount.value };
}
