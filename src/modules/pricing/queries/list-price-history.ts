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
  /** ISO 4217, of the costs where they changed; null: the shop's own. */
  fromCurrency?: string | null;
  toCurrency?: string | null;
  /** The run of prices that wrote it, or undid it. */
  source: string | null;
  /** The run that it belongs to, written or undone. */
  runId: string | null;
  undone: boolean;
  /** The import that brought it. */
  importId: string | null;
  by: string | null;
}

const MOST = 100;

interface Row extends Required<Omit<PriceChangeView, "at">> {
  at: Date;
}

/** The latest prices of a product, the newest first. A run tells who asked for it; who edited or imported is told by the audit entry of the same instant. */
export async function listPriceHistory(ctx: Pick<Context, "db" | "permissions">, productId: string): Promise<PriceChangeView[]> {
  const rows = await ctx.db.rows<Row>(sql`
    SELECT c.id, c.at, l.name AS "listName", c.from_price AS from, c.to_price AS to, c.from_cost AS "fromCost", c.to_cost AS "toCost", c.from_currency AS "fromCurrency", c.to_currency AS "toCurrency", c.source,
           coalesce(r.id, u.run_id) AS "runId", u.id IS NOT NULL AS undone, a.detail->>'importId' AS "importId",
           (SELECT m.name FROM member m WHERE m.id = coalesce(r.member_id, u.member_id, a.member_id)) AS by
      FROM price_change c LEFT JOIN price_list l ON l.id = c.list_id
      LEFT JOIN price_run r ON r.id = c.source
      LEFT JOIN price_undo u ON u.id = c.source
      LEFT JOIN LATERAL (SELECT e.member_id, e.detail FROM audit_entry e
                          WHERE c.source IS NULL AND e.entity = 'product' AND e.entity_id = c.product_id AND e.at = c.at ORDER BY e.id LIMIT 1) a ON true
     WHERE c.product_id = ${productId} ORDER BY c.at DESC, c.id LIMIT ${MOST}`);
  const seesCost = ctx.permissions.has("product.cost");
  const plain = (value: Decimal | null): Decimal | null => (value === null ? null : plainPrice(value));
  return rows
    .filter(({ from, to }) => seesCost || from !== to)
    .map(({ fromCost, toCost, fromCurrency, toCurrency, from, to, at, ...row }) => ({ ...row, at: at.toISOString(), from: plain(from), to: plain(to), ...(seesCost ? { fromCost: plain(fromCost), toCost: plain(toCost), fromCurrency, toCurrency } : {}) }));
}
