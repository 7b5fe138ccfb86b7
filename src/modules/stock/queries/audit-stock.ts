import type { Finding } from "@/kernel/finding.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/**
 * Levels and closings against the sum of their movements, the chain of each level, adjustments against what they moved, and transfers: what left one
 * place is on the way, at the other, or written off. Empty when all is well.
 */
export async function auditStock(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  const findings = await Promise.all([auditLevels(db), auditClosings(db), auditDocuments(db), auditTransfers(db)]);
  return findings.flat();
}

function auditLevels(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    WITH summed AS (SELECT location_id, product_id, sum(quantity) AS quantity, count(*) AS moves FROM stock_movement GROUP BY location_id, product_id)
    SELECT 'level = sum of movements' AS law, coalesce(l.product_id, m.product_id)::text AS id,
           format('level %s of %s movements, movements %s of %s', coalesce(l.on_hand, 0), coalesce(l.moves, 0), coalesce(m.quantity, 0), coalesce(m.moves, 0)) AS detail
      FROM stock_level l FULL JOIN summed m ON m.location_id = l.location_id AND m.product_id = l.product_id
     WHERE coalesce(l.on_hand, 0) <> coalesce(m.quantity, 0) OR coalesce(l.moves, 0) <> coalesce(m.moves, 0)
    UNION ALL
    SELECT 'each movement begins where the one before ended', id::text, format('%s: %s + %s = %s after %s', seq, before, quantity, after, expected)
      FROM (SELECT id, seq, before, quantity, after, coalesce(lag(after) OVER w, 0) AS expected, row_number() OVER w AS place
              FROM stock_movement WINDOW w AS (PARTITION BY location_id, product_id ORDER BY at, seq)) chain
     WHERE before <> expected OR after <> before + quantity OR seq <> place`);
}

/** Every closing has every level that had moved until then, with what its movements until then come to. */
function auditClosings(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    WITH ends AS MATERIALIZED (SELECT array_agg(at ORDER BY at) AS all_of_them FROM (SELECT DISTINCT at FROM stock_closing) c),
    closed AS (SELECT c.at, width_bucket(c.at, ends.all_of_them) AS place, c.location_id, c.product_id, c.on_hand FROM stock_closing c CROSS JOIN ends),
    -- The closing that first holds it: the one of its own instant, or the next.
    moved AS (
      SELECT width_bucket(m.at - interval '1 millisecond', ends.all_of_them) + 1 AS place, m.location_id, m.product_id, sum(m.quantity) AS quantity
        FROM stock_movement m CROSS JOIN ends WHERE m.at <= ends.all_of_them[cardinality(ends.all_of_them)] GROUP BY 1, 2, 3),
    expected AS (
      SELECT f.location_id, f.product_id, place, sum(coalesce(m.quantity, 0)) OVER (PARTITION BY f.location_id, f.product_id ORDER BY place) AS quantity
        FROM (SELECT location_id, product_id, min(place) AS first FROM moved GROUP BY 1, 2) f CROSS JOIN ends CROSS JOIN LATERAL generate_series(f.first, cardinality(ends.all_of_them)) AS place
        LEFT JOIN moved m USING (location_id, product_id, place))
    SELECT 'closing = sum of movements until then' AS law, coalesce(c.product_id, e.product_id)::text AS id, format('%s: closed at %s, movements %s', c.at, c.on_hand, e.quantity) AS detail
      FROM closed c FULL JOIN expected e USING (location_id, product_id, place)
     WHERE c.on_hand IS DISTINCT FROM e.quantity`);
}

function auditDocuments(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    SELECT 'adjustment = movements' AS law, a.id::text AS id, format('%s lines, %s movements', a.line_count, count(m.id)) AS detail
      FROM stock_adjustment a LEFT JOIN stock_movement m ON m.source_id = a.id AND m.source_kind = 'adjustment'
     GROUP BY a.id, a.line_count HAVING a.line_count <> count(m.id)
    UNION ALL
    SELECT 'only a posted count moves stock', m.source_id::text, coalesce(c.status, 'none')
      FROM (SELECT DISTINCT source_id FROM stock_movement WHERE source_kind = 'count') m LEFT JOIN stock_count c ON c.id = m.source_id WHERE c.status IS DISTINCT FROM 'posted'
    UNION ALL
    SELECT 'adjustment or count = entry', a.id::text, format('value %s, entry %s', a.value, coalesce(e.amount, 0))
      FROM (SELECT id, value FROM stock_adjustment UNION ALL SELECT id, value FROM stock_count WHERE status = 'posted') a
      LEFT JOIN (SELECT e.source_id, sum(l.debit - l.credit) AS amount FROM journal_entry e JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
                  WHERE l.account_code = 'stock' GROUP BY e.source_id) e ON e.source_id = a.id
     WHERE a.value <> coalesce(e.amount, 0)
    UNION ALL
    SELECT 'numbers without gap', c.series, format('counter %s, documents %s', c.value, d.n)
      FROM counter c
      JOIN (SELECT 'adjustment' AS series, count(*) AS n, coalesce(max(number), 0) AS highest FROM stock_adjustment
            UNION ALL SELECT 'transfer', count(*), coalesce(max(number), 0) FROM stock_transfer
            UNION ALL SELECT 'count', count(*), coalesce(max(number), 0) FROM stock_count) d ON d.series = c.series
     WHERE c.value <> d.n OR c.value <> d.highest`);
}

function auditTransfers(db: Pick<TenantDb, "rows">): Promise<Finding[]> {
  return db.rows<Finding>(sql`
    WITH moved AS (
      SELECT m.source_id, m.product_id, -coalesce(sum(m.quantity) FILTER (WHERE m.location_id = t.from_id), 0) AS went, coalesce(sum(m.quantity) FILTER (WHERE m.location_id = t.to_id), 0) AS came
        FROM stock_movement m JOIN stock_transfer t ON t.id = m.source_id WHERE m.source_kind = 'transfer' GROUP BY m.source_id, m.product_id)
    SELECT 'what left is somewhere' AS law, coalesce(l.transfer_id, m.source_id)::text AS id,
           format('dispatched %s, went %s; received %s, came %s; on the way %s, missing %s', l.dispatched, m.went, l.received, m.came, l.in_transit, l.missing) AS detail
      FROM stock_transfer_line l FULL JOIN moved m ON m.source_id = l.transfer_id AND m.product_id = l.product_id
     WHERE coalesce(l.dispatched, 0) <> coalesce(m.went, 0) OR coalesce(l.received, 0) <> coalesce(m.came, 0)
        OR l.transfer_id IS NULL OR l.in_transit <> l.dispatched - l.received - l.missing
    UNION ALL
    SELECT 'nothing is on the way of a transfer that is over', t.id::text, t.status
      FROM stock_transfer t JOIN stock_transfer_line l ON l.tenant_id = t.tenant_id AND l.transfer_id = t.id
     WHERE t.status <> 'in_transit' AND l.in_transit <> 0`);
}
