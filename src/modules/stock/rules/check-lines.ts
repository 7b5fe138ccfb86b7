import { big, type Decimal } from "@/kernel/decimal.ts";
import { refuseField, type Refusal } from "@/kernel/refusal.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";
import type { StockProduct } from "../queries/load-stock-products.ts";

/** The first line that cannot stand: an unknown product, a kit, whose stock is that of its components, or half of something that is counted. Null when all can. */
export function checkLines(lines: readonly { productId: string; quantity: Decimal }[], products: ReadonlyMap<string, StockProduct>): Refusal | null {
  for (const [i, { productId, quantity }] of lines.entries()) {
    const product = products.get(productId);
    if (!product) return refuseField(`lines.${i}.productId`, "product_unknown", { code: "" });
    if (product.isKit) return refuseField(`lines.${i}.productId`, "kit_no_stock", { name: product.name });
    const amount = big(quantity);
    if (!isFractional(product.unit) && !amount.eq(amount.round(0))) return refuseField(`lines.${i}.quantity`, "quantity_not_fractional", { name: product.name });
  }
  return null;
}
