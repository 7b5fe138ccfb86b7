import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/** Each bill against its lines, its taxes, its goods and its entry, and the suppliers' accounts against the books. Empty when all is well. */
export async function auditPurchases(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'bill = sum of lines' AS law, b.id::text AS id, format('subtotal %s, freight %s, lines %s and %s', b.subtotal, b.freight, l.net, l.freight) AS detail
      FROM purchase b LEFT JOIN (SELECT purchase_id, sum(net) AS net, sum(freight) AS freight FROM purchase_line GROUP BY purchase_id) l ON l.purchase_id = b.id
     WHERE (b.subtotal, b.freight) IS DISTINCT FROM (l.net, l.freight)
    UNION ALL
    SELECT 'bill = sum of taxes', b.id::text, format('subtotal %s, tax %s, by rate %s and %s', b.subtotal, b.tax, t.base, t.tax)
      FROM purchase b LEFT JOIN (SELECT purchase_id, sum(base) AS base, sum(tax) AS tax FROM purchase_tax GROUP BY purchase_id) t ON t.purchase_id = b.id
     WHERE (b.subtotal, b.tax) IS DISTINCT FROM (t.base, t.tax)
    UNION ALL
    SELECT 'goods bought = goods moved', coalesce(bought.purchase_id, moved.source_id)::text, format('product %s: bought %s, moved %s', coalesce(bought.product_id, moved.product_id), bought.quantity, moved.quantity)
      FROM (SELECT l.purchase_id, l.product_id, CASE WHEN c.at IS NULL THEN sum(l.quantity) - coalesce((SELECT sum(r.quantity) FROM receipt_match r WHERE r.purchase_id = l.purchase_id AND r.product_id = l.product_id), 0) ELSE 0 END AS quantity
              FROM purchase_line l LEFT JOIN purchase_cancellation c ON c.purchase_id = l.purchase_id GROUP BY l.purchase_id, l.product_id, c.at) bought
      FULL JOIN (SELECT source_id, product_id, sum(quantity) AS quantity FROM stock_movement WHERE source_kind = 'purchase' GROUP BY source_id, product_id) moved
        ON moved.source_id = bought.purchase_id AND moved.product_id = bought.product_id
     WHERE coalesce(bought.quantity, 0) <> coalesce(moved.quantity, 0)
    UNION ALL
    SELECT 'owed to suppliers = payables', 'payables', format('accounts %s, books %s', owed.amount, booked.amount)
      FROM (SELECT coalesce(sum(amount), 0) AS amount FROM supplier_entry) owed,
           (SELECT coalesce(sum(l.credit - l.debit), 0) AS amount FROM journal_line l JOIN journal_entry e ON e.id = l.entry_id
             WHERE l.account_code = 'payables' AND e.source_kind IN ('purchase', 'supplier_payment', 'credit_note')) booked
     WHERE owed.amount <> booked.amount
    UNION ALL
    SELECT 'paid at most what is owed', b.id::text, format('total %s, paid %s', b.total, sum(a.amount))
      FROM purchase b JOIN supplier_allocation a ON a.purchase_id = b.id LEFT JOIN purchase_cancellation c ON c.purchase_id = b.id
     GROUP BY b.id, b.total, c.at
    HAVING sum(a.amount) < 0 OR sum(a.amount) > CASE WHEN c.at IS NULL THEN b.total ELSE 0 END
    UNION ALL
    SELECT 'allocated at most what was paid', p.id::text, format('amount %s, allocated %s', p.amount, sum(a.amount))
      FROM supplier_payment p JOIN supplier_allocation a ON a.payment_id = p.id LEFT JOIN supplier_payment_cancellation c ON c.payment_id = p.id
     GROUP BY p.id, p.amount, c.at
    HAVING sum(a.amount) < 0 OR sum(a.amount) > CASE WHEN c.at IS NULL THEN p.amount ELSE 0 END`);
}
