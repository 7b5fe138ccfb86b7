import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/**
 * Each sale against its lines, its payments, its stock movements, its entry and its number. Reads the ledgers' tables by their
 * `source_id`: an audit trusts facts, not the code that wrote them. Empty when all is well.
 */
export async function auditSales(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'sale = sum of lines' AS law, s.id::text AS id, format('total %s, lines %s', s.total, sum(l.total)) AS detail
      FROM sale s LEFT JOIN sale_line l ON l.tenant_id = s.tenant_id AND l.sale_id = s.id
     GROUP BY s.id, s.total, s.tax, s.subtotal
    HAVING s.total <> coalesce(sum(l.total), 0) OR s.tax <> coalesce(sum(l.tax), 0) OR s.subtotal <> coalesce(sum(l.gross), 0)
    UNION ALL
    SELECT 'payments - change = total', s.id::text, format('paid %s, change %s, total %s', coalesce(sum(p.amount), 0), s.change, s.total)
      FROM sale s LEFT JOIN sale_payment p ON p.tenant_id = s.tenant_id AND p.sale_id = s.id
     GROUP BY s.id, s.total, s.change
    HAVING coalesce(sum(p.amount), 0) - s.change <> s.total
    UNION ALL
    SELECT 'rounding = its entry', s.id::text, format('rounding %s, entry %s', s.rounding, coalesce(e.amount, 0))
      FROM sale s
      LEFT JOIN (SELECT e.source_id, sum(l.credit - l.debit) AS amount FROM journal_entry e JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
                  WHERE e.source_kind = 'sale' AND l.account_code = 'cash_rounding' GROUP BY e.source_id) e ON e.source_id = s.id
     WHERE s.rounding <> coalesce(e.amount, 0)
    UNION ALL
    SELECT 'goods sold = goods moved', coalesce(sold.sale_id, moved.source_id)::text, format('product %s: sold %s, moved %s', coalesce(sold.product_id, moved.product_id), sold.quantity, moved.quantity)
      FROM (SELECT l.sale_id, coalesce((e->>'productId')::uuid, l.product_id) AS product_id, sum(round(l.quantity * coalesce((e->>'quantity')::numeric, 1), 3)) AS quantity
              FROM sale_line l LEFT JOIN LATERAL jsonb_array_elements(l.parts) e ON true WHERE l.product_id IS NOT NULL GROUP BY 1, 2) sold
      FULL JOIN (SELECT source_id, product_id, -sum(quantity) AS quantity FROM stock_movement WHERE source_kind = 'sale' GROUP BY source_id, product_id) moved
        ON moved.source_id = sold.sale_id AND moved.product_id = sold.product_id
     WHERE coalesce(sold.quantity, 0) <> coalesce(moved.quantity, 0)
    UNION ALL
    SELECT 'sale = entry', s.id::text, format('total %s, tax %s, cost %s; entry %s, %s, %s', s.total, s.tax, s.cost, e.money, e.vat, e.stock)
      FROM sale s
      LEFT JOIN (SELECT e.source_id, sum(l.debit - l.credit) FILTER (WHERE l.account_code NOT IN ('sales', 'cash_rounding', 'vat_debit', 'stock', 'cost_of_sales')) AS money,
                        sum(l.credit - l.debit) FILTER (WHERE l.account_code = 'vat_debit') AS vat, sum(l.credit - l.debit) FILTER (WHERE l.account_code = 'stock') AS stock
                   FROM journal_entry e JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id WHERE e.source_kind = 'sale' GROUP BY e.source_id) e ON e.source_id = s.id
     WHERE coalesce(e.money, 0) <> s.total OR coalesce(e.vat, 0) <> s.tax OR coalesce(e.stock, 0) <> s.cost
    UNION ALL
    SELECT 'numbers without gap', c.series, format('counter %s, sales %s, highest %s', c.value, (SELECT count(*) FROM sale), (SELECT coalesce(max(number), 0) FROM sale))
      FROM counter c
     WHERE c.series = 'sale' AND (c.value <> (SELECT count(*) FROM sale) OR c.value <> (SELECT coalesce(max(number), 0) FROM sale))`);
}
