import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface LostDemandRow {
  productId: string | null;
  sku: string | null;
  /** The product's, or what was asked for as it was last written. */
  name: string;
  unit: string | null;
  times: number;
  quantity: Decimal;
  lastAt: string;
  /** On hand now, in all places; null without a product. */
  onHand: Decimal | null;
  /** What it would have brought at today's price; null where there is none. */
  value: Decimal | null;
}

const MOST = 500;

/** What was asked for and could not be sold between two days of the shop's calendar, both included: the most often asked first. Words count together whatever their case and accents, and a merged product with the one that took it. */
export async function sumLostDemand(ctx: Pick<Context, "db">, { from, to }: { from: string; to: string }): Promise<LostDemandRow[]> {
  const rows = await ctx.db.rows<Omit<LostDemandRow, "lastAt"> & { lastAt: Date }>(sql`
    SELECT p.id AS "productId", p.sku, coalesce(p.name, (array_agg(d.words ORDER BY d.at DESC))[1]) AS name, p.unit, count(*)::int AS times, sum(d.quantity) AS quantity,
           max(d.at) AS "lastAt", CASE WHEN p.id IS NOT NULL THEN (SELECT coalesce(sum(l.on_hand), 0) FROM stock_level l WHERE l.tenant_id = p.tenant_id AND l.product_id = p.id) END AS "onHand",
           round(sum(d.quantity) * p.sale_price, 2) AS value
      FROM lost_demand d LEFT JOIN product o ON o.tenant_id = d.tenant_id AND o.id = d.product_id
      LEFT JOIN product p ON p.tenant_id = o.tenant_id AND p.id = coalesce(o.merged_into_id, o.id)
     WHERE d.business_date BETWEEN ${from}::date AND ${to}::date
     GROUP BY d.folded, p.tenant_id, p.id, p.sku, p.name, p.unit, p.sale_price
     ORDER BY times DESC, quantity DESC, name LIMIT ${MOST}`);
  return rows.map((row) => ({ ...row, quantity: trimZeros(row.quantity), onHand: row.onHand === null ? null : trimZeros(row.onHand), lastAt: row.lastAt.toISOString() }));
}
