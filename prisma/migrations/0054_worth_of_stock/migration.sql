-- What each of a shop's goods is worth where it lies: now, or at the end of a day gone by (queries/value-stock.ts, docs/decisions/043). In its own
-- function, whose setting keeps every join a pass over two lists: the planner knows nothing of a new shop, and would look up a whole catalogue
-- for each of its products. What was on hand is one step down the index of movements per level, and none for levels that have rested since.
-- A level whose place is null is on the way between two places.
CREATE FUNCTION stock_worths(moment timestamptz, day date, place uuid, of_category boolean, category uuid, words text[])
RETURNS TABLE (product_id uuid, category_id uuid, location_id uuid, quantity numeric, average numeric, last numeric, replacement numeric, unknown boolean)
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off SET work_mem = '64MB' AS $$
  -- Written down once: what is asked of it twice would be looked up twice.
  WITH held AS MATERIALIZED (
    SELECT l.product_id, l.location_id, CASE WHEN moment IS NULL OR l.updated_at <= moment THEN l.on_hand ELSE (
             SELECT m.after FROM stock_movement m WHERE m.tenant_id = l.tenant_id AND m.product_id = l.product_id AND m.location_id = l.location_id AND m.at <= moment
              ORDER BY m.at DESC, m.seq DESC LIMIT 1) END AS quantity
      FROM stock_level l WHERE place IS NULL OR l.location_id = place
    UNION ALL
    SELECT t.product_id, NULL, CASE WHEN moment IS NULL THEN t.in_transit ELSE
             coalesce((SELECT -sum(m.quantity) FROM stock_movement m WHERE m.source_id = t.transfer_id AND m.source_kind = 'transfer' AND m.product_id = t.product_id AND m.at <= moment), 0)
             - CASE WHEN d.received_at <= moment THEN t.missing ELSE 0 END END
      FROM stock_transfer_line t JOIN stock_transfer d ON d.tenant_id = t.tenant_id AND d.id = t.transfer_id
     WHERE place IS NULL AND (moment IS NULL AND t.in_transit > 0 OR d.dispatched_at <= moment AND (d.received_at IS NULL OR d.received_at > moment))),
  told AS (
    SELECT k.product_id, k.average_cost, k.last_cost FROM product_cost k WHERE moment IS NULL
    UNION ALL (SELECT DISTINCT ON (k.product_id) k.product_id, k.average_cost, k.last_cost FROM product_cost_change k WHERE k.at <= moment ORDER BY k.product_id, k.at DESC)),
  filed AS (SELECT DISTINCT ON (g.product_id) g.product_id, g.to_cost AS cost FROM price_change g WHERE g.list_id IS NULL AND g.at <= moment ORDER BY g.product_id, g.at DESC),
  rate AS (SELECT DISTINCT ON (x.currency) x.currency, x.rate FROM exchange_rate x WHERE x.on_date <= day ORDER BY x.currency, x.on_date DESC),
  cost AS (
    SELECT p.id, p.category_id, k.average_cost, k.last_cost, f.cost AS file_cost,
           CASE WHEN moment IS NULL THEN c.cost ELSE h.cost * coalesce(r.rate, CASE WHEN p.cost_currency = s.currency THEN 1 END) END AS replacement
      FROM product p JOIN shop s ON s.tenant_id = p.tenant_id
      LEFT JOIN told k ON k.product_id = p.id
      LEFT JOIN (SELECT * FROM replacement_costs() WHERE moment IS NULL) c ON c.product_id = p.id
      LEFT JOIN filed h ON h.product_id = p.id
      LEFT JOIN rate r ON r.currency = p.cost_currency
      CROSS JOIN LATERAL (SELECT CASE WHEN p.cost_currency = s.currency THEN CASE WHEN moment IS NULL THEN p.cost_price ELSE h.cost END END AS cost) f
     WHERE (NOT of_category OR p.category_id IS NOT DISTINCT FROM category)
       AND (words = '{}' OR NOT EXISTS (SELECT FROM unnest(words) w WHERE strpos(p.search_text, search_fold(w)) = 0)))
  SELECT cost.id, cost.category_id, held.location_id, held.quantity,
         round(held.quantity * coalesce(cost.average_cost, cost.file_cost, 0), 2), round(held.quantity * coalesce(cost.last_cost, cost.file_cost, 0), 2), round(held.quantity * coalesce(cost.replacement, 0), 2),
         coalesce(cost.average_cost, cost.file_cost, cost.replacement) IS NULL
    FROM held JOIN cost ON cost.id = held.product_id WHERE held.quantity <> 0
$$;
REVOKE ALL ON FUNCTION stock_worths(timestamptz, date, uuid, boolean, uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock_worths(timestamptz, date, uuid, boolean, uuid, text[]) TO app_tenant;
