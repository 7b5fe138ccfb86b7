import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { SoldLine } from "../rules/take-back.ts";

/** Sold lines of one sale, or by their ids, with what came back of each by returns and by exchanges that stand. Read under the lock of their sales. */
export async function loadSoldLines(tx: TenantTx, of: { saleId: string } | { lineIds: readonly string[] }): Promise<SoldLine[]> {
  const [saleId, lineIds] = "saleId" in of ? [of.saleId, null] : [null, of.lineIds];
  return tx.rows<SoldLine>(sql`
    SELECT l.id, l.sale_id AS "saleId", l.product_id AS "productId", l.sku, l.name, l.unit, l.quantity, l.unit_price AS "unitPrice", l.tax_rate AS "taxRate", l.unit_cost AS "unitCost",
           l.gross, l.adjustment, l.total, l.tax,
           (SELECT json_agg(json_build_object('productId', e->>'productId', 'quantity', e->>'quantity', 'name', l.name)) FROM jsonb_array_elements(l.parts) e) AS parts,
           json_build_object('quantity', b.quantity::text, 'gross', b.gross::text, 'adjustment', b.adjustment::text, 'total', b.total::text, 'tax', b.tax::text) AS back
      FROM sale_line l
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(quantity), 0)::numeric(14,3) AS quantity, coalesce(sum(gross), 0)::numeric(14,2) AS gross, coalesce(sum(adjustment), 0)::numeric(14,2) AS adjustment,
              coalesce(sum(total), 0)::numeric(14,2) AS total, coalesce(sum(tax), 0)::numeric(14,2) AS tax
         FROM (SELECT r.quantity, r.gross, r.adjustment, r.total, r.tax FROM sale_return_line r WHERE r.tenant_id = l.tenant_id AND r.sale_line_id = l.id
               UNION ALL
               SELECT -x.quantity, -x.gross, -x.adjustment, -x.total, -x.tax FROM sale_line x
                WHERE x.tenant_id = l.tenant_id AND x.returned_line_id = l.id
                  AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = x.tenant_id AND c.sale_id = x.sale_id)) came) b
     WHERE CASE WHEN ${saleId}::uuid IS NULL THEN l.id = ANY (${lineIds}::uuid[]) ELSE l.sale_id = ${saleId}::uuid END AND l.quantity > 0
     ORDER BY l.sale_id, l.line_no`);
}
