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
      WITH sold AS (
        SELECT s.tenant_id, s.id, s.total, s.tax, s.cost FROM sale s WHERE s.business_date BETWEEN ${from}::date AND ${to}::date
           AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = s.tenant_id AND c.sale_id = s.id)),
      back AS (SELECT r.tenant_id, r.id, r.total, r.tax, r.cost FROM sale_return r WHERE r.business_date BETWEEN ${from}::date AND ${to}::date),
      net AS (SELECT coalesce(sum(total), 0) AS total, coalesce(sum(total - tax - cost), 0) AS profit FROM (SELECT total, tax, cost FROM sold UNION ALL SELECT -total, -tax, -cost FROM back) moved)
      SELECT net.total::numeric(14,2) AS sales, (SELECT count(*)::int FROM sold) AS tickets, (SELECT coalesce(round(avg(total), 2), 0)::numeric(14,2) FROM sold) AS "averageTicket", net.profit::numeric(14,2) AS profit,
             (coalesce((SELECT sum(l.quantity) FROM sale_line l JOIN sold d ON d.tenant_id = l.tenant_id AND d.id = l.sale_id), 0)
              - coalesce((SELECT sum(l.quantity) FROM sale_return_line l JOIN back d ON d.tenant_id = l.tenant_id AND d.id = l.return_id), 0))::numeric(14,3) AS units
        FROM net`),
    ctx.db.rows<Figures["byMethod"][number]>(sql`
      WITH sold AS (
        SELECT s.tenant_id, s.id, s.change FROM sale s WHERE s.business_date BETWEEN ${from}::date AND ${to}::date
           AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = s.tenant_id AND c.sale_id = s.id))
      SELECT method, sum(amount)::numeric(14,2) AS amount
        FROM (SELECT p.method, p.amount FROM sale_payment p JOIN sold s ON s.tenant_id = p.tenant_id AND s.id = p.sale_id
              UNION ALL
              SELECT 'cash', -change FROM sold WHERE change > 0
              UNION ALL
              SELECT f.method, -f.amount FROM sale_refund f JOIN sale_return r ON r.tenant_id = f.tenant_id AND r.id = f.return_id WHERE r.business_date BETWEEN ${from}::date AND ${to}::date) money
       GROUP BY method ORDER BY amount DESC, method`),
    ctx.db.rows<Figures["topProducts"][number]>(sql`
      SELECT product_id AS "productId", min(name) AS name, sum(quantity)::numeric(14,3) AS quantity, sum(total)::numeric(14,2) AS total
        FROM (SELECT l.product_id, l.name, l.quantity, l.total FROM sale_line l JOIN sale s ON s.tenant_id = l.tenant_id AND s.id = l.sale_id
               WHERE s.business_date BETWEEN ${from}::date AND ${to}::date AND l.product_id IS NOT NULL
                 AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = s.tenant_id AND c.sale_id = s.id)
              UNION ALL
              SELECT l.product_id, l.name, -b.quantity, -b.total FROM sale_return r JOIN sale_return_line b ON b.tenant_id = r.tenant_id AND b.return_id = r.id JOIN sale_line l ON l.tenant_id = b.tenant_id AND l.id = b.sale_line_id
               WHERE r.business_date BETWEEN ${from}::date AND ${to}::date AND l.product_id IS NOT NULL) moved
       GROUP BY product_id HAVING sum(quantity) > 0 ORDER BY total DESC, product_id LIMIT 10`),
  ]);
  return { ...totals!, profit: ctx.permissions.has("product.cost") ? totals!.profit : null, byMethod, topProducts };
}
