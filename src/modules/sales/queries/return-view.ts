import type { Decimal } from "@/kernel/decimal.ts";
import type { PaymentMethod } from "../schema.ts";
import type { Refund } from "../rules/refunds.ts";

/** What came back of a sale, as people and machines see it. */
export interface ReturnView {
  id: string;
  number: number;
  saleId: string;
  saleNumber: number;
  /** RFC 3339, UTC. */
  returnedAt: string;
  memberName: string;
  customerId: string;
  refund: Refund;
  reason: string;
  tax: Decimal;
  total: Decimal;
  lines: ReturnLineView[];
  refunds: { method: PaymentMethod; amount: Decimal }[];
  /** The credits that were given instead of money. */
  storeCredits: { code: string; amount: Decimal; balance: Decimal }[];
}

export interface ReturnLineView {
  saleLineId: string;
  productId: string | null;
  sku: string | null;
  name: string;
  unit: string;
  quantity: Decimal;
  unitPrice: Decimal;
  discount: Decimal;
  adjustment: Decimal;
  total: Decimal;
  taxRate: Decimal;
  tax: Decimal;
}
