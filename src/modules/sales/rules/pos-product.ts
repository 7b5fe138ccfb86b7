import type { Decimal } from "@/kernel/decimal.ts";

/** A product as the till holds it in memory. */
export interface PosProduct {
  id: string;
  sku: string;
  name: string;
  unit: string;
  /** Final price of one unit, VAT included; null: cannot be sold until somebody says. */
  salePrice: Decimal | null;
  /** VAT in percent. */
  taxRate: Decimal;
  /** `packSize`: units that one scan of this code stands for. */
  barcodes: readonly { code: string; packSize: Decimal }[];
  /** On hand where this till sells, as last heard. */
  stock: Decimal;
  categoryId: string | null;
  /** How much this shop sells of it; the larger comes first. */
  rank: number;
  /** Cost with VAT, to warn of a sale below it; absent for members who may not see costs. */
  cost?: Decimal | null;
}
