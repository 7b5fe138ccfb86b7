import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface Figures {
  /** Total of the sales, VAT included. */
  sales: Decimal;
  tickets: number;
  averageTicket: Decimal;
  units: Decimal;
  /** Sales net of VAT less the cost of what was sold; null for members who may not see costs. */
  profit: Decimal | null;
  /** Money taken by method, change given back already off the cash. */
  byMethod: { method: string; amount: Decimal }[];
  topProducts: { productId: string | null; name: string; quantity: Decimal; total: Decimal }[];
}

export interface Period {
  /** The tenant's days "YYYY-MM-DD", both included. */
  from: string;
  to: string;
}

type Totals = Pick<Figures, "sales" | "tickets" | "averageTicket" | "units"> & { profit: Decimal };

/** What a period came to, from the documents themselves. */
export async function getFigures(ctx: Context, { from, to }: Period): Promise<Figures> {
  const [[totals], byMethod, topProducts] = await Promise.all([
    ctx.db.rows<Totals>(sql`
      SELECT coalesce(sum(total), 0)::numeric(14,2) AS sales, count(*)::int AS tickets,
             coalesce(round(avg(total), 2), 0)::numeric(14,2) AS "averageTicket",
             coalesce(sum(total - tax - cost), 0)::numeric(14,2) AS profit,
             coalesce((SELECT sum(l.quantity) FROM sale_line l JOIN sale d ON d.tenant_id = l.tenant_id AND d.id = l.sale_id
                        WHERE d.business_date BETWEEN ${from}::date AND ${to}::date), 0)::numeric(14,3) AS units
        FROM sale WHERE business_date BETWEEN ${from}::date AND ${to}::date`),
    ctx.db.rows<Figures["byMethod"][number]>(sql`
      SELECT method, sum(amount)::numeric(14,2) AS amount
        FROM (SELECT p.method, p.amount FROM sale_payment p JOIN sale s ON s.tenant_id = p.tenant_id AND s.id = p.sale_id
               WHERE s.business_date BETWEEN ${from}::date AND ${to}::date
              UNION ALL
              SELECT 'cash', -change FROM sale WHERE change > 0 AND business_date BETWEEN ${from}::date AND ${to}::date) money
       GROUP BY method ORDER BY amount DESC, method`),
    ctx.db.rows<Figures["topProducts"][number]>(sql`
      SELECT l.product_id AS "productId", min(l.name) AS name, sum(l.quantity)::numeric(14,3) AS quantity, sum(l.total)::numeric(14,2) AS total
        FROM sale_line l JOIN sale s ON s.tenant_id = l.tenant_id AND s.id = l.sale_id
       WHERE s.business_date BETWEEN ${from}::date AND ${to}::date AND l.product_id IS NOT NULL
       GROUP BY l.product_id ORDER BY total DESC, l.product_id LIMIT 10`),
  ]);
  return { ...totals!, profit: ctx.permissions.has("product.cost") ? totals!.profit : null, byMethod, topProducts };
}
