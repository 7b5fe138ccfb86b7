-- Endings of words once per word of the shop instead of once per product: "ornillo" leads to the word "tornillo" (word_ending), the word
-- to its products (product_term, which holds words and codes only). More than half of the index was endings that thousands of products
-- share, and every new product wrote them again (docs/decisions/038).

CREATE TABLE "word_ending" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "ending" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "word_ending_pkey" PRIMARY KEY ("tenant_id","ending","word")
);
ALTER TABLE word_ending ALTER COLUMN ending TYPE text COLLATE "C", ALTER COLUMN word TYPE text COLLATE "C";
CALL wall('word_ending', 'SELECT');

-- Endings of three letters and more of a word of letters, without the word itself.
CREATE FUNCTION search_endings(word text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 6 AS $$
  SELECT substr(word, start) FROM generate_series(2, least(length(word) - 2, 30)) AS start $$;

-- What stands already: the owner works on all tenants at once while the tables are not forced, and nobody else sees them meanwhile. What stays
-- is set aside and written anew: deleting the other half would leave its room behind.
LOCK TABLE product_term, product_word IN ACCESS EXCLUSIVE MODE;
ALTER TABLE product_term NO FORCE ROW LEVEL SECURITY;
ALTER TABLE product_word NO FORCE ROW LEVEL SECURITY;
ALTER TABLE word_ending NO FORCE ROW LEVEL SECURITY;
CREATE UNLOGGED TABLE product_term_kept AS SELECT tenant_id, term, product_id FROM product_term WHERE is_head;
TRUNCATE product_term;
ALTER TABLE product_term DROP CONSTRAINT product_term_pkey, DROP COLUMN is_head;
INSERT INTO product_term (tenant_id, term, product_id) SELECT tenant_id, term, product_id FROM product_term_kept;
DROP TABLE product_term_kept;
ALTER TABLE product_term ADD CONSTRAINT product_term_pkey PRIMARY KEY (tenant_id, term, product_id);
INSERT INTO word_ending (tenant_id, ending, word)
SELECT DISTINCT w.tenant_id, e.ending COLLATE "C" AS ending, w.word FROM product_word w CROSS JOIN LATERAL search_endings(w.word) AS e (ending);
ALTER TABLE product_term FORCE ROW LEVEL SECURITY;
ALTER TABLE product_word FORCE ROW LEVEL SECURITY;
ALTER TABLE word_ending FORCE ROW LEVEL SECURITY;

-- The rows of product_term for one product, besides its barcodes: its words and codes.
DROP FUNCTION search_terms(text);
CREATE FUNCTION search_terms(search_text text) RETURNS TABLE (term text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 10 AS $$
  SELECT DISTINCT left(w.word, 40) FROM unnest(string_to_array(btrim(search_text), ' ')) AS w (word) WHERE w.word <> '' $$;

-- New words with their endings. In order, so that two writers of the same new words wait for each other and never in a ring; who waited
-- finds the word there, with its endings.
CREATE FUNCTION add_words(tenant uuid, texts text[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  WITH fresh AS (
    INSERT INTO product_word (tenant_id, word)
    SELECT tenant, w.word FROM (SELECT DISTINCT left(w.word, 40) COLLATE "C" AS word FROM unnest(texts) AS t (text) CROSS JOIN LATERAL string_to_table(btrim(t.text), ' ') AS w (word)) w
     WHERE w.word ~ '^[^0-9./]{4,}$' ORDER BY w.word
    ON CONFLICT DO NOTHING RETURNING tenant_id, word)
  INSERT INTO word_ending (tenant_id, ending, word)
  SELECT DISTINCT f.tenant_id, e.ending, f.word FROM fresh f CROSS JOIN LATERAL search_endings(f.word) AS e (ending) $$;

CREATE OR REPLACE FUNCTION add_product_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM added;
  INSERT INTO product_term (tenant_id, term, product_id)
  SELECT DISTINCT a.tenant_id, left(w.word, 40) COLLATE "C" AS term, a.id
    FROM added a CROSS JOIN LATERAL string_to_table(btrim(a.search_text), ' ') AS w (word)
   WHERE w.word <> '' ORDER BY 1, 2, 3;
  PERFORM add_words(min(tenant_id::text)::uuid, array_agg(search_text)) FROM added;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION change_product_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(ARRAY[OLD.tenant_id]);
  DELETE FROM product_term p USING (
      SELECT term FROM search_terms(OLD.search_text)
      EXCEPT SELECT term FROM search_terms(NEW.search_text)
      EXCEPT SELECT search_barcode_term(code) FROM product_barcode WHERE tenant_id = NEW.tenant_id AND product_id = NEW.id) gone
   WHERE p.tenant_id = OLD.tenant_id AND p.term = gone.term AND p.product_id = OLD.id;
  INSERT INTO product_term (tenant_id, term, product_id) SELECT NEW.tenant_id, term, NEW.id FROM search_terms(NEW.search_text) ON CONFLICT DO NOTHING;
  PERFORM add_words(NEW.tenant_id, ARRAY[NEW.search_text]);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION remove_product_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM removed;
  DELETE FROM product_term p USING removed r CROSS JOIN LATERAL search_terms(r.search_text) t
   WHERE p.tenant_id = r.tenant_id AND p.term = t.term AND p.product_id = r.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION add_barcode_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM added;
  INSERT INTO product_term (tenant_id, term, product_id)
  SELECT a.tenant_id, search_barcode_term(a.code), a.product_id FROM added a WHERE search_barcode_term(a.code) <> ''
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION remove_barcode_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM removed;
  DELETE FROM product_term p USING removed r
   WHERE p.tenant_id = r.tenant_id AND p.term = search_barcode_term(r.code) AND p.product_id = r.product_id
     AND NOT EXISTS (SELECT FROM product x CROSS JOIN LATERAL search_terms(x.search_text) t
                      WHERE x.tenant_id = r.tenant_id AND x.id = r.product_id AND t.term = p.term)
     AND NOT EXISTS (SELECT FROM product_barcode b
                      WHERE b.tenant_id = r.tenant_id AND b.product_id = r.product_id AND search_barcode_term(b.code) = p.term);
  RETURN NULL;
END $$;

-- How many rows of the index each word leads to, counted to `most`; the asker's own rights apply. Words of one or two letters only begin
-- words, they are not looked for inside them.
CREATE FUNCTION search_hits(words text[], most integer) RETURNS TABLE (word text, hits integer)
LANGUAGE plpgsql STABLE ROWS 8 SET plan_cache_mode = force_generic_plan SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  key text;
BEGIN
  FOREACH word IN ARRAY words LOOP
    CONTINUE WHEN word = '';
    key := left(word, 40);
    SELECT count(*) INTO hits FROM (SELECT FROM product_term t WHERE t.term >= key AND t.term < key || chr(1114111) LIMIT most) h;
    IF hits < most AND length(word) > 2 THEN
      SELECT hits + count(*) INTO hits FROM (
        SELECT FROM product_term t
         WHERE t.term = ANY (ARRAY(SELECT e.word FROM word_ending e WHERE e.ending >= key AND e.ending < key || chr(1114111))) LIMIT most - hits) h;
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

DROP FUNCTION search_products(text, text, text, text[], text[], text[], text, boolean, integer);

-- The products that a question names, ranked; the asker's own rights apply. Of one word in `leads` the products are looked at, of two those that
-- have both, and if these are still many those that have the third too; `others` the LIKE patterns of all words but the first two. Of too
-- many, 250 by word and the shop's best sellers. With `breadth` only so many index rows are read of each leading word.
-- Class: 0 the code itself, 1 the name starts with the first word, 2 every word starts a word, 3 inside words.
-- Planned once: a plan per call would cost more than the search. Products are fetched by an array of ids: one walk of their key.
CREATE FUNCTION search_products(leads text[], others text[], patterns text[], heads text[], code text, archived boolean, breadth integer)
RETURNS TABLE (class integer, sold_count integer, search_text text, id uuid, category_id uuid, sale_price numeric, min_stock numeric)
LANGUAGE plpgsql STABLE ROWS 250 SET plan_cache_mode = force_generic_plan SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one text := leads[1];
  two text := leads[2];
  three text := leads[3];
  -- Words that hold it behind their beginning.
  in_one text[];
  in_two text[];
  in_three text[];
  hits uuid[];
BEGIN
  IF length(one) > 2 THEN in_one := ARRAY(SELECT e.word FROM word_ending e WHERE e.ending >= one AND e.ending < one || chr(1114111)); END IF;
  IF two IS NULL THEN
    hits := ARRAY(
      SELECT h.product_id FROM (SELECT t.product_id FROM product_term t WHERE t.term >= one AND t.term < one || chr(1114111)
                                UNION ALL SELECT t.product_id FROM product_term t WHERE t.term = ANY (in_one)) h LIMIT breadth);
  ELSE
    IF length(two) > 2 THEN in_two := ARRAY(SELECT e.word FROM word_ending e WHERE e.ending >= two AND e.ending < two || chr(1114111)); END IF;
    hits := ARRAY(
      (SELECT h.product_id FROM (SELECT t.product_id FROM product_term t WHERE t.term >= one AND t.term < one || chr(1114111)
                                 UNION ALL SELECT t.product_id FROM product_term t WHERE t.term = ANY (in_one)) h LIMIT breadth)
      INTERSECT
      (SELECT h.product_id FROM (SELECT t.product_id FROM product_term t WHERE t.term >= two AND t.term < two || chr(1114111)
                                 UNION ALL SELECT t.product_id FROM product_term t WHERE t.term = ANY (in_two)) h LIMIT breadth));
    IF three IS NOT NULL AND cardinality(hits) > 600 THEN
      IF length(three) > 2 THEN in_three := ARRAY(SELECT e.word FROM word_ending e WHERE e.ending >= three AND e.ending < three || chr(1114111)); END IF;
      hits := ARRAY(
        SELECT unnest(hits)
        INTERSECT
        (SELECT h.product_id FROM (SELECT t.product_id FROM product_term t WHERE t.term >= three AND t.term < three || chr(1114111)
                                   UNION ALL SELECT t.product_id FROM product_term t WHERE t.term = ANY (in_three)) h LIMIT breadth));
    END IF;
  END IF;
  RETURN QUERY
  WITH near AS MATERIALIZED (
    SELECT p.sold_count, p.search_text, p.id, p.category_id, p.sale_price, p.min_stock FROM product p
     WHERE p.id = ANY (hits) AND p.is_active <> archived AND p.search_text LIKE ALL (others) LIMIT 250
  ), hot AS MATERIALIZED (
    SELECT h.sold_count, h.search_text, h.id, h.category_id, h.sale_price, h.min_stock
      FROM (SELECT p.* FROM product p WHERE p.heat > 0 ORDER BY p.heat DESC, p.id LIMIT 250) h
     WHERE (breadth IS NOT NULL OR (SELECT count(*) FROM near) = 250) AND h.is_active <> archived AND h.search_text LIKE ALL (patterns)
  ), coded AS MATERIALIZED (
    SELECT p.sold_count, p.search_text, p.id, p.category_id, p.sale_price, p.min_stock
      FROM (SELECT t.product_id FROM product_term t WHERE t.term = code LIMIT 20) hit
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

REVOKE ALL ON FUNCTION search_endings(text), search_terms(text), search_hits(text[], integer), add_words(uuid, text[]),
  search_products(text[], text[], text[], text[], text, boolean, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_endings(text), search_terms(text), search_hits(text[], integer),
  search_products(text[], text[], text[], text[], text, boolean, integer) TO app_tenant;
