import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/** Receipts, returns and credit notes against what they moved, what bills charged of them, and the books. Empty when all is well. */
export async function auditReceipts(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'received or returned = moved' AS law, coalesce(d.id, m.source_id)::text AS id, format('product %s: document %s, moved %s', coalesce(d.product_id, m.product_id), d.quantity, m.quantity) AS detail
      FROM (SELECT l.receipt_id AS id, l.product_id, CASE WHEN c.at IS NULL THEN l.quantity ELSE 0 END AS quantity FROM goods_receipt_line l LEFT JOIN goods_receipt_cancellation c ON c.receipt_id = l.receipt_id
            UNION ALL SELECT l.return_id, l.product_id, CASE WHEN c.at IS NULL THEN -l.quantity ELSE 0 END FROM supplier_return_line l LEFT JOIN supplier_return_cancellation c ON c.return_id = l.return_id) d
      FULL JOIN (SELECT source_id, product_id, sum(quantity) AS quantity FROM stock_movement WHERE source_kind IN ('goods_receipt', 'supplier_return') GROUP BY source_id, product_id) m
        ON m.source_id = d.id AND m.product_id = d.product_id
     WHERE coalesce(d.quantity, 0) <> coalesce(m.quantity, 0)
    UNION ALL
    SELECT 'document = sum of lines', d.id::text, format('value %s, lines %s', d.value, d.lines)
      FROM (SELECT r.id, r.value, (SELECT sum(l.value) FROM goods_receipt_line l WHERE l.receipt_id = r.id) AS lines FROM goods_receipt r
            UNION ALL SELECT r.id, r.value, (SELECT sum(l.value) FROM supplier_return_line l WHERE l.return_id = r.id) FROM supplier_return r
            UNION ALL SELECT n.id, n.total, (SELECT sum(t.base + t.tax) FROM credit_note_tax t WHERE t.credit_note_id = n.id) FROM credit_note n) d
     WHERE d.value IS DISTINCT FROM d.lines
    UNION ALL
    SELECT 'billed at most what was received', l.receipt_id::text, format('product %s: received %s worth %s, billed %s worth %s', l.product_id, l.quantity, l.value, m.quantity, m.value)
      FROM goods_receipt_line l JOIN (SELECT receipt_id, product_id, sum(quantity) AS quantity, sum(value) AS value FROM receipt_match GROUP BY receipt_id, product_id) m ON m.receipt_id = l.receipt_id AND m.product_id = l.product_id
      LEFT JOIN goods_receipt_cancellation c ON c.receipt_id = l.receipt_id
     WHERE m.quantity < 0 OR m.value < 0 OR m.quantity > CASE WHEN c.at IS NULL THEN l.quantity ELSE 0 END OR m.value > CASE WHEN c.at IS NULL THEN l.value ELSE 0 END OR (m.quantity = l.quantity AND m.value <> l.value)
    UNION ALL
    SELECT 'only a bill that stands charges receipts', m.purchase_id::text, format('quantity %s', sum(m.quantity))
      FROM receipt_match m JOIN purchase_cancellation c ON c.purchase_id = m.purchase_id GROUP BY m.purchase_id, m.receipt_id, m.product_id HAVING sum(m.quantity) <> 0 OR sum(m.value) <> 0
    UNION ALL
    SELECT 'goods without bill = books', 'goods_received', format('receipts %s, books %s', waiting.amount, booked.amount)
      FROM (SELECT coalesce((SELECT sum(r.value) FROM goods_receipt r WHERE NOT EXISTS (SELECT FROM goods_receipt_cancellation c WHERE c.receipt_id = r.id)), 0) - coalesce((SELECT sum(value) FROM receipt_match), 0) AS amount) waiting,
           (SELECT coalesce(sum(credit - debit), 0) AS amount FROM journal_line WHERE account_code = 'goods_received') booked
     WHERE waiting.amount <> booked.amount
    UNION ALL
    SELECT 'returns without credit note = books', 'goods_returned', format('returns %s, books %s', waiting.amount, booked.amount)
      FROM (SELECT coalesce(sum(r.value), 0) AS amount FROM supplier_return r WHERE NOT EXISTS (SELECT FROM supplier_return_cancellation c WHERE c.return_id = r.id)
               AND NOT EXISTS (SELECT FROM credit_note n WHERE n.return_id = r.id AND NOT EXISTS (SELECT FROM credit_note_cancellation x WHERE x.credit_note_id = n.id))) waiting,
           (SELECT coalesce(sum(debit - credit), 0) AS amount FROM journal_line WHERE account_code = 'goods_returned') booked
     WHERE waiting.amount <> booked.amount
    UNION ALL
    SELECT 'a credit note pays at most its total', n.id::text, format('total %s, allocated %s', n.total, sum(a.amount))
      FROM credit_note n JOIN supplier_allocation a ON a.credit_note_id = n.id LEFT JOIN credit_note_cancellation c ON c.credit_note_id = n.id
     GROUP BY n.id, n.total, c.at HAVING sum(a.amount) < 0 OR sum(a.amount) > CASE WHEN c.at IS NULL THEN n.total ELSE 0 END
    UNION ALL
    SELECT 'numbers without gap', c.series, format('counter %s, documents %s', c.value, d.n)
      FROM counter c
      JOIN (SELECT 'purchase_order' AS series, count(*) AS n, coalesce(max(number), 0) AS highest FROM purchase_order
            UNION ALL SELECT 'goods_receipt', count(*), coalesce(max(number), 0) FROM goods_receipt
            UNION ALL SELECT 'supplier_return', count(*), coalesce(max(number), 0) FROM supplier_return) d ON d.series = c.series
     WHERE c.value <> d.n OR c.value <> d.highest`);
}
