import { trimZeros } from "@/kernel/decimal.ts";
import { formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { ProductView } from "@/modules/catalogue/queries/product-view.ts";
import type { Takeable } from "./takeable.ts";

/** What a field of a product says, as people read it; empty when it says nothing. */
export function factOf(product: ProductView, field: Takeable, format: FormatStyle): string {
  if (field === "categoryId") return product.categoryName ?? "";
  if (field === "taxRate") return formatPercent(trimZeros(product.taxRate), format);
  const value = product[field];
  if (value === null || value === undefined) return "";
  if (field === "salePrice") return formatPrice(value, format);
  if (field === "costPrice") return formatPrice(value, format, { currency: product.costCurrency });
  return field === "minStock" || field === "maxStock" ? formatQuantity(value, product.unit, format) : value;
}
