import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/**
 * What came back: never more than was sold nor than was paid for it, each return against its lines, its refunds, its movements, its entry and its
 * number; a cancelled sale against nothing left of it; each credit against its entries. Empty when all is well.
 */
export async function auditReturns(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  const findings = await Promise.all([auditLines(db), auditDocuments(db), auditCancelled(db), auditCredits(db)]);
  return findings.flat();
}

function auditLines(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    WITH came AS (
      SELECT r.sale_line_id AS id, r.quantity, r.total, r.tax FROM sale_return_line r
      UNION ALL
      SELECT x.returned_line_id, -x.quantity, -x.total, -x.tax FROM sale_line x
       WHERE x.returned_line_id IS NOT NULL AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = x.tenant_id AND c.sale_id = x.sale_id)),
    lines AS (
      SELECT l.id, l.sale_id, l.quantity, l.total, l.tax, coalesce(sum(b.quantity), 0) AS back, coalesce(sum(b.total), 0) AS money, coalesce(sum(b.tax), 0) AS vat
        FROM sale_line l LEFT JOIN came b ON b.id = l.id WHERE l.quantity > 0 GROUP BY l.tenant_id, l.id)
    SELECT 'returned within what was sold' AS law, id::text AS id, format('sold %s for %s, returned %s for %s', quantity, total, back, money) AS detail FROM lines
     WHERE back > quantity OR money > total OR (back = quantity AND (money <> total OR vat <> tax))
    UNION ALL
    SELECT 'status = what came back', s.id::text, format('status %s, sold %s, back %s', coalesce(t.status, 'none'), n.sold, n.back)
      FROM sale s
      JOIN (SELECT sale_id, sum(quantity) AS sold, sum(back) AS back FROM lines GROUP BY sale_id) n ON n.sale_id = s.id
      LEFT JOIN sale_state t ON t.tenant_id = s.tenant_id AND t.sale_id = s.id
      LEFT JOIN sale_cancellation c ON c.tenant_id = s.tenant_id AND c.sale_id = s.id
     WHERE coalesce(t.status, 'completed') <> CASE WHEN c.sale_id IS NOT NULL THEN 'cancelled' WHEN n.back = 0 THEN 'completed' WHEN n.back < n.sold THEN 'partly_returned' ELSE 'returned' END`);
}

function auditDocuments(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'return = its lines and refunds' AS law, r.id::text AS id, format('total %s, lines %s, refunds %s', r.total, l.total, coalesce(f.amount, 0)) AS detail
      FROM sale_return r
      LEFT JOIN (SELECT return_id, sum(total) AS total, sum(tax) AS tax, sum(cost) AS cost FROM sale_return_line GROUP BY return_id) l ON l.return_id = r.id
      LEFT JOIN (SELECT return_id, sum(amount) AS amount FROM sale_refund GROUP BY return_id) f ON f.return_id = r.id
     WHERE l.total IS DISTINCT FROM r.total OR l.tax <> r.tax OR l.cost <> r.cost OR coalesce(f.amount, 0) <> r.total
    UNION ALL
    SELECT 'goods returned = goods moved', coalesce(back.return_id, moved.source_id)::text, format('product %s: returned %s, moved %s', coalesce(back.product_id, moved.product_id), back.quantity, moved.quantity)
      FROM (SELECT b.return_id, coalesce((e->>'productId')::uuid, l.product_id) AS product_id, sum(round(b.quantity * coalesce((e->>'quantity')::numeric, 1), 3)) AS quantity
              FROM sale_return_line b JOIN sale_line l ON l.tenant_id = b.tenant_id AND l.id = b.sale_line_id LEFT JOIN LATERAL jsonb_array_elements(l.parts) e ON true
             WHERE l.product_id IS NOT NULL GROUP BY 1, 2) back
      FULL JOIN (SELECT source_id, product_id, sum(quantity) AS quantity FROM stock_movement WHERE source_kind = 'sale_return' GROUP BY source_id, product_id) moved
        ON moved.source_id = back.return_id AND moved.product_id = back.product_id
     WHERE back.quantity IS DISTINCT FROM moved.quantity
    UNION ALL
    SELECT 'return = entry', r.id::text, format('total %s, tax %s, cost %s; entry %s, %s, %s', r.total, r.tax, r.cost, e.money, e.vat, e.stock)
      FROM sale_return r
      LEFT JOIN (SELECT e.source_id, sum(l.credit - l.debit) FILTER (WHERE l.account_code NOT IN ('sales', 'vat_debit', 'stock', 'cost_of_sales')) AS money,
                        sum(l.debit - l.credit) FILTER (WHERE l.account_code = 'vat_debit') AS vat, sum(l.debit - l.credit) FILTER (WHERE l.account_code = 'stock') AS stock
                   FROM journal_entry e JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id WHERE e.source_kind = 'sale_return' GROUP BY e.source_id) e ON e.source_id = r.id
     WHERE coalesce(e.money, 0) <> r.total OR coalesce(e.vat, 0) <> r.tax OR coalesce(e.stock, 0) <> r.cost
    UNION ALL
    SELECT 'numbers without gap', 'return', format('counter %s, returns %s, highest %s', n.counter, n.count, n.highest)
      FROM (SELECT coalesce((SELECT value FROM counter WHERE series = 'return'), 0) AS counter, count(*) AS count, coalesce(max(number), 0) AS highest FROM sale_return) n
     WHERE n.counter <> n.count OR n.counter <> n.highest`);
}

function auditCancelled(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'a cancelled sale leaves nothing in the books' AS law, c.sale_id::text AS id, format('%s: %s', l.account_code, sum(l.debit - l.credit)) AS detail
      FROM sale_cancellation c
      JOIN journal_entry e ON e.tenant_id = c.tenant_id AND e.source_id = c.sale_id AND e.source_kind IN ('sale', 'sale_cancellation')
      JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
     GROUP BY c.sale_id, l.account_code HAVING sum(l.debit - l.credit) <> 0
    UNION ALL
    SELECT 'a cancelled sale leaves nothing moved', c.sale_id::text, format('product %s: %s', m.product_id, sum(m.quantity))
      FROM sale_cancellation c JOIN stock_movement m ON m.tenant_id = c.tenant_id AND m.source_id = c.sale_id AND m.source_kind IN ('sale', 'sale_cancellation')
     GROUP BY c.sale_id, m.product_id HAVING sum(m.quantity) <> 0`);
}

function auditCredits(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'credit = sum of its entries' AS law, c.id::text AS id, format('balance %s, entries %s', c.balance, coalesce(sum(e.amount), 0)) AS detail
      FROM store_credit c LEFT JOIN store_credit_entry e ON e.tenant_id = c.tenant_id AND e.credit_id = c.id GROUP BY c.tenant_id, c.id HAVING c.balance <> coalesce(sum(e.amount), 0)
    UNION ALL
    SELECT 'credits = what the books owe for them', 'store_credit', format('credits %s, books %s', credits.sum, books.sum)
      FROM (SELECT coalesce(sum(balance), 0) AS sum FROM store_credit) credits,
           (SELECT coalesce(sum(credit - debit), 0) AS sum FROM journal_line WHERE account_code = 'store_credit') books
     WHERE credits.sum <> books.sum
    UNION ALL
    SELECT 'paid by credit = credit spent', s.id::text, format('paid %s, spent %s', coalesce(p.amount, 0), coalesce(e.amount, 0))
      FROM sale s
      LEFT JOIN (SELECT sale_id, sum(amount) AS amount FROM sale_payment WHERE method = 'store_credit' GROUP BY sale_id) p ON p.sale_id = s.id
      LEFT JOIN (SELECT source_id, -sum(amount) AS amount FROM store_credit_entry WHERE source_kind = 'sale' GROUP BY source_id) e ON e.source_id = s.id
     WHERE coalesce(p.amount, 0) <> coalesce(e.amount, 0)`);
}
