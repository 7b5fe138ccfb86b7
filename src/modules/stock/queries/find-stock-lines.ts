import type { Decimal } from "@/kernel/decimal.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { findByBarcode } from "@/modules/catalogue/queries/find-by-barcode.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { listProductsSchema } from "@/modules/catalogue/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { FindStockLinesInput } from "../schema.ts";

export interface StockLine {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  /** At the document's location. */
  onHand: Decimal;
}

const MOST = 8;

/** What a typed or scanned text names, for a line of a stock document: the one with this barcode or code, else the best of a search. */
export async function findStockLines(ctx: Context, { text, locationId }: FindStockLinesInput): Promise<Result<StockLine[]>> {
  const scanned = await findByBarcode(ctx, text);
  const listed = scanned ? accept({ items: [scanned] }) : await listProducts(ctx, listProductsSchema.parse({ q: text, limit: String(MOST) }));
  if (!listed.ok) return listed;
  const bySku = listed.value.items.filter(({ sku }) => sku.toLowerCase() === text.toLowerCase());
  const found = bySku.length === 1 ? bySku : listed.value.items;
  const levels = await ctx.db.rows<{ id: string; onHand: Decimal }>(sql`
    SELECT product_id AS id, on_hand AS "onHand" FROM stock_level WHERE location_id = ${locationId} AND product_id = ANY (${found.map(({ id }) => id)}::uuid[])`);
  const at = new Map(levels.map(({ id, onHand }) => [id, onHand]));
  return accept(found.map(({ id, sku, name, unit }) => ({ productId: id, sku, name, unit, onHand: at.get(id) ?? "0.000" })));
}
