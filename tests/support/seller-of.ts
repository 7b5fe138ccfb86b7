import type { Seller } from "@/modules/sales/rules/compose-sale.ts";
import { passesDiscountLimit } from "@/modules/sales/rules/discount-limit.ts";

/** Who sells alone, within these limits. */
export function sellerOf(maxDiscountPercent: string, mayOverridePrice: boolean): Seller {
  return { maxDiscountPercent, allowsDiscount: (lines) => !passesDiscountLimit(lines, maxDiscountPercent), mayOverridePrice: () => mayOverridePrice };
}
