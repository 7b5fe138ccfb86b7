-- As in 0053: of a shop that was filled a minute ago the planner knows nothing, and 1,500 labels of what a run changed took 6 s in nested loops (20 ms without).
-- What joins a whole list of prices with a whole shelf is therefore a function of its own, planned without them.

-- The prices of a list, each with what stands on the product's last label of that list; null where none was printed.
CREATE FUNCTION shelf_of_list(list jsonb) RETURNS TABLE (product_id uuid, price numeric, printed numeric)
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
  SELECT c.product_id, c.price, q.price
    FROM prices_of_list(list) c LEFT JOIN label_print q ON q.list_id = (list->>'listId')::uuid AND q.product_id = c.product_id
$$;

-- The products of a choice { kind, categoryIds, productIds, runId } in the order of the shelves, at most so many, and how many there are.
CREATE FUNCTION label_candidates(list jsonb, choice jsonb, most integer) RETURNS TABLE (
  id uuid, sku text, name text, unit text, tax_rate numeric, net_content numeric, content_unit text, price numeric, printed numeric, barcodes text[], total bigint
)
LANGUAGE sql STABLE ROWS 1000 SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
  WITH chosen AS MATERIALIZED (
    SELECT p.id, p.sku, p.name, p.unit, p.tax_rate, p.net_content, p.content_unit, c.price, c.printed, g.name AS category, p.search_text
      FROM shelf_of_list(list) c JOIN product p ON p.id = c.product_id LEFT JOIN category g ON g.id = p.category_id
     WHERE (choice->>'kind' <> 'outdated' OR c.printed <> c.price)
       AND (choice->>'kind' <> 'unlabelled' OR c.printed IS NULL)
       AND (choice->>'kind' <> 'category' OR p.category_id IN (SELECT value::uuid FROM jsonb_array_elements_text(choice->'categoryIds')))
       AND (choice->>'kind' <> 'products' OR p.id IN (SELECT value::uuid FROM jsonb_array_elements_text(choice->'productIds')))
       AND (choice->>'kind' <> 'run' OR p.id IN (SELECT w.product_id FROM price_run_row w WHERE w.run_id = (choice->>'runId')::uuid AND w.state = 'applied'))
  ),
  wanted AS (SELECT * FROM chosen ORDER BY category NULLS LAST, search_text, id LIMIT most)
  SELECT w.id, w.sku, w.name, w.unit, w.tax_rate, w.net_content, w.content_unit, w.price, w.printed,
         ARRAY(SELECT b.code FROM product_barcode b WHERE b.product_id = w.id AND b.pack_size = 1 ORDER BY b.code), (SELECT count(*) FROM chosen)
    FROM wanted w ORDER BY w.category NULLS LAST, w.search_text, w.id
$$;

REVOKE ALL ON FUNCTION shelf_of_list(jsonb), label_candidates(jsonb, jsonb, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shelf_of_list(jsonb), label_candidates(jsonb, jsonb, integer) TO app_tenant;
