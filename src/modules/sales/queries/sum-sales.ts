import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface SalesTotals {
  tickets: number;
  total: Decimal;
  average: Decimal;
  /** Cash that stayed: change is already off. */
  cash: Decimal;
}

/** What the sales of a period come to, less what came back in it; cancelled ones never were; `from` and `to` are the tenant's days, both included, and may be left open. */
export async function sumSales(ctx: Context, { from, to }: { from?: string; to?: string }): Promise<SalesTotals> {
  const [totals] = await ctx.db.rows<SalesTotals>(sql`
    WITH period AS (
      SELECT tenant_id, id, total, change FROM sale s
       WHERE (${from ?? null}::date IS NULL OR business_date >= ${from ?? null}::date) AND (${to ?? null}::date IS NULL OR business_date <= ${to ?? null}::date)
         AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = s.tenant_id AND c.sale_id = s.id)),
    back AS (
      SELECT r.total, coalesce((SELECT f.amount FROM sale_refund f WHERE f.tenant_id = r.tenant_id AND f.return_id = r.id AND f.method = 'cash'), 0) AS cash FROM sale_return r
       WHERE (${from ?? null}::date IS NULL OR r.business_date >= ${from ?? null}::date) AND (${to ?? null}::date IS NULL OR r.business_date <= ${to ?? null}::date))
    SELECT count(*)::int AS tickets, (coalesce(sum(total), 0) - (SELECT coalesce(sum(total), 0) FROM back))::numeric(14,2) AS total, coalesce(round(avg(total), 2), 0)::numeric(14,2) AS average,
           (coalesce((SELECT sum(p.amount) FROM sale_payment p JOIN period s ON s.tenant_id = p.tenant_id AND s.id = p.sale_id WHERE p.method = 'cash'), 0)
            - coalesce(sum(change), 0) - (SELECT coalesce(sum(cash), 0) FROM back))::numeric(14,2) AS cash
      FROM period`);
  return totals!;
}
