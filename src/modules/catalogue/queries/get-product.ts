import { isUuid } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { loadProducts } from "./load-products.ts";
import type { ProductView } from "./product-view.ts";

/** One product; null when there is none of this id in the shop, whatever else the id may be. */
export async function getProduct(ctx: Pick<Context, "db" | "permissions">, id: string): Promise<ProductView | null> {
  if (!isUuid(id)) return null;
  const [product] = await loadProducts(ctx, [id]);
  return product ?? null;
}
