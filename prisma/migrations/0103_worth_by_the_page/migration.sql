-- The worth of all goods in two thirds of the work (queries/value-stock.ts, docs/decisions/072-worth-by-the-page.md).

-- What a report asks of a product stands beside its cost, so that no catalogue is read twice.
CREATE OR REPLACE VIEW replacement_cost WITH (security_invoker = true) AS
SELECT p.tenant_id, p.id AS product_id,
       CASE WHEN l.list_price IS NOT NULL THEN round(l.list_price * t.factor / l.pack_size, 4) ELSE round(p.cost_price * r.rate, 4) END AS cost,
       p.category_id, p.search_text, p.cost_price AS own_cost, p.cost_currency AS own_currency
  FROM product p
  LEFT JOIN supplier_product l ON l.tenant_id = p.tenant_id AND l.product_id = p.id AND l.is_main
  LEFT JOIN (SELECT s.tenant_id, s.id, c.rate * discount_factor(s.discounts) * (100 + s.freight_percent) * 0.01 AS factor
               FROM supplier s LEFT JOIN current_rate c ON c.tenant_id = s.tenant_id AND c.currency = s.currency OFFSET 0) t ON t.tenant_id = l.tenant_id AND t.id = l.supplier_id
  LEFT JOIN (SELECT c.tenant_id, c.currency, c.rate FROM current_rate c OFFSET 0) r ON r.tenant_id = p.tenant_id AND r.currency = p.cost_currency;

-- A page of what the goods are worth where they lie, the dearest first, and before it the row of all: now, or at the end of a day gone by. As stock_worths of 0090 said it, but that today
-- and a day gone by are two questions of which one is asked; that tables are read by the key of their tenant, since a table that is read whole has its policy worked out for each
-- row; and that sums are made of what is shown. A sum of decimals for each of 100,000 products takes as long as finding out what they are worth: where a product lies in one place it is its own sum.
CREATE FUNCTION stock_worth_page(by_what text, moment timestamptz, day date, place uuid, of_category boolean, category uuid, words text[], below numeric, below_id uuid, most integer)
RETURNS TABLE (id uuid, is_total boolean, products integer, unknown integer, quantity numeric, average numeric, last numeric, replacement numeric)
LANGUAGE sql STABLE ROWS 50 SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off SET enable_mergejoin = off SET enable_seqscan = off SET enable_indexscan = off SET jit = off SET work_mem = '64MB' AS $$
  WITH held AS (
    SELECT l.product_id, l.location_id, l.on_hand AS quantity FROM stock_level l WHERE moment IS NULL AND (place IS NULL OR l.location_id = place)
    UNION ALL
    SELECT b.product_id, b.location_id, b.quantity FROM stock_at(moment) b WHERE moment IS NOT NULL AND (place IS NULL OR b.location_id = place)
    UNION ALL
    SELECT t.product_id, NULL, CASE WHEN moment IS NULL THEN t.in_transit ELSE
             coalesce((SELECT -sum(m.quantity) FROM stock_movement m WHERE m.source_id = t.transfer_id AND m.source_kind = 'transfer' AND m.product_id = t.product_id AND m.at <= moment), 0)
             - CASE WHEN d.received_at <= moment THEN t.missing ELSE 0 END END
      FROM stock_transfer_line t JOIN stock_transfer d ON d.tenant_id = t.tenant_id AND d.id = t.transfer_id
     WHERE place IS NULL AND (moment IS NULL AND t.in_transit > 0 OR d.dispatched_at <= moment AND (d.received_at IS NULL OR d.received_at > moment))),
  told AS (SELECT DISTINCT ON (k.product_id) k.product_id, k.average_cost, k.last_cost FROM product_cost_change k WHERE k.at <= moment ORDER BY k.product_id, k.at DESC),
  filed AS (SELECT DISTINCT ON (g.product_id) g.product_id, g.to_cost AS cost FROM price_change g WHERE g.list_id IS NULL AND g.at <= moment ORDER BY g.product_id, g.at DESC),
  rate AS (SELECT DISTINCT ON (x.currency) x.currency, x.rate FROM exchange_rate x WHERE x.on_date <= day ORDER BY x.currency, x.on_date DESC),
  cost AS (
    SELECT c.product_id AS id, c.category_id, k.average_cost, k.last_cost, CASE WHEN c.own_currency = s.currency THEN c.own_cost END AS file_cost, c.cost AS replacement
      FROM replacement_cost c JOIN shop s ON s.tenant_id = c.tenant_id
      LEFT JOIN product_cost k ON k.product_id = c.product_id
     WHERE moment IS NULL AND (NOT of_category OR c.category_id IS NOT DISTINCT FROM category)
       AND (words = '{}' OR NOT EXISTS (SELECT FROM unnest(words) w WHERE strpos(c.search_text, search_fold(w)) = 0))
    UNION ALL
    SELECT p.id, p.category_id, k.average_cost, k.last_cost, CASE WHEN p.cost_currency = s.currency THEN h.cost END, h.cost * coalesce(r.rate, CASE WHEN p.cost_currency = s.currency THEN 1 END)
      FROM product p JOIN shop s ON s.tenant_id = p.tenant_id
      LEFT JOIN told k ON k.product_id = p.id
      LEFT JOIN filed h ON h.product_id = p.id
      LEFT JOIN rate r ON r.currency = p.cost_currency
     WHERE moment IS NOT NULL AND (NOT of_category OR p.category_id IS NOT DISTINCT FROM category)
       AND (words = '{}' OR NOT EXISTS (SELECT FROM unnest(words) w WHERE strpos(p.search_text, search_fold(w)) = 0))),
  -- The lowest id stands for what has none: without category, or on the way.
  valued AS MATERIALIZED (
    SELECT coalesce(CASE by_what WHEN 'product' THEN cost.id WHEN 'category' THEN cost.category_id ELSE held.location_id END, '00000000-0000-0000-0000-000000000000'::uuid) AS id, cost.id AS product_id, held.quantity,
           round(held.quantity * coalesce(cost.average_cost, cost.file_cost, 0), 2) AS average, round(held.quantity * coalesce(cost.last_cost, cost.file_cost, 0), 2) AS last,
           round(held.quantity * coalesce(cost.replacement, 0), 2) AS replacement, coalesce(cost.average_cost, cost.file_cost, cost.replacement) IS NULL AS unknown
      FROM held JOIN cost ON cost.id = held.product_id
     WHERE held.quantity <> 0),
  -- Whether a product has one row: at one place, from which nothing can be on its way.
  single AS MATERIALIZED (SELECT place IS NOT NULL OR count(*) = 1 AS is_so FROM location),
  ranked AS MATERIALIZED (
    SELECT g.id, g.average FROM (
        SELECT v.id, v.average FROM valued v WHERE by_what = 'product' AND (SELECT single.is_so FROM single)
        UNION ALL
        SELECT v.id, sum(v.average) FROM valued v WHERE NOT (by_what = 'product' AND (SELECT single.is_so FROM single)) GROUP BY v.id) g
     WHERE below IS NULL OR (g.average, g.id) < (below, below_id) ORDER BY g.average DESC, g.id DESC LIMIT most),
  -- A product counts once, wherever it lies.
  counted AS (SELECT d.id, count(*) AS products, count(*) FILTER (WHERE d.unknown) AS unknown FROM (SELECT DISTINCT v.id, v.product_id, v.unknown FROM valued v JOIN ranked r ON r.id = v.id) d GROUP BY d.id)
  SELECT NULL::uuid, true, CASE WHEN (SELECT single.is_so FROM single) THEN count(*) ELSE (SELECT count(*) FROM (SELECT DISTINCT v.product_id FROM valued v) p) END::integer,
         (SELECT count(*) FROM (SELECT DISTINCT v.product_id FROM valued v WHERE v.unknown) p)::integer, NULL::numeric,
         coalesce(sum(v.average), 0.00), coalesce(sum(v.last), 0.00), coalesce(sum(v.replacement), 0.00) FROM valued v
  UNION ALL
  SELECT r.id, false, c.products::integer, c.unknown::integer, s.quantity, r.average, s.last, s.replacement
    FROM ranked r JOIN counted c ON c.id = r.id
    JOIN (SELECT v.id, sum(v.quantity) AS quantity, sum(v.last) AS last, sum(v.replacement) AS replacement FROM valued v JOIN ranked r ON r.id = v.id GROUP BY v.id) s ON s.id = r.id
$$;
REVOKE ALL ON FUNCTION stock_worth_page(text, timestamptz, date, uuid, boolean, uuid, text[], numeric, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock_worth_page(text, timestamptz, date, uuid, boolean, uuid, text[], numeric, uuid, integer) TO app_tenant;
-- Called from there with what is set there.
ALTER FUNCTION stock_at(timestamptz) SET enable_indexscan = on;
DROP FUNCTION stock_worths(timestamptz, date, uuid, boolean, uuid, text[]);
