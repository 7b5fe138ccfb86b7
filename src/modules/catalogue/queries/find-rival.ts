import type { Context } from "@/modules/tenancy/context.ts";
import { lastChange, type LastChange } from "@/modules/tenancy/queries/last-change.ts";
import { getProduct } from "./get-product.ts";
import type { ProductView } from "./product-view.ts";

export interface Rival {
  product: ProductView;
  change: LastChange | null;
}

/** What somebody else made of a product while it was being edited; null when it is gone. */
export async function findRival(ctx: Context, id: string): Promise<Rival | null> {
  const [product, change] = await Promise.all([getProduct(ctx, ctx.db, id), lastChange(ctx, "product", id)]);
  return product && { product, change };
}
