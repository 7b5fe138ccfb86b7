-- Words that thousands of products share: what a question costs is bounded by the rows that are read of each word, not by the shop.

DROP FUNCTION search_products(text, text, text[], text[], text[], text, boolean);

-- The products that a question names, ranked; the asker's own rights apply. `rare`, `next_rare` and `third` are its rarest words (the last
-- ones null when the products of those before are few enough to look at each), `others` the LIKE patterns of the rest. Of too many, 250 by word and
-- the shop's best sellers; with `breadth`, of both rarest words only that many index rows are intersected and 400 products
-- looked at, and the best sellers always join. Class: 0 the code itself, 1 the name starts with the first word, 2 every word starts a word, 3 inside words.
-- Planned once: a plan per call would cost more than the search. OFFSET 0 keeps look-ups from becoming a scan of the tenant.
CREATE FUNCTION search_products(rare text, next_rare text, third text, others text[], patterns text[], heads text[], code text, archived boolean, breadth integer)
RETURNS TABLE (class integer, sold_count integer, search_text text, id uuid, category_id uuid, sale_price numeric, min_stock numeric)
LANGUAGE plpgsql STABLE ROWS 250 SET plan_cache_mode = force_generic_plan SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH near AS MATERIALIZED (
    SELECT p.* FROM (
        SELECT t.product_id FROM product_term t WHERE next_rare IS NULL AND t.is_head AND t.term >= rare AND t.term < rare || chr(1114111)
        UNION ALL
        SELECT t.product_id FROM product_term t
         WHERE next_rare IS NULL AND length(rare) > 2 AND NOT t.is_head AND t.term >= rare AND t.term < rare || chr(1114111)
        UNION ALL
        ((SELECT t.product_id FROM product_term t
          WHERE next_rare IS NOT NULL AND third IS NULL AND t.is_head = ANY (CASE WHEN length(rare) > 2 THEN '{t,f}' ELSE '{t}' END::boolean[])
            AND t.term >= rare AND t.term < rare || chr(1114111) LIMIT breadth)
         INTERSECT
         (SELECT t.product_id FROM product_term t
          WHERE next_rare IS NOT NULL AND third IS NULL AND t.is_head = ANY (CASE WHEN length(next_rare) > 2 THEN '{t,f}' ELSE '{t}' END::boolean[])
            AND t.term >= next_rare AND t.term < next_rare || chr(1114111) LIMIT breadth)
         LIMIT CASE WHEN breadth IS NOT NULL THEN 400 END)
        UNION ALL
        ((SELECT t.product_id FROM product_term t
          WHERE third IS NOT NULL AND t.is_head = ANY (CASE WHEN length(rare) > 2 THEN '{t,f}' ELSE '{t}' END::boolean[])
            AND t.term >= rare AND t.term < rare || chr(1114111))
         INTERSECT
         (SELECT t.product_id FROM product_term t
          WHERE third IS NOT NULL AND t.is_head = ANY (CASE WHEN length(next_rare) > 2 THEN '{t,f}' ELSE '{t}' END::boolean[])
            AND t.term >= next_rare AND t.term < next_rare || chr(1114111))
         INTERSECT
         (SELECT t.product_id FROM product_term t
          WHERE third IS NOT NULL AND t.is_head = ANY (CASE WHEN length(third) > 2 THEN '{t,f}' ELSE '{t}' END::boolean[])
            AND t.term >= third AND t.term < third || chr(1114111)))
      ) hit
     CROSS JOIN LATERAL (SELECT p.sold_count, p.search_text, p.id, p.category_id, p.sale_price, p.min_stock FROM product p
         WHERE p.id = hit.product_id AND p.is_active <> archived AND p.search_text LIKE ALL (others) OFFSET 0) p
     LIMIT 250
  ), hot AS MATERIALIZED (
    SELECT h.sold_count, h.search_text, h.id, h.category_id, h.sale_price, h.min_stock
      FROM (SELECT p.* FROM product p WHERE p.heat > 0 ORDER BY p.heat DESC, p.id LIMIT 250) h
     WHERE (breadth IS NOT NULL OR (SELECT count(*) FROM near) = 250) AND h.is_active <> archived AND h.search_text LIKE ALL (patterns)
  ), coded AS MATERIALIZED (
    SELECT p.sold_count, p.search_text, p.id, p.category_id, p.sale_price, p.min_stock
      FROM (SELECT t.product_id FROM product_term t WHERE t.is_head AND t.term = code LIMIT 20) hit
     CROSS JOIN LATERAL (SELECT p.* FROM product p WHERE p.id = hit.product_id AND p.is_active <> archived OFFSET 0) p
     WHERE search_barcode_term(p.sku) = code OR search_barcode_term(p.supplier_code) = code
        OR EXISTS (SELECT FROM product_barcode b WHERE b.product_id = p.id AND search_barcode_term(b.code) = code)
  )
  SELECT DISTINCT ON (u.id) u.* FROM (
    SELECT 0, coded.* FROM coded
    UNION ALL
    SELECT CASE WHEN n.search_text LIKE ltrim(heads[1], '%') THEN 1 WHEN n.search_text LIKE ALL (heads) THEN 2 ELSE 3 END, n.*
      FROM (SELECT * FROM near UNION ALL SELECT * FROM hot) n
  ) u (class, sold_count, search_text, id, category_id, sale_price, min_stock)
  ORDER BY u.id, u.class;
END $$;

REVOKE ALL ON FUNCTION search_products(text, text, text, text[], text[], text[], text, boolean, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_products(text, text, text, text[], text[], text[], text, boolean, integer) TO app_tenant;
