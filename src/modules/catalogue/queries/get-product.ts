import { isUuid } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { loadProducts } from "./load-products.ts";
import type { ProductView } from "./product-view.ts";

/** One product; null when there is none of this id in the shop, whatever else the id may be. */
export async function getProduct(ctx: Pick<Context, "permissions">, db: Pick<TenantTx, "rows">, id: string): Promise<ProductView | null> {
  if (!isUuid(id)) return null;
  const [product] = await loadProducts(ctx, db, [id]);
  return product ?? null;
}
