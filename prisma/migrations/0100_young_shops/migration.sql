-- Two things that a first list of 100,000 goods with their stock showed in a database without others (decision 057).

-- A session that met the levels while they were few keeps the plan of that moment and reads the whole table for each movement: the list took 106 s of the database's work
-- instead of 46. A movement touches one level, by its key, however many there are.
ALTER FUNCTION post_stock_movement() SET enable_seqscan = off;

-- Looked at is what was written: as many rows as the changed row tells, in the tables that the trigger names behind the column; in the others, as many as the database
-- itself has counted since it looked last. A list that changed nothing has nothing looked at.
CREATE OR REPLACE FUNCTION learn_sizes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  told constant bigint := (to_jsonb(NEW)->>TG_ARGV[0])::bigint;
  one text;
BEGIN
  FOR one IN SELECT c.relname
               FROM pg_class c
              CROSS JOIN LATERAL (SELECT greatest(pg_stat_get_mod_since_analyze(c.oid), CASE WHEN c.relname = ANY (TG_ARGV[1:]) THEN told END) AS written) w
              WHERE c.oid IN ('product'::regclass, 'product_barcode'::regclass, 'product_cost'::regclass, 'supplier_product'::regclass, 'stock_level'::regclass,
                              'list_price'::regclass, 'import_row'::regclass, 'price_run_row'::regclass, 'price_change'::regclass)
                AND w.written > 0 AND w.written * 10 >= c.reltuples
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) public.%I', one);
  END LOOP;
  RETURN NULL;
END $$;

DROP TRIGGER learn_sizes ON import_batch;
CREATE TRIGGER learn_sizes AFTER UPDATE OF status ON import_batch FOR EACH ROW
  WHEN (NEW.status IS DISTINCT FROM OLD.status AND NEW.status = 'review' AND NEW.total_rows >= 500) EXECUTE FUNCTION learn_sizes('total_rows', 'import_row');
CREATE TRIGGER learn_sizes_of_goods AFTER UPDATE OF status ON import_batch FOR EACH ROW
  WHEN (NEW.status IS DISTINCT FROM OLD.status AND NEW.status = 'applied' AND NEW.done_rows >= 500)
  EXECUTE FUNCTION learn_sizes('done_rows', 'product', 'product_barcode', 'product_cost', 'supplier_product', 'stock_level', 'list_price', 'price_change');
DROP TRIGGER learn_sizes ON price_run;
CREATE TRIGGER learn_sizes AFTER UPDATE OF total ON price_run FOR EACH ROW
  WHEN (NEW.total IS DISTINCT FROM OLD.total AND NEW.total >= 500) EXECUTE FUNCTION learn_sizes('total', 'price_run_row');
