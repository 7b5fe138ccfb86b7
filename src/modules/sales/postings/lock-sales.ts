import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { SaleStatus } from "../rules/sale-status.ts";

/** Locks sales, of these lines or by their ids, for whoever changes what became of them; in the order of their ids. Answers their status; unknown ones are left out. */
export async function lockSales(tx: TenantTx, ctx: Context, of: { saleId: string } | { lineIds: readonly string[] }): Promise<Map<string, SaleStatus>> {
  const [saleId, lineIds] = "saleId" in of ? [of.saleId, null] : [null, of.lineIds];
  const rows = await tx.rows<{ id: string; status: SaleStatus }>(sql`
    INSERT INTO sale_state AS t (sale_id, status, at)
    SELECT s.id, 'completed', ${ctx.now}::timestamptz FROM sale s
     WHERE CASE WHEN ${saleId}::uuid IS NULL THEN s.id IN (SELECT l.sale_id FROM sale_line l WHERE l.id = ANY (${lineIds}::uuid[])) ELSE s.id = ${saleId}::uuid END
     ORDER BY s.id
    ON CONFLICT (tenant_id, sale_id) DO UPDATE SET at = excluded.at RETURNING sale_id AS id, status`);
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Says of locked sales what their lines say, once everything that came back is written. */
export async function refreshStatus(tx: TenantTx, saleIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE sale_state t SET status = CASE WHEN n.back = 0 THEN 'completed' WHEN n.back < n.sold THEN 'partly_returned' ELSE 'returned' END
      FROM (SELECT l.sale_id, sum(l.quantity) AS sold, sum(coalesce(b.quantity, 0)) AS back
              FROM sale_line l
             CROSS JOIN LATERAL (
               SELECT sum(quantity) AS quantity
                 FROM (SELECT r.quantity FROM sale_return_line r WHERE r.tenant_id = l.tenant_id AND r.sale_line_id = l.id
                       UNION ALL
                       SELECT -x.quantity FROM sale_line x WHERE x.tenant_id = l.tenant_id AND x.returned_line_id = l.id
                          AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = x.tenant_id AND c.sale_id = x.sale_id)) came) b
             WHERE l.sale_id = ANY (${saleIds}::uuid[]) AND l.quantity > 0
             GROUP BY l.sale_id) n
     WHERE t.sale_id = n.sale_id`);
}

/** The end of a locked sale. */
export async function markCancelled(tx: TenantTx, saleId: string): Promise<void> {
  await tx.execute(sql`UPDATE sale_state SET status = 'cancelled' WHERE sale_id = ${saleId}`);
}
