-- A plan with prices that a person typed for single products, instead of what its rule gives them: { prices: { "<product>": "<price>" } }.
-- Of its own, so that price_plan stays planned as it is.
CREATE FUNCTION typed_price_plan(plan jsonb) RETURNS TABLE (product_id uuid, sku text, name text, search_text text, from_price numeric, to_price numeric, cost numeric, tax_rate numeric, target numeric)
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp AS $$
  WITH typed AS MATERIALIZED (SELECT plan->'prices' AS prices)
  SELECT p.product_id, p.sku, p.name, p.search_text, p.from_price, coalesce((t.prices->>p.product_id::text)::numeric, p.to_price), p.cost, p.tax_rate, p.target
    FROM price_plan(plan) p CROSS JOIN typed t
$$;
REVOKE ALL ON FUNCTION typed_price_plan(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION typed_price_plan(jsonb) TO app_tenant;
