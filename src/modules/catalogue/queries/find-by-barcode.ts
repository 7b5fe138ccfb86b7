import { normaliseBarcode } from "@/kernel/barcode.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { loadProducts } from "./load-products.ts";
import type { ProductView } from "./product-view.ts";

/** The product that carries this barcode, archived or not; null when none does. */
export async function findByBarcode(ctx: Pick<Context, "db" | "permissions">, code: string): Promise<ProductView | null> {
  const found = await ctx.db.rows<{ id: string }>(sql`SELECT product_id AS id FROM product_barcode WHERE code = ${normaliseBarcode(code)}`);
  const [product] = await loadProducts(ctx, ctx.db, found.map(({ id }) => id));
  return product ?? null;
}
