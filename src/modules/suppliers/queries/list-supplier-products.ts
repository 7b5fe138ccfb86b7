import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { isUuid } from "@/kernel/id.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { SupplierProductView } from "./supplier-view.ts";

/** A page of what a supplier sells, by name. Prices and costs come for members with `product.cost` alone. Refuses an unknown supplier and a foreign cursor. */
export async function listSupplierProducts(ctx: Pick<Context, "db" | "permissions">, supplierId: string, { gone = false, limit, cursor }: { gone?: boolean; limit: number; cursor?: string }): Promise<Result<{ items: SupplierProductView[]; nextCursor: string | null }>> {
  const key = cursor === undefined ? null : readCursor(cursor, 2);
  if (cursor !== undefined && (key === null || typeof key[0] !== "string" || !isUuid(key[1]))) return refuseField("cursor", "invalid");
  const [supplier] = await ctx.db.rows(sql`SELECT 1 FROM supplier WHERE id = ${supplierId}`);
  if (!supplier) return refuse("not_found");
  const found = await ctx.db.rows<Required<SupplierProductView> & { key: string }>(sql`
    SELECT p.id AS "productId", p.sku, p.name, l.code, l.pack_size AS "packSize", l.is_main AS "isMain", l.listed_name AS "listedName", l.gone_since::text AS "goneSince", l.list_price AS "listPrice",
           round(l.list_price * c.rate * discount_factor(s.discounts) * (100 + s.freight_percent) * 0.01 / l.pack_size, 4) AS cost, p.search_text AS key
      FROM supplier_product l JOIN supplier s ON s.id = l.supplier_id JOIN product p ON p.id = l.product_id LEFT JOIN current_rate c ON c.currency = s.currency
     WHERE l.supplier_id = ${supplierId} AND (NOT ${gone}::boolean OR l.gone_since IS NOT NULL) AND (${key === null ? null : String(key[0])}::text IS NULL OR (p.search_text, p.id) > (${key === null ? null : String(key[0])}::text, ${key === null ? null : String(key[1])}::uuid))
     ORDER BY p.search_text, p.id LIMIT ${limit + 1}`);
  const last = found.length > limit ? found[limit - 1]! : null;
  const seesCost = ctx.permissions.has("product.cost");
  const items = found.slice(0, limit).map(({ key: _key, listPrice, cost, ...row }) => (seesCost ? { ...row, listPrice: plainPrice(listPrice), cost: plainPrice(cost) } : row));
  return accept({ items, nextCursor: last && writeCursor([last.key, last.productId]) });
}
