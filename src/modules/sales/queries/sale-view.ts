import type { Decimal } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import type { ApprovedDocument } from "../postings/write-approval.ts";
import type { Approvable } from "../rules/approval.ts";
import type { SaleStatus } from "../rules/sale-status.ts";
import type { QuantityBreak } from "@/modules/pricing/rules/quantity-break.ts";
import type { ComposedSale, NamedList } from "../rules/compose-sale.ts";
import type { ReturnView } from "./return-view.ts";

/** A sale as people and machines see it. Money with 2 decimals, prices with 2 to 4, quantities with 3. */
export interface SaleView {
  id: string;
  number: number;
  status: SaleStatus;
  /** RFC 3339, UTC. */
  soldAt: string;
  locationId: string;
  customerId: string;
  subtotal: Decimal;
  discount: Decimal;
  /** What the payment methods added, or took off: subtotal - discount + adjustment = total. */
  adjustment: Decimal;
  /** What of the adjustment the missing coins took off: zero or less. */
  rounding: Decimal;
  tax: Decimal;
  total: Decimal;
  change: Decimal;
  notes: string | null;
  lines: SaleLineView[];
  payments: SalePaymentView[];
  /** What came back since, in the order of the returns' numbers. */
  returns: ReturnView[];
  cancellation: { at: string; memberName: string; reason: string } | null;
  /** Of an exchange: what it gave as credit, with the code to spend it by. */
  storeCredits: { code: string; amount: Decimal; balance: Decimal }[];
  /** Who allowed what was beyond the limits of who made the sale, its returns or its cancellation; in their order. */
  approvals: ApprovalView[];
}

export interface ApprovalView {
  document: ApprovedDocument;
  documentId: string;
  kinds: Approvable[];
  memberName: string;
  /** Who asked for it. */
  askedBy: string;
  reason: string;
  at: string;
}

export interface SalePaymentView {
  id: string;
  method: string;
  amount: Decimal;
  /** Null: in one payment. */
  installments: number | null;
  adjustment: Decimal;
}

export interface SaleLineView {
  id: string;
  productId: string | null;
  sku: string | null;
  name: string;
  unit: string;
  quantity: Decimal;
  unitPrice: Decimal;
  listPrice: Decimal | null;
  discount: Decimal;
  /** Its share of what the payment methods added. */
  adjustment: Decimal;
  total: Decimal;
  taxRate: Decimal;
  tax: Decimal;
  /** What came back of it, by returns and exchanges. */
  returned: Decimal;
  /** The list beside the counter's own that said its price. */
  priceList: NamedList | null;
  /** What its quantity made of the list's price. */
  quantityBreak: QuantityBreak | null;
  /** Of an exchange: the earlier line that came back with this one, whose amounts are negative. */
  returnedLineId: string | null;
}

/** What the database was told of one sale, before its number is known. */
export interface SaleFacts {
  id: string;
  soldAt: Date;
  locationId: string;
  customerId: string;
  notes: string | null;
  lineIds: readonly string[];
  paymentIds: readonly string[];
}

/** The view of a sale just composed; equal to the one read back (get-sale.ts), so a repetition gets the same answer. */
export function viewOfComposed(sale: ComposedSale, facts: SaleFacts, number: string): SaleView {
  return {
    id: facts.id,
    number: Number(number),
    status: "completed",
    soldAt: facts.soldAt.toISOString(),
    locationId: facts.locationId,
    customerId: facts.customerId,
    subtotal: sale.subtotal,
    discount: sale.discount,
    adjustment: sale.adjustment,
    rounding: sale.rounding,
    tax: sale.tax,
    total: sale.total,
    change: sale.change,
    notes: facts.notes,
    lines: sale.lines.map((line, i) => ({
      id: facts.lineIds[i]!,
      productId: line.productId,
      sku: line.sku,
      name: line.name,
      unit: line.unit,
      quantity: line.quantity,
      unitPrice: plainPrice(line.unitPrice),
      listPrice: plainPrice(line.listPrice),
      discount: sumMoney([line.lineDiscount, line.ticketDiscount]),
      adjustment: line.adjustment,
      total: line.total,
      taxRate: line.taxRate,
      tax: line.tax,
      returned: "0.000",
      priceList: line.priceList,
      quantityBreak: line.quantityBreak,
      returnedLineId: line.returnedLineId,
    })),
    payments: sale.payments.map((payment, i) => ({ id: facts.paymentIds[i]!, ...payment })),
    returns: [],
    cancellation: null,
    storeCredits: [],
    approvals: [],
  };
}
