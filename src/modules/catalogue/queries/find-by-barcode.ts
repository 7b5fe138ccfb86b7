import { normaliseBarcode } from "@/kernel/barcode.ts";
import { codesOfPlu, readScaleCode } from "@/kernel/scale-code.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { sql } from "@/platform/db/sql.ts";
import { loadProducts } from "./load-products.ts";
import type { ProductView } from "./product-view.ts";

/** The product that carries this barcode, or that a label of the shop's scale names, archived or not; null when none does. */
export async function findByBarcode(ctx: Pick<Context, "db" | "permissions">, code: string): Promise<ProductView | null> {
  const found = await ctx.db.rows<{ id: string }>(sql`SELECT product_id AS id FROM product_barcode WHERE code = ${normaliseBarcode(code)}`);
  const [product] = await loadProducts(ctx, ctx.db, found.length > 0 ? found.map(({ id }) => id) : await findWeighed(ctx, code));
  return product ?? null;
}

async function findWeighed(ctx: Pick<Context, "db">, code: string): Promise<string[]> {
  if (!/^\s*0?2\d{11,12}\s*$/.test(code)) return [];
  const label = readScaleCode(normaliseBarcode(code), (await getShop(ctx)).scaleCodes);
  if (!label) return [];
  const names = codesOfPlu(label.plu);
  const found = await ctx.db.rows<{ id: string }>(sql`
    SELECT n.id FROM (SELECT b.code, b.product_id AS id, 0 AS place FROM product_barcode b WHERE b.code = ANY (${names}::text[])
                      UNION ALL SELECT s.sku, s.id, 1 FROM product s WHERE s.sku = ANY (${names}::text[])) n
     ORDER BY array_position(${names}::text[], n.code), n.place LIMIT 1`);
  return found.map(({ id }) => id);
}
