import type { Decimal } from "@/kernel/decimal.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface PriceChangeView {
  id: string;
  at: string;
  /** Null: the base list. */
  listName: string | null;
  from: Decimal | null;
  to: Decimal | null;
  /** Net of VAT; absent for members who may not see costs. */
  fromCost?: Decimal | null;
  toCost?: Decimal | null;
  /** The run of prices that wrote it, or undid it. */
  source: string | null;
  by: string | null;
}

const MOST = 100;

interface Row extends Required<Omit<PriceChangeView, "at">> {
  at: Date;
}

/** The latest prices of a product, the newest first. Who edited or imported is told by the audit entry of the same instant. */
export async function listPriceHistory(ctx: Pick<Context, "db" | "permissions">, productId: string): Promise<PriceChangeView[]> {
  const rows = await ctx.db.rows<Row>(sql`
    SELECT c.id, c.at, l.name AS "listName", c.from_price AS from, c.to_price AS to, c.from_cost AS "fromCost", c.to_cost AS "toCost", c.source,
           (SELECT m.name FROM audit_entry a JOIN member m ON m.id = a.member_id
             WHERE a.entity = 'product' AND a.entity_id = c.product_id AND a.at = c.at ORDER BY a.id LIMIT 1) AS by
      FROM price_change c LEFT JOIN price_list l ON l.id = c.list_id
     WHERE c.product_id = ${productId} ORDER BY c.at DESC, c.id LIMIT ${MOST}`);
  const seesCost = ctx.permissions.has("product.cost");
  const plain = (value: Decimal | null): Decimal | null => (value === null ? null : plainPrice(value));
  return rows
    .filter(({ from, to }) => seesCost || from !== to)
    .map(({ fromCost, toCost, from, to, at, ...row }) => ({ ...row, at: at.toISOString(), from: plain(from), to: plain(to), ...(seesCost ? { fromCost: plain(fromCost), toCost: plain(toCost) } : {}) }));
}
