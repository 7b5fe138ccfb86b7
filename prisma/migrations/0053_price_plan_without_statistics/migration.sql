-- Of a shop that was filled a minute ago the planner knows nothing: it takes its rows for one, joins them in nested loops, and 1,500 products by 1,500 costs by
-- their supplier took 25 s (45 ms without those loops). Autovacuum would tell it a minute later; an owner's first Monday does not wait.
ALTER FUNCTION price_plan(jsonb) SET enable_nestloop = off;

-- The same for whoever wants the replacement cost of all products at once: the view alone is joined in nested loops too.
CREATE FUNCTION replacement_costs() RETURNS TABLE (product_id uuid, cost numeric)
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
  SELECT c.product_id, c.cost FROM replacement_cost c
$$;
REVOKE ALL ON FUNCTION replacement_costs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION replacement_costs() TO app_tenant;
