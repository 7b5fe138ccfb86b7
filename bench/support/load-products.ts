import { newId } from "@/kernel/id.ts";
import { accept } from "@/kernel/refusal.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface ProductToLoad {
  id: string;
  sku: string;
  name: string;
  brand: string | null;
  salePrice: string;
  costPrice: string;
}

const CHUNK = 2_000;

/** Puts products on a shop's shelf by thousands, under the walls like every write; `stock` units of each, or no movement at all. */
export async function loadProducts(ctx: Context, products: readonly ProductToLoad[], stock: string | null = null): Promise<void> {
  const [location] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location WHERE is_default`);
  for (let from = 0; from < products.length; from += CHUNK) {
    const chunk = products.slice(from, from + CHUNK);
    const column = <K extends keyof ProductToLoad>(key: K) => chunk.map((product) => product[key]);
    await ctx.transact(async (tx) => {
      await tx.execute(sql`
        INSERT INTO product (id, sku, name, brand, tax_rate, sale_price, cost_price)
        SELECT id, sku, name, brand, 21, sale_price, cost_price
          FROM unnest(${column("id")}::uuid[], ${column("sku")}::text[], ${column("name")}::text[], ${column("brand")}::text[],
                      ${column("salePrice")}::numeric[], ${column("costPrice")}::numeric[]) AS p (id, sku, name, brand, sale_price, cost_price)`);
      if (stock !== null) {
        const lines = chunk.map(({ id, name }) => ({ productId: id, quantity: stock, name }));
        await postMovements(tx, ctx, { type: "opening", locationId: location!.id, lines, mayGoNegative: true, source: { kind: "opening", id: newId() } });
      }
      return accept(null);
    });
  }
}
