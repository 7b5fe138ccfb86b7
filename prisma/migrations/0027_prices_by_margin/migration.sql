-- Target margins by category, a rule that reaches them, and the products that stand below a target or a floor today.

ALTER TABLE "price_list" ADD COLUMN "category_targets" JSONB NOT NULL DEFAULT '[]';

-- As in 0022, and: { targets: { categoryId: percent }, target, floor, below: floor | target }. A category's target is its own or, resolved by the
-- caller, that of the nearest one above it; a product without either has the list's.
CREATE OR REPLACE FUNCTION price_plan(plan jsonb) RETURNS TABLE (product_id uuid, sku text, name text, search_text text, from_price numeric, to_price numeric, cost numeric, tax_rate numeric)
LANGUAGE sql STABLE ROWS 50000 AS $$
  WITH q AS MATERIALIZED (
    SELECT (plan->>'listId')::uuid AS list_id, plan->'rule'->>'kind' AS kind, (plan->'rule'->>'value')::numeric AS value, plan->'targets' AS targets,
           plan->>'below' AS below, (plan->>'floor')::numeric AS floor, (plan->>'target')::numeric AS target),
  bands AS MATERIALIZED (
    SELECT n, lag((b->>'upTo')::numeric, 1, 0::numeric) OVER (ORDER BY n) AS low, (b->>'upTo')::numeric AS up_to, (b->>'step')::numeric AS step, (b->>'ending')::numeric AS ending, b->>'mode' AS mode
      FROM jsonb_array_elements(plan->'rounding') WITH ORDINALITY AS e (b, n)),
  scoped AS (
    SELECT p.id, p.sku, p.name, p.search_text, p.tax_rate, c.cost, CASE WHEN q.list_id IS NULL THEN p.sale_price ELSE l.price END AS from_price, q.kind, q.value,
           p.sale_price AS base_price, c.cost * (100 + p.tax_rate) * 0.01 AS full_cost,
           coalesce((q.targets->>p.category_id::text)::numeric, q.target) AS target
      FROM price_scope(plan->'scope') AS s (id) JOIN product p ON p.id = s.id CROSS JOIN q
      JOIN replacement_cost c ON c.product_id = p.id
      LEFT JOIN list_price l ON l.list_id = q.list_id AND l.product_id = p.id
     WHERE q.below IS NULL
        OR 100 - c.cost * (100 + p.tax_rate) / nullif(CASE WHEN q.list_id IS NULL THEN p.sale_price ELSE l.price END, 0)
           < CASE q.below WHEN 'floor' THEN q.floor ELSE coalesce((q.targets->>p.category_id::text)::numeric, q.target) END),
  raw AS MATERIALIZED (
    SELECT scoped.*, round(CASE kind
      WHEN 'percent' THEN from_price * (100 + value) * 0.01
      WHEN 'fixed' THEN from_price + value
      WHEN 'set' THEN value
      WHEN 'markup' THEN full_cost * (100 + value) * 0.01
      WHEN 'margin' THEN full_cost * 100 / (100 - value)
      WHEN 'target' THEN full_cost * 100 / (100 - target)
      WHEN 'base' THEN base_price * (100 + value) * 0.01 END, 4) AS wanted FROM scoped)
  SELECT r.id, r.sku, r.name, r.search_text, r.from_price,
         CASE WHEN r.wanted > 0 THEN CASE WHEN b.step IS NULL THEN r.wanted ELSE round_to_band(r.wanted, b.low, b.up_to, b.step, b.ending, b.mode) END END,
         r.cost, r.tax_rate
    FROM raw r LEFT JOIN LATERAL (SELECT * FROM bands WHERE up_to IS NULL OR r.wanted <= up_to ORDER BY n LIMIT 1) b ON true
$$;
