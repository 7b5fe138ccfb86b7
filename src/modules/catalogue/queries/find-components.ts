import { trimZeros } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { listProductsSchema } from "../schema.ts";
import type { KitComponentView } from "./get-kit.ts";
import { listProducts } from "./list-products.ts";

const FEW = 8;

/** Products that a kit may be made of: the one with this barcode, or what the words find. */
export async function findComponents(ctx: Pick<Context, "db" | "permissions">, q: string): Promise<KitComponentView[]> {
  for (const asked of [{ barcode: q }, { q, limit: String(FEW) }]) {
    const page = await listProducts(ctx, listProductsSchema.parse(asked));
    const found = page.ok ? page.value.items.filter(({ isActive }) => isActive) : [];
    if (found.length > 0) {
      return found.map(({ id, sku, name, unit, salePrice, costPrice, stock, isActive }) => ({ productId: id, sku, name, unit, quantity: "1", salePrice, ...(costPrice === undefined ? {} : { costPrice }), available: trimZeros(stock.available), isActive }));
    }
  }
  return [];
}
