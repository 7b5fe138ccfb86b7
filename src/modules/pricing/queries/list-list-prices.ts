import type { Decimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { derivePrice } from "../rules/list-price.ts";
import { getPriceList } from "./load-price-lists.ts";

export interface ListPriceView {
  productId: string;
  sku: string;
  name: string;
  /** Final, VAT included; null: not on this list. */
  price: Decimal | null;
}

/** A page of a list's prices by name of product: the base's, its own, or those derived from the base this moment. Refuses a foreign cursor. */
export async function listListPrices(ctx: Pick<Context, "db">, listId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Result<{ items: ListPriceView[]; nextCursor: string | null }>> {
  const key = cursor === undefined ? null : readCursor(cursor, 2);
  if (cursor !== undefined && (key === null || typeof key[0] !== "string" || !isUuid(key[1]))) return refuseField("cursor", "invalid");
  const list = await getPriceList(ctx.db, listId);
  if (!list) return refuse("not_found");
  const found = await ctx.db.rows<ListPriceView & { base: Decimal | null; key: string }>(sql`
    SELECT p.id AS "productId", p.sku, p.name, p.sale_price AS base, l.price, p.search_text AS key
      FROM product p LEFT JOIN list_price l ON l.product_id = p.id AND l.list_id = ${listId}
     WHERE p.is_active AND (${key && String(key[0])}::text IS NULL OR (p.search_text, p.id) > (${key && String(key[0])}::text, ${key && String(key[1])}::uuid))
     ORDER BY p.search_text, p.id LIMIT ${limit + 1}`);
  const last = found.length > limit ? found[limit - 1]! : null;
  const priceOf = ({ base, price }: { base: Decimal | null; price: Decimal | null }): Decimal | null =>
    list.kind === "own" ? price : base === null || list.kind === "base" ? base : derivePrice(base, list.percent ?? "0", list.rounding);
  const items = found.slice(0, limit).map((row) => {
    const price = priceOf(row);
    return { productId: row.productId, sku: row.sku, name: row.name, price: price === null ? null : plainPrice(price) };
  });
  return accept({ items, nextCursor: last && writeCursor([last.key, last.productId]) });
}
