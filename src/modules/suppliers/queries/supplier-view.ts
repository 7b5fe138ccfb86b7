import type { Decimal } from "@/kernel/decimal.ts";

export interface SupplierContact {
  name: string;
  phone: string;
  email: string;
  note: string;
}

/** A supplier as people and machines see it. */
export interface SupplierView {
  id: string;
  name: string;
  /** Digits only. */
  taxId: string | null;
  currency: string;
  /** "20+10+5". */
  discounts: string;
  /** Percent. */
  freightPercent: Decimal;
  leadDays: number | null;
  /** ISO days of the week: 1 is Monday. */
  orderDays: number[];
  /** In the supplier's currency. */
  minOrder: Decimal | null;
  contacts: SupplierContact[];
  notes: string | null;
  isActive: boolean;
  productCount: number;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface SupplierProductView {
  productId: string;
  sku: string;
  name: string;
  /** The supplier's. */
  code: string | null;
  packSize: Decimal;
  isMain: boolean;
  /** What the supplier's latest list calls it; null when no list had it. */
  listedName: string | null;
  /** Day from which the supplier's list has it no more, YYYY-MM-DD. */
  goneSince: string | null;
  /** Absent for members who may not see costs. */
  listPrice?: Decimal | null;
  /** One unit, net of VAT, in the shop's currency, by this supplier; null when the price or the rate is missing. */
  cost?: Decimal | null;
}
