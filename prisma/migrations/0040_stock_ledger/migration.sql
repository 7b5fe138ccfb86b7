-- The ledger of stock counts its movements, and its time does not run back; adjustments; what places are, hold and let in.

ALTER TABLE "stock_level" ADD COLUMN "moves" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "stock_movement" ADD COLUMN "seq" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "counted" DECIMAL(14,3), ADD COLUMN "unit_cost" DECIMAL(14,4);
ALTER TABLE "location" ADD COLUMN "address" TEXT, ADD COLUMN "is_active" BOOLEAN NOT NULL DEFAULT true, ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "category" ADD COLUMN "negative_stock" TEXT;

-- What was written before is numbered by its instants, and its balances follow that order. The owner too sees one tenant at a time.
DO $$
DECLARE
  t uuid;
BEGIN
  FOR t IN SELECT id FROM tenant LOOP
    PERFORM set_config('app.tenant_id', t::text, true);
    UPDATE stock_movement m SET seq = o.seq, before = o.after - m.quantity, after = o.after
      FROM (SELECT id, row_number() OVER w AS seq, sum(quantity) OVER w AS after FROM stock_movement
            WINDOW w AS (PARTITION BY location_id, product_id ORDER BY at, id)) o
     WHERE o.id = m.id;
    UPDATE stock_level l SET moves = o.n FROM (SELECT location_id, product_id, count(*) AS n FROM stock_movement GROUP BY 1, 2) o
     WHERE o.location_id = l.location_id AND o.product_id = l.product_id;
  END LOOP;
  PERFORM set_config('app.tenant_id', '', true);
END $$;

CREATE TABLE "stock_adjustment" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "location_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "notes" TEXT,
    "line_count" INTEGER NOT NULL,
    "value" DECIMAL(14,2) NOT NULL,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "stock_adjustment_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "stock_limit" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "location_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "min_stock" DECIMAL(14,3),
    "max_stock" DECIMAL(14,3),

    CONSTRAINT "stock_limit_pkey" PRIMARY KEY ("tenant_id","location_id","product_id")
);

CREATE TABLE "location_member" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "location_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "location_member_pkey" PRIMARY KEY ("tenant_id","location_id","member_id")
);

CREATE UNIQUE INDEX "stock_adjustment_tenant_id_number_key" ON "stock_adjustment"("tenant_id", "number");
CREATE INDEX "stock_adjustment_tenant_id_at_id_idx" ON "stock_adjustment"("tenant_id", "at", "id");
CREATE INDEX "stock_limit_tenant_id_product_id_idx" ON "stock_limit"("tenant_id", "product_id");
-- The balance of a level at an instant is the `after` of its last movement until then: one step down this index, and no look at the table.
CREATE INDEX "stock_movement_as_of_idx" ON "stock_movement"("tenant_id", "product_id", "location_id", "at", "seq", "after");

ALTER TABLE "stock_adjustment" ADD CONSTRAINT "stock_adjustment_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_adjustment" ADD CONSTRAINT "stock_adjustment_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_limit" ADD CONSTRAINT "stock_limit_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_limit" ADD CONSTRAINT "stock_limit_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "location_member" ADD CONSTRAINT "location_member_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "location_member" ADD CONSTRAINT "location_member_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE category ADD CONSTRAINT category_negative_stock CHECK (negative_stock IN ('refuse', 'warn', 'allow'));
ALTER TABLE location ADD CONSTRAINT location_default_is_open CHECK (is_active OR NOT is_default);
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_counted CHECK (counted IS NULL OR after = counted);
ALTER TABLE stock_limit ADD CONSTRAINT stock_limit_range CHECK (min_stock >= 0 AND max_stock >= 0 AND (min_stock IS NULL OR max_stock IS NULL OR min_stock <= max_stock));

CALL wall('stock_adjustment', 'SELECT, INSERT');
CALL wall('stock_limit', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('location_member', 'SELECT, INSERT, DELETE');

-- As before, and: the movement learns its place in the level's history, its instant is never before the one that came first, and what was
-- "set to" becomes a quantity under the lock.
CREATE OR REPLACE FUNCTION post_stock_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  level record;
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'stock movement of another tenant' USING ERRCODE = '42501';
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
REVOKE ALL ON FUNCTION post_stock_movement() FROM PUBLIC;

-- Whether a member of the staff writes documents there. Asked with the caller's rights, so of the tenant's own places only.
CREATE FUNCTION location_is_open_to(place uuid, who uuid) RETURNS boolean
LANGUAGE sql STABLE RETURN NOT EXISTS (SELECT FROM location_member m WHERE m.location_id = place)
  OR EXISTS (SELECT FROM location_member m WHERE m.location_id = place AND m.member_id = who);
REVOKE ALL ON FUNCTION location_is_open_to(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION location_is_open_to(uuid, uuid) TO app_tenant;
