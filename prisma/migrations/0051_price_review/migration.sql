-- As in 0045_targets_and_distinct, and prices that follow the costs which a bill moved, each at the margin that it had: keep.
CREATE OR REPLACE FUNCTION price_plan(plan jsonb) RETURNS TABLE (product_id uuid, sku text, name text, search_text text, from_price numeric, to_price numeric, cost numeric, tax_rate numeric, target numeric)
LANGUAGE sql STABLE ROWS 50000 AS $$
  WITH q AS MATERIALIZED (
    SELECT (plan->>'listId')::uuid AS list_id, plan->'rule'->>'kind' AS kind, (plan->'rule'->>'value')::numeric AS value, plan->'targets' AS targets,
           plan->>'below' AS below, (plan->>'floor')::numeric AS floor, (plan->>'target')::numeric AS target),
  -- What each price and cost was when the bill came: asked twice, a price is not raised twice.
  billed AS MATERIALIZED (
    SELECT g.product_id, g.cost_before, (SELECT h.to_price FROM price_change h WHERE h.product_id = g.product_id AND h.list_id IS NOT DISTINCT FROM q.list_id AND h.at <= b.posted_at ORDER BY h.at DESC LIMIT 1) AS price_before
      FROM q JOIN purchase b ON q.kind = 'keep' AND b.id = (plan->'scope'->>'purchaseId')::uuid JOIN purchase_cost_change g ON g.purchase_id = b.id),
  bands AS MATERIALIZED (
    SELECT n, lag((b->>'upTo')::numeric, 1, 0::numeric) OVER (ORDER BY n) AS low, (b->>'upTo')::numeric AS up_to, (b->>'step')::numeric AS step, (b->>'ending')::numeric AS ending, b->>'mode' AS mode
      FROM jsonb_array_elements(plan->'rounding') WITH ORDINALITY AS e (b, n)),
  aimed AS (
    SELECT p.id, p.sku, p.name, p.search_text, p.tax_rate, p.sale_price,
           coalesce(CASE WHEN q.list_id IS NULL THEN p.target_margin END, (q.targets->>p.category_id::text)::numeric, q.target) AS target
      FROM price_scope(plan->'scope') AS s (id) JOIN product p ON p.id = s.id CROSS JOIN q),
  scoped AS (
    SELECT p.id, p.sku, p.name, p.search_text, p.tax_rate, c.cost, CASE WHEN q.list_id IS NULL THEN p.sale_price ELSE l.price END AS from_price, q.kind, q.value,
           p.sale_price AS base_price, c.cost * (100 + p.tax_rate) * 0.01 AS full_cost, p.target, g.price_before, g.cost_before
      FROM aimed p CROSS JOIN q
      JOIN replacement_cost c ON c.product_id = p.id
      LEFT JOIN list_price l ON l.list_id = q.list_id AND l.product_id = p.id
      LEFT JOIN billed g ON g.product_id = p.id
     WHERE q.below IS NULL
        OR 100 - c.cost * (100 + p.tax_rate) / nullif(CASE WHEN q.list_id IS NULL THEN p.sale_price ELSE l.price END, 0)
           < CASE q.below WHEN 'floor' THEN q.floor ELSE p.target END),
  raw AS MATERIALIZED (
    SELECT scoped.*, round(CASE kind
      WHEN 'percent' THEN from_price * (100 + value) * 0.01
      WHEN 'fixed' THEN from_price + value
      WHEN 'set' THEN value
      WHEN 'markup' THEN full_cost * (100 + value) * 0.01
      WHEN 'margin' THEN full_cost * 100 / (100 - value)
      WHEN 'target' THEN full_cost * 100 / (100 - scoped.target)
      WHEN 'keep' THEN coalesce(price_before, from_price) * cost / nullif(cost_before, 0)
      WHEN 'base' THEN base_price * (100 + value) * 0.01 END, 4) AS wanted FROM scoped)
  SELECT r.id, r.sku, r.name, r.search_text, r.from_price,
         CASE WHEN r.wanted > 0 THEN CASE WHEN b.step IS NULL THEN r.wanted ELSE round_to_band(r.wanted, b.low, b.up_to, b.step, b.ending, b.mode) END END,
         r.cost, r.tax_rate, r.target
    FROM raw r LEFT JOIN LATERAL (SELECT * FROM bands WHERE up_to IS NULL OR r.wanted <= up_to ORDER BY n LIMIT 1) b ON true
$$;
