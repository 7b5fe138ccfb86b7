import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { SaleStatus } from "../rules/sale-status.ts";
import type { ListSalesInput } from "../schema.ts";

export interface SaleRowView {
  id: string;
  number: number;
  status: SaleStatus;
  soldAt: string;
  customerId: string;
  customerName: string;
  memberName: string;
  lineCount: number;
  methods: string[];
  subtotal: Decimal;
  discount: Decimal;
  adjustment: Decimal;
  tax: Decimal;
  total: Decimal;
  change: Decimal;
}

/** Sales, the newest first. `from` and `to` are the tenant's days, both included. The cursor is the last number seen. */
export async function listSales(ctx: Context, { from, to, customerId, limit, cursor }: ListSalesInput): Promise<{ items: SaleRowView[]; nextCursor: string | null }> {
  const rows = await ctx.db.rows<Omit<SaleRowView, "number" | "soldAt"> & { number: string; soldAt: Date }>(sql`
    SELECT s.id, s.number, coalesce(t.status, 'completed') AS status, s.sold_at AS "soldAt", s.customer_id AS "customerId", c.name AS "customerName", m.name AS "memberName",
           (SELECT count(*)::int FROM sale_line l WHERE l.tenant_id = s.tenant_id AND l.sale_id = s.id) AS "lineCount",
           ARRAY(SELECT p.method FROM sale_payment p WHERE p.tenant_id = s.tenant_id AND p.sale_id = s.id ORDER BY p.id) AS methods,
           s.subtotal, s.discount, s.adjustment, s.tax, s.total, s.change
      FROM sale s
      LEFT JOIN sale_state t ON t.tenant_id = s.tenant_id AND t.sale_id = s.id
      JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer_id
      JOIN member m ON m.tenant_id = s.tenant_id AND m.id = s.member_id
     WHERE (${from ?? null}::date IS NULL OR s.business_date >= ${from ?? null}::date)
       AND (${to ?? null}::date IS NULL OR s.business_date <= ${to ?? null}::date)
       AND (${customerId ?? null}::uuid IS NULL OR s.customer_id = ${customerId ?? null}::uuid)
       AND (${cursor ?? null}::bigint IS NULL OR s.number < ${cursor ?? null}::bigint)
     ORDER BY s.number DESC
     LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map((row) => ({ ...row, number: Number(row.number), soldAt: row.soldAt.toISOString() }));
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.number) : null };
}
