import { newId } from "@/kernel/id.ts";
import { accept } from "@/kernel/refusal.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

interface Shelf {
  name?: string;
  sku?: string;
  salePrice?: string | null;
  costPrice?: string | null;
  unit?: string;
  stock?: string;
  barcode?: { code: string; packSize: string };
}

/** Puts one product on the shelf of a test's shop and answers its id. */
export async function stockShelf(ctx: Context, shelf: Shelf = {}): Promise<string> {
  const id = newId();
  const { name = "Hammer", sku = id.slice(-12), salePrice = "121.00", costPrice = "60.00", unit = "u", stock = "0", barcode } = shelf;
  const [location] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location WHERE is_default`);
  await ctx.transact(async (tx) => {
    await tx.execute(sql`
      INSERT INTO product (id, sku, name, unit, tax_rate, sale_price, cost_price) VALUES (${id}, ${sku}, ${name}, ${unit}, 21, ${salePrice}::numeric, ${costPrice}::numeric)`);
    if (barcode) await tx.execute(sql`INSERT INTO product_barcode (code, product_id, pack_size) VALUES (${barcode.code}, ${id}, ${barcode.packSize}::numeric)`);
    await postMovements(tx, ctx, { type: "opening", locationId: location!.id, lines: [{ productId: id, quantity: stock, name }], mayGoNegative: true, source: { kind: "opening", id } });
    return accept(id);
  });
  return id;
}
