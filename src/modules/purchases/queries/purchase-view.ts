import type { Decimal } from "@/kernel/decimal.ts";
import type { FreightSpread } from "../rules/spread-freight.ts";

export interface PurchaseLineView {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  quantity: Decimal;
  unitCost: Decimal;
  discounts: string;
  taxRate: Decimal;
  net: Decimal;
  freight: Decimal;
  landedCost: Decimal;
  /** What the product cost until then; null when nobody had told. */
  costBefore: Decimal | null;
}

export interface PurchaseRowView {
  id: string;
  supplierId: string;
  supplierName: string;
  locationId: string;
  number: string;
  date: string;
  dueDate: string;
  status: "posted" | "cancelled";
  subtotal: Decimal;
  freight: Decimal;
  freightSpread: FreightSpread;
  tax: Decimal;
  otherTaxes: Decimal;
  total: Decimal;
  /** What is still owed of it. */
  due: Decimal;
  memberName: string;
  /** RFC 3339, UTC. */
  postedAt: string;
}

export interface PurchaseView extends PurchaseRowView {
  notes: string | null;
  cancelledAt: string | null;
  cancelledBy: string | null;
  cancelReason: string | null;
  taxes: { taxRate: Decimal; base: Decimal; tax: Decimal }[];
  lines: PurchaseLineView[];
  payments: { paymentId: string; date: string; method: string; amount: Decimal }[];
}
