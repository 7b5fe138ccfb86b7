import type { Decimal } from "@/kernel/decimal.ts";
import type { DocumentType } from "../schema.ts";

export interface CustomerView {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  documentType: DocumentType | null;
  document: string | null;
  address: string | null;
  priceListId: string | null;
  /** How much they may owe; null: without limit. */
  creditLimit: Decimal | null;
  notes: string | null;
  isActive: boolean;
  /** The anonymous buyer of the counter. */
  isFinalConsumer: boolean;
  /** What they owe; negative: the shop owes them. */
  balance: Decimal;
  /** Day of the oldest sale that their payments do not cover yet; null: they owe nothing. */
  oldestDebt: string | null;
  version: number;
}
