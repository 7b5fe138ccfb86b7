-- Product search. A product's words are folded into product.search_text; the words, the codes and the endings of words go to
-- product_term, where "starts with" and "contains" are ranges of a C-collated b-tree: comparisons that PostgreSQL trusts under
-- row-level security (LIKE, trigrams and full text are not leakproof and would read the whole tenant).

ALTER TABLE product ALTER COLUMN search_text TYPE text COLLATE "C";
ALTER TABLE product_term ALTER COLUMN term TYPE text COLLATE "C";
ALTER TABLE product_word ALTER COLUMN word TYPE text COLLATE "C";
CALL wall('product_word', 'SELECT');

-- Text as it is compared: no accents, lower case, words between single spaces. A point, comma or slash stays between digits only
-- ("1/2", "2.5"). Accents go before lower(), so the answer does not depend on the database's locale.
CREATE FUNCTION search_fold(given text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  btrim(regexp_replace(
    regexp_replace(
      lower(CASE WHEN octet_length(given) = length(given) THEN given
                 ELSE translate(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f]', '', 'g'), U&'\00d7\2044', 'x/') END),
      '([0-9]),(?=[0-9])', '\1.', 'g'),
    '(?:(?<![0-9])[./]|[./](?![0-9])|[\u0001-\u002d\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\ufeff])+', ' ', 'g'));

-- At most eight words of a question.
CREATE FUNCTION search_words(question text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (string_to_array(search_fold(left(question, 120)), ' '))[:8];

-- A code is also found without its separators ("FE-00231" as "fe00231") and by the number it ends with ("231").
CREATE FUNCTION search_text_of(name text, brand text, sku text, supplier_code text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  ' ' || search_fold(concat_ws(' ', name, brand, sku, supplier_code, nullif(translate(sku, ' -./_', ''), sku),
      nullif(translate(supplier_code, ' -./_', ''), supplier_code), substring(sku from '[^1-9]([1-9][0-9]{0,11})$'))) || ' ';

CREATE FUNCTION search_barcode_term(code text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN left(translate(search_fold(code), ' ./', ''), 40);

-- The rows of product_term for one product: its words and codes as heads, and the endings of its purely alphabetic words.
CREATE FUNCTION search_terms(search_text text) RETURNS TABLE (is_head boolean, term text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 30 AS $$
  -- Arrays rather than generate_series: the planner expects ten rows of them, not a thousand, and the DISTINCT stays small.
  SELECT DISTINCT s.start = 1, left(substr(w.word, s.start), 40)
    FROM unnest(string_to_array(btrim(search_text), ' ')) AS w(word)
   CROSS JOIN LATERAL unnest(('{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30}'::int[])
         [:CASE WHEN w.word ~ '^[^0-9./]{4,}$' THEN length(w.word) - 2 ELSE 1 END]) AS s(start)
   WHERE w.word <> '' $$;

-- How much a product sells, in steps of about two thirds: ranks without an index entry per sale.
CREATE FUNCTION search_heat(sold_count integer) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN floor(2 * ln(1 + greatest(sold_count, 0)::float8))::smallint;

CREATE FUNCTION search_guard(tenants uuid[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF tenants <> ARRAY[nullif(current_setting('app.tenant_id', true), '')::uuid] THEN
    RAISE EXCEPTION 'search terms of another tenant' USING ERRCODE = '42501';
  END IF;
END $$;

CREATE FUNCTION keep_search_text() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.search_text := search_text_of(NEW.name, NEW.brand, NEW.sku, NEW.supplier_code);
  RETURN NEW;
END $$;
CREATE TRIGGER keep_search_text_new BEFORE INSERT ON product FOR EACH ROW EXECUTE FUNCTION keep_search_text();
CREATE TRIGGER keep_search_text BEFORE UPDATE ON product FOR EACH ROW
  WHEN ((OLD.name, OLD.brand, OLD.sku, OLD.supplier_code, OLD.search_text) IS DISTINCT FROM (NEW.name, NEW.brand, NEW.sku, NEW.supplier_code, NEW.search_text))
  EXECUTE FUNCTION keep_search_text();

CREATE FUNCTION keep_heat() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.heat := search_heat(NEW.sold_count);
  RETURN NEW;
END $$;
CREATE TRIGGER keep_heat BEFORE UPDATE ON product FOR EACH ROW
  WHEN (search_heat(NEW.sold_count) <> NEW.heat) EXECUTE FUNCTION keep_heat();
CREATE TRIGGER keep_heat_new BEFORE INSERT ON product FOR EACH ROW
  WHEN (NEW.sold_count <> 0 OR NEW.heat <> 0) EXECUTE FUNCTION keep_heat();

-- New products come by thousands (imports), so their terms are written per statement.
CREATE FUNCTION add_product_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM added;
  INSERT INTO product_term (tenant_id, is_head, term, product_id)
  SELECT a.tenant_id, t.is_head, t.term, a.id FROM added a CROSS JOIN LATERAL search_terms(a.search_text) t
   ORDER BY t.is_head, t.term COLLATE "C", a.id;
  -- In order, so that two writers of the same new words wait for each other and never in a ring.
  INSERT INTO product_word (tenant_id, word)
  SELECT DISTINCT a.tenant_id, left(w.word, 40) COLLATE "C" AS word FROM added a CROSS JOIN LATERAL string_to_table(btrim(a.search_text), ' ') AS w(word)
   WHERE w.word ~ '^[^0-9./]{4,}$' ORDER BY word
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER add_product_terms AFTER INSERT ON product
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_product_terms();

-- Per row and only when the words changed: PostgreSQL allows no column list or condition on a statement trigger with its rows,
-- and sales and price changes, which touch no word, must not pay.
CREATE FUNCTION change_product_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(ARRAY[OLD.tenant_id]);
  DELETE FROM product_term p USING (
      SELECT is_head, term FROM search_terms(OLD.search_text)
      EXCEPT SELECT is_head, term FROM search_terms(NEW.search_text)
      EXCEPT SELECT true, search_barcode_term(code) FROM product_barcode WHERE tenant_id = NEW.tenant_id AND product_id = NEW.id) gone
   WHERE p.tenant_id = OLD.tenant_id AND p.is_head = gone.is_head AND p.term = gone.term AND p.product_id = OLD.id;
  INSERT INTO product_term (tenant_id, is_head, term, product_id)
  SELECT NEW.tenant_id, is_head, term, NEW.id FROM search_terms(NEW.search_text)
  ON CONFLICT DO NOTHING;
  INSERT INTO product_word (tenant_id, word)
  SELECT DISTINCT NEW.tenant_id, left(w.word, 40) COLLATE "C" AS word FROM string_to_table(btrim(NEW.search_text), ' ') AS w(word)
   WHERE w.word ~ '^[^0-9./]{4,}$' ORDER BY word
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER change_product_terms AFTER UPDATE ON product FOR EACH ROW
  WHEN (OLD.search_text IS DISTINCT FROM NEW.search_text OR OLD.id <> NEW.id) EXECUTE FUNCTION change_product_terms();

CREATE FUNCTION remove_product_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM removed;
  DELETE FROM product_term p USING removed r CROSS JOIN LATERAL search_terms(r.search_text) t
   WHERE p.tenant_id = r.tenant_id AND p.is_head = t.is_head AND p.term = t.term AND p.product_id = r.id;
  RETURN NULL;
END $$;
CREATE TRIGGER remove_product_terms AFTER DELETE ON product
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION remove_product_terms();

CREATE FUNCTION add_barcode_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM added;
  INSERT INTO product_term (tenant_id, is_head, term, product_id)
  SELECT a.tenant_id, true, search_barcode_term(a.code), a.product_id FROM added a WHERE search_barcode_term(a.code) <> ''
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER add_barcode_terms AFTER INSERT ON product_barcode
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_barcode_terms();
CREATE TRIGGER add_barcode_terms_changed AFTER UPDATE ON product_barcode
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_barcode_terms();

-- A term stays while a word of the product or another barcode of it still reads the same.
CREATE FUNCTION remove_barcode_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM removed;
  DELETE FROM product_term p USING removed r
   WHERE p.tenant_id = r.tenant_id AND p.is_head AND p.term = search_barcode_term(r.code) AND p.product_id = r.product_id
     AND NOT EXISTS (SELECT FROM product x CROSS JOIN LATERAL search_terms(x.search_text) t
                      WHERE x.tenant_id = r.tenant_id AND x.id = r.product_id AND t.is_head AND t.term = p.term)
     AND NOT EXISTS (SELECT FROM product_barcode b
                      WHERE b.tenant_id = r.tenant_id AND b.product_id = r.product_id AND search_barcode_term(b.code) = p.term);
  RETURN NULL;
END $$;
CREATE TRIGGER remove_barcode_terms AFTER DELETE ON product_barcode
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION remove_barcode_terms();
-- Named to run after the terms of the new codes were added.
CREATE TRIGGER remove_barcode_terms_changed AFTER UPDATE ON product_barcode
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION remove_barcode_terms();

-- The products that a question names, ranked; the asker's own rights apply. `rare` and `next_rare` are its rarest words (the second one
-- null when the first is rare enough to look at each product), `others` the LIKE patterns of the rest. Of too many, 250 by word and
-- the shop's best sellers. Class: 0 the code itself, 1 the name starts with the first word, 2 every word starts a word, 3 inside words.
-- Planned once: a plan per call would cost more than the search. OFFSET 0 keeps look-ups from becoming a scan of the tenant.
CREATE FUNCTION search_products(rare text, next_rare text, others text[], patterns text[], heads text[], code text, archived boolean)
RETURNS TABLE (class integer, sold_count integer, search_text text, id uuid, category_id uuid, sale_price numeric, min_stock numeric)
LANGUAGE plpgsql STABLE ROWS 250 SET plan_cache_mode = force_generic_plan AS $$
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
        (SELECT t.product_id FROM product_term t
          WHERE next_rare IS NOT NULL AND t.is_head = ANY (CASE WHEN length(rare) > 2 THEN '{t,f}' ELSE '{t}' END::boolean[])
            AND t.term >= rare AND t.term < rare || chr(1114111)
         INTERSECT
         SELECT t.product_id FROM product_term t
          WHERE t.is_head = ANY (CASE WHEN length(next_rare) > 2 THEN '{t,f}' ELSE '{t}' END::boolean[])
            AND t.term >= next_rare AND t.term < next_rare || chr(1114111))
      ) hit
     CROSS JOIN LATERAL (SELECT p.sold_count, p.search_text, p.id, p.category_id, p.sale_price, p.min_stock FROM product p
         WHERE p.id = hit.product_id AND p.is_active <> archived AND p.search_text LIKE ALL (others) OFFSET 0) p
     LIMIT 250
  ), hot AS MATERIALIZED (
    SELECT h.sold_count, h.search_text, h.id, h.category_id, h.sale_price, h.min_stock
      FROM (SELECT p.* FROM product p WHERE p.heat > 0 ORDER BY p.heat DESC, p.id LIMIT 250) h
     WHERE (SELECT count(*) FROM near) = 250 AND h.is_active <> archived AND h.search_text LIKE ALL (patterns)
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

-- Whether a product is out of stock, under its minimum, or without a price; null asks nothing.
CREATE FUNCTION product_in_state(product uuid, price numeric, floor_stock numeric, state text) RETURNS boolean
LANGUAGE sql STABLE RETURN CASE state
  WHEN 'no_price' THEN price IS NULL
  WHEN 'no_stock' THEN coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = product), 0) <= 0
  WHEN 'low_stock' THEN coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = product), 0) < floor_stock
  ELSE true END;

REVOKE ALL ON FUNCTION product_in_state(uuid, numeric, numeric, text), search_products(text, text, text[], text[], text[], text, boolean), search_fold(text), search_words(text), search_text_of(text, text, text, text), search_barcode_term(text), search_terms(text),
  search_heat(integer), search_guard(uuid[]), keep_search_text(), keep_heat(), add_product_terms(), change_product_terms(), remove_product_terms(),
  add_barcode_terms(), remove_barcode_terms() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION product_in_state(uuid, numeric, numeric, text), search_products(text, text, text[], text[], text[], text, boolean), search_fold(text), search_words(text), search_heat(integer), search_text_of(text, text, text, text), search_terms(text),
  search_barcode_term(text) TO app_tenant;
