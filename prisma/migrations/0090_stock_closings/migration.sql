-- Balances of a whole shop at instants gone by, so that any later one is a closing and what moved since (docs/decisions/068-closings.md). Each
-- is all levels at once; none is ever changed, and only close_stock makes one. No foreign keys: a hundred thousand rows would be checked to say what the movements behind them said.
CREATE TABLE "stock_closing" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "location_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "on_hand" DECIMAL(14,3) NOT NULL,

    CONSTRAINT "stock_closing_pkey" PRIMARY KEY ("tenant_id","at","location_id","product_id")
);
CALL wall('stock_closing', 'SELECT');

-- What was on hand at an instant, of all levels: the last closing until then and the movements since, by their index, of which the planner
-- does not know how few they are.
CREATE FUNCTION stock_at(moment timestamptz) RETURNS TABLE (location_id uuid, product_id uuid, quantity numeric)
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' SET enable_seqscan = off AS $$
  WITH closed AS MATERIALIZED (SELECT coalesce(max(c.at), '-infinity') AS at FROM stock_closing c WHERE c.at <= moment)
  SELECT b.location_id, b.product_id, sum(b.quantity)
    FROM (SELECT c.location_id, c.product_id, c.on_hand AS quantity FROM stock_closing c WHERE c.at = (SELECT closed.at FROM closed)
          UNION ALL
          SELECT m.location_id, m.product_id, m.quantity FROM stock_movement m WHERE m.at > (SELECT closed.at FROM closed) AND m.at <= moment) b
   GROUP BY b.location_id, b.product_id
$$;
REVOKE ALL ON FUNCTION stock_at(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock_at(timestamptz) TO app_tenant;

-- An entry of the activity log that says so closes the ledger, as one cuts the log (0025): once the movements since the closing before are twice as many
-- as the levels, and at least as many as the entry says (else 10,000). No later than yesterday: what is on its way now is not missed, and what
-- comes later is written after it. Where nothing is due there is nothing to say.
CREATE FUNCTION close_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  due timestamptz;
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'audit entry of another tenant' USING ERRCODE = '42501';
  END IF;
  -- In a statement before: the next ones then see all that was written under the lock.
  PERFORM pg_advisory_xact_lock(hashtextextended('stock_closing ' || NEW.tenant_id, 0));
  WITH closed AS MATERIALIZED (SELECT coalesce(max(c.at), '-infinity') AS at FROM stock_closing c WHERE c.tenant_id = NEW.tenant_id),
  step AS MATERIALIZED (SELECT greatest(coalesce((NEW.detail->>'fewest')::bigint, 10000), 2 * count(*)) AS movements FROM stock_level l WHERE l.tenant_id = NEW.tenant_id)
  SELECT m.at INTO due FROM stock_movement m
   WHERE m.tenant_id = NEW.tenant_id AND m.at > (SELECT closed.at FROM closed) AND m.at <= clock_timestamp() - interval '1 day'
   ORDER BY m.at OFFSET (SELECT step.movements FROM step) - 1 LIMIT 1;
  IF due IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO stock_closing (tenant_id, at, location_id, product_id, on_hand)
  SELECT NEW.tenant_id, due, b.location_id, b.product_id, b.quantity FROM stock_at(due) b ORDER BY b.location_id, b.product_id;
  NEW.at := now();
  NEW.member_id := NULL;
  NEW.entity_id := NULL;
  NEW.detail := jsonb_build_object('until', due::date);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION close_stock() FROM PUBLIC;
CREATE TRIGGER close_stock BEFORE INSERT ON audit_entry FOR EACH ROW WHEN (NEW.action = 'stock.close') EXECUTE FUNCTION close_stock();

-- As in 0040 (and by keys alone, as 0100 says), and: what arrives after a closing is written after it, as what arrives after another movement of its level always was. Only what is half a day
-- late asks; closings are of yesterday or before. The lock lets none be written beside one that is being made (close_stock).
CREATE OR REPLACE FUNCTION post_stock_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  level record;
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'stock movement of another tenant' USING ERRCODE = '42501';
  END IF;
  IF NEW.at < clock_timestamp() - interval '12 hours' THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('stock_closing ' || NEW.tenant_id, 0));
    SELECT greatest(NEW.at, max(at) + interval '1 millisecond') INTO NEW.at FROM stock_closing WHERE tenant_id = NEW.tenant_id;
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

-- As in 0054, but that the balances of a day gone by come from its closing instead of one step down an index for each level.
CREATE OR REPLACE FUNCTION stock_worths(moment timestamptz, day date, place uuid, of_category boolean, category uuid, words text[])
RETURNS TABLE (product_id uuid, category_id uuid, location_id uuid, quantity numeric, average numeric, last numeric, replacement numeric, unknown boolean)
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off SET work_mem = '64MB' AS $$
  -- Written down once: what is asked of it twice would be looked up twice.
  WITH held AS MATERIALIZED (
    SELECT l.product_id, l.location_id, l.on_hand AS quantity FROM stock_level l WHERE moment IS NULL AND (place IS NULL OR l.location_id = place)
    UNION ALL
    SELECT b.product_id, b.location_id, b.quantity FROM stock_at(moment) b WHERE moment IS NOT NULL AND (place IS NULL OR b.location_id = place)
    UNION ALL
    SELECT t.product_id, NULL, CASE WHEN moment IS NULL THEN t.in_transit ELSE
             coalesce((SELECT -sum(m.quantity) FROM stock_movement m WHERE m.source_id = t.transfer_id AND m.source_kind = 'transfer' AND m.product_id = t.product_id AND m.at <= moment), 0)
             - CASE WHEN d.received_at <= moment THEN t.missing ELSE 0 END END
      FROM stock_transfer_line t JOIN stock_transfer d ON d.tenant_id = t.tenant_id AND d.id = t.transfer_id
     WHERE place IS NULL AND (moment IS NULL AND t.in_transit > 0 OR d.dispatched_at <= moment AND (d.received_at IS NULL OR d.received_at > moment))),
  told AS (
    SELECT k.product_id, k.average_cost, k.last_cost FROM product_cost k WHERE moment IS NULL
    UNION ALL (SELECT DISTINCT ON (k.product_id) k.product_id, k.average_cost, k.last_cost FROM product_cost_change k WHERE k.at <= moment ORDER BY k.product_id, k.at DESC)),
  filed AS (SELECT DISTINCT ON (g.product_id) g.product_id, g.to_cost AS cost FROM price_change g WHERE g.list_id IS NULL AND g.at <= moment ORDER BY g.product_id, g.at DESC),
  rate AS (SELECT DISTINCT ON (x.currency) x.currency, x.rate FROM exchange_rate x WHERE x.on_date <= day ORDER BY x.currency, x.on_date DESC),
  cost AS (
    SELECT p.id, p.category_id, k.average_cost, k.last_cost, f.cost AS file_cost,
           CASE WHEN moment IS NULL THEN c.cost ELSE h.cost * coalesce(r.rate, CASE WHEN p.cost_currency = s.currency THEN 1 END) END AS replacement
      FROM product p JOIN shop s ON s.tenant_id = p.tenant_id
      LEFT JOIN told k ON k.product_id = p.id
      LEFT JOIN (SELECT * FROM replacement_costs() WHERE moment IS NULL) c ON c.product_id = p.id
      LEFT JOIN filed h ON h.product_id = p.id
      LEFT JOIN rate r ON r.currency = p.cost_currency
      CROSS JOIN LATERAL (SELECT CASE WHEN p.cost_currency = s.currency THEN CASE WHEN moment IS NULL THEN p.cost_price ELSE h.cost END END AS cost) f
     WHERE (NOT of_category OR p.category_id IS NOT DISTINCT FROM category)
       AND (words = '{}' OR NOT EXISTS (SELECT FROM unnest(words) w WHERE strpos(p.search_text, search_fold(w)) = 0)))
  SELECT cost.id, cost.category_id, held.location_id, held.quantity,
         round(held.quantity * coalesce(cost.average_cost, cost.file_cost, 0), 2), round(held.quantity * coalesce(cost.last_cost, cost.file_cost, 0), 2), round(held.quantity * coalesce(cost.replacement, 0), 2),
         coalesce(cost.average_cost, cost.file_cost, cost.replacement) IS NULL
    FROM held JOIN cost ON cost.id = held.product_id WHERE held.quantity <> 0
$$;
