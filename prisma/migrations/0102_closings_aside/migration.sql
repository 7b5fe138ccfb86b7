-- Closings beside everything else (docs/decisions/071-closings-aside.md).

-- A date of its own: a shop whose month had turned before there were closings gets them at the next look, and its activity log is not cut again.
ALTER TABLE "tenant" ADD COLUMN "stock_closed_on" DATE;

-- As in 0090, but that nobody waits while a closing is made, which takes seconds in a large shop. The closing is of yesterday or before, so half a day ago is after it: there stands what
-- comes late in those seconds, where else it would stand right after the closing.
CREATE OR REPLACE FUNCTION post_stock_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  level record;
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'stock movement of another tenant' USING ERRCODE = '42501';
  END IF;
  IF NEW.at < clock_timestamp() - interval '12 hours' THEN
    IF pg_try_advisory_xact_lock_shared(hashtextextended('stock_closing ' || NEW.tenant_id, 0)) THEN
      SELECT greatest(NEW.at, max(at) + interval '1 millisecond') INTO NEW.at FROM stock_closing WHERE tenant_id = NEW.tenant_id;
    ELSE
      NEW.at := clock_timestamp() - interval '12 hours';
    END IF;
  END IF;
  IF NEW.counted IS NOT NULL THEN
    -- The level must be there to be locked.
    INSERT INTO stock_level (tenant_id, location_id, product_id, updated_at) VALUES (NEW.tenant_id, NEW.location_id, NEW.product_id, NEW.at)
    ON CONFLICT (tenant_id, location_id, product_id) DO NOTHING;
    SELECT NEW.counted - on_hand INTO NEW.quantity FROM stock_level
     WHERE tenant_id = NEW.tenant_id AND location_id = NEW.location_id AND product_id = NEW.product_id FOR NO KEY UPDATE;
    IF NEW.quantity = 0 THEN RETURN NULL; END IF;
  END IF;
  UPDATE stock_level SET on_hand = on_hand + NEW.quantity, moves = moves + 1, updated_at = greatest(updated_at, NEW.at)
   WHERE tenant_id = NEW.tenant_id AND location_id = NEW.location_id AND product_id = NEW.product_id
   RETURNING on_hand, moves, updated_at INTO level;
  IF NOT FOUND THEN
    -- Two first movements at once: the loser of the insert adds to the winner's row.
    INSERT INTO stock_level AS l (tenant_id, location_id, product_id, on_hand, moves, updated_at)
    VALUES (NEW.tenant_id, NEW.location_id, NEW.product_id, NEW.quantity, 1, NEW.at)
    ON CONFLICT (tenant_id, location_id, product_id)
      DO UPDATE SET on_hand = l.on_hand + excluded.on_hand, moves = l.moves + 1, updated_at = greatest(l.updated_at, excluded.updated_at)
    RETURNING on_hand, moves, updated_at INTO level;
  END IF;
  NEW.after := level.on_hand;
  NEW.seq := level.moves;
  NEW.at := level.updated_at;
  NEW.before := NEW.after - NEW.quantity;
  IF NEW.after < 0 AND NEW.quantity < 0 AND NOT NEW.may_go_negative THEN
    RAISE EXCEPTION 'stock short' USING ERRCODE = 'MS001', DETAIL = NEW.product_id::text, HINT = NEW.before::text;
  END IF;
  RETURN NEW;
END $$;
