-- Of a shop that was filled a minute ago the planner knows nothing: it takes thousands of rows for one and joins them in nested loops. The page of a first list of 3,000
-- lines ran into the time limit, that of its run of prices took 11 s. Autovacuum would look at the tables a minute later; what has just written many rows has it done at once.
-- As autovacuum's, the measure is a tenth of the table: where many shops are, nothing is done, and nothing is needed.

-- The rows that were written are told by the column of the changed row that the trigger names.
CREATE FUNCTION learn_sizes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  written constant bigint := (to_jsonb(NEW)->>TG_ARGV[0])::bigint;
  one text;
BEGIN
  FOR one IN SELECT c.relname FROM pg_class c
              WHERE c.oid IN ('product'::regclass, 'product_barcode'::regclass, 'product_cost'::regclass, 'supplier_product'::regclass, 'stock_level'::regclass,
                              'list_price'::regclass, 'import_row'::regclass, 'price_run_row'::regclass, 'price_change'::regclass)
                AND written * 10 >= c.reltuples
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) public.%I', one);
  END LOOP;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION learn_sizes() FROM PUBLIC;

-- Fewer rows are joined fast whatever the planner believes.
CREATE TRIGGER learn_sizes AFTER UPDATE OF status ON import_batch FOR EACH ROW
  WHEN (NEW.status IS DISTINCT FROM OLD.status AND NEW.status IN ('review', 'applied') AND NEW.total_rows >= 500) EXECUTE FUNCTION learn_sizes('total_rows');
CREATE TRIGGER learn_sizes AFTER UPDATE OF total ON price_run FOR EACH ROW
  WHEN (NEW.total IS DISTINCT FROM OLD.total AND NEW.total >= 500) EXECUTE FUNCTION learn_sizes('total');
