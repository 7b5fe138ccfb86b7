import { compare } from "@/kernel/decimal.ts";
import { loadLowestPrices } from "@/modules/pricing/queries/load-lowest-prices.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { SellableProduct } from "../rules/compose-sale.ts";
import { unreceiptedOf } from "../rules/unreceipted.ts";
import type { SaleLineInput } from "../schema.ts";

/** The products of a sale's lines, those that come back without their sale at the lowest price they had lately. Asks nothing where none does. */
export async function priceBack(tx: TenantTx, { now }: Pick<Context, "now">, lines: readonly SaleLineInput[], products: readonly (SellableProduct | null)[]): Promise<(SellableProduct | null)[]> {
  const loose = new Set(unreceiptedOf(lines));
  if (loose.size === 0) return [...products];
  const lowest = await loadLowestPrices(tx, now, lines.flatMap((line, i) => (loose.has(line) ? (products[i]?.id ?? []) : [])));
  return lines.map((line, i) => {
    const product = products[i] ?? null;
    const least = product && lowest.get(product.id);
    if (!least || !loose.has(line) || product.isPriceFixed) return product;
    return { ...product, salePrice: product.salePrice !== null && compare(product.salePrice, least) < 0 ? product.salePrice : least };
  });
}
