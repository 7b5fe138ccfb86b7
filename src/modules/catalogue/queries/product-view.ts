import type { Decimal } from "@/kernel/decimal.ts";

/** A product as people and machines see it. */
export interface ProductView {
  id: string;
  sku: string;
  name: string;
  description: string | null;
  brand: string | null;
  supplierCode: string | null;
  unit: string;
  barcodes: string[];
  /** The same codes with the units of the product that one scan stands for. */
  packs: { code: string; packSize: Decimal; unit: string | null }[];
  categoryId: string | null;
  categoryName: string | null;
  /** Whose price its replacement cost is; the key is absent for members who may not see suppliers. */
  mainSupplier?: { id: string; name: string } | null;
  /** Final, VAT included; null: cannot be sold until somebody says. */
  salePrice: Decimal | null;
  /** Percent. */
  taxRate: Decimal;
  /** Net of VAT; the key is absent for members who may not see costs. */
  costPrice?: Decimal | null;
  costCurrency?: string;
  /** costPrice in the shop's currency at the rate of the day; null without one. Absent like the cost. */
  homeCost?: Decimal | null;
  /** Percent of the net price that the base list aims at for this product; absent like the cost. */
  targetMargin?: Decimal | null;
  /** What one unit holds: 0.75 of "l"; null where nobody told. */
  content: { amount: Decimal; unit: string } | null;
  /** Kilograms of one unit; null where nobody told. */
  weight: Decimal | null;
  minStock: Decimal | null;
  maxStock: Decimal | null;
  tags: string[];
  /** Values of the shop's own fields, by the field's id. */
  customFields: Record<string, string>;
  /** Of a family: what tells it from its siblings, in the order of the family's attributes. */
  variant: { familyId: string; familyName: string; values: { name: string; value: string }[] } | null;
  /** Over all locations. */
  stock: { onHand: Decimal; reserved: Decimal; available: Decimal };
  /** Made of other products: its stock is what they give. */
  isKit: boolean;
  isActive: boolean;
  /** Proposed by a supplier's list and not accepted yet; never active. */
  isDraft: boolean;
  /** The product that it turned out to be: archived, it leads there. */
  mergedIntoId: string | null;
  isSample: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface ProductPage {
  items: ProductView[];
  nextCursor: string | null;
}
