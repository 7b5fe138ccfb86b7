import { loadListPrices } from "@/modules/pricing/queries/load-list-prices.ts";
import { derivePrice } from "@/modules/pricing/rules/list-price.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { SellableProduct } from "../rules/compose-sale.ts";
import type { SaleList } from "./load-counter.ts";

/**
 * The products at the prices of a list. The base list is the price that they have: such a sale asks nothing more. What a customer's own list does not
 * name costs what it costs everybody: nobody at the counter chose that list, and a sale must not stop for it.
 */
export async function priceByList(tx: TenantTx, { id, kind, percent, rounding, isCustomers }: SaleList, products: readonly (SellableProduct | null)[]): Promise<(SellableProduct | null)[]> {
  if (kind === "base") return [...products];
  if (kind === "derived") return products.map((product) => product && (product.isPriceFixed ? product : { ...product, salePrice: product.salePrice === null ? null : derivePrice(product.salePrice, percent ?? "0", rounding) }));
  const prices = await loadListPrices(tx, id, products.flatMap((product) => product?.id ?? []));
  return products.map((product) => product && (product.isPriceFixed ? product : { ...product, salePrice: prices.get(product.id) ?? (isCustomers ? product.salePrice : null) }));
}
