-- The fourth wall: row-level security under roles that own nothing. Roles are made before migrations run (scripts/roles).

-- Nobody but the owner creates, references or truncates here.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- A temporary table would stand in front of a real one for whatever does not name its schema.
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
GRANT USAGE ON SCHEMA public TO app_tenant, app_control;

-- One call per business table in every migration that makes one; tests/laws/catalog finds the forgotten ones.
-- The condition compares directly (no sub-select) because Citus refuses a sub-select in a policy of a distributed table.
CREATE PROCEDURE wall(tbl regclass, tenant_privileges text)
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  mine CONSTANT text := 'tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid';
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format('CREATE POLICY tenant ON %s TO app_tenant, app_control USING (%s) WITH CHECK (%s)', tbl, mine, mine);
  -- The owner runs the triggers that keep levels and indexes; it too sees the tenant of the transaction only.
  EXECUTE format('CREATE POLICY keeper ON %s TO CURRENT_USER USING (%s) WITH CHECK (%s)', tbl, mine, mine);
  EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', tbl);
  EXECUTE format('GRANT %s ON %s TO app_tenant', tenant_privileges, tbl);
END $$;
REVOKE ALL ON PROCEDURE wall(regclass, text) FROM PUBLIC;

CALL wall('shop', 'SELECT, UPDATE');
CALL wall('member', 'SELECT, INSERT, UPDATE');
CALL wall('location', 'SELECT, INSERT, UPDATE');
CALL wall('register', 'SELECT, INSERT, UPDATE');
CALL wall('tax_rate', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('counter', 'SELECT, INSERT, UPDATE');
CALL wall('idempotency', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('audit_entry', 'SELECT, INSERT');
CALL wall('outbox', 'SELECT, INSERT, UPDATE');
CALL wall('category', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('product', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('product_barcode', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('product_term', 'SELECT');
CALL wall('stock_level', 'SELECT');
CALL wall('stock_movement', 'SELECT, INSERT');
CALL wall('account', 'SELECT, INSERT');
CALL wall('journal_entry', 'SELECT, INSERT');
CALL wall('journal_line', 'SELECT, INSERT');
CALL wall('customer', 'SELECT, INSERT, UPDATE');
CALL wall('sale', 'SELECT, INSERT');
CALL wall('sale_line', 'SELECT, INSERT');
CALL wall('sale_payment', 'SELECT, INSERT');
CALL wall('import_batch', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('import_row', 'SELECT, INSERT, UPDATE, DELETE');

-- Onboarding writes both worlds in one transaction; control code may plant a tenant's first rows and never read business data.
GRANT INSERT ON shop, member, location, register, tax_rate, counter, account, customer, audit_entry TO app_control;
GRANT SELECT, INSERT, UPDATE ON "user", session, refresh_token, tenant, membership TO app_control;
GRANT SELECT, INSERT ON auth_event, user_agreement TO app_control;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO app_control;
GRANT DELETE ON session, refresh_token TO app_control;

-- Vocabulary: text with CHECK, since enum comparison is not leakproof and would lose its index under the policies.
ALTER TABLE membership ADD CONSTRAINT membership_role CHECK (role IN ('OWNER', 'ADMIN', 'STAFF'));
ALTER TABLE tenant ADD CONSTRAINT tenant_state CHECK (state IN ('provisioning', 'active', 'suspended', 'archived'));
ALTER TABLE shop ADD CONSTRAINT shop_negative_stock CHECK (negative_stock IN ('refuse', 'warn', 'allow'));
ALTER TABLE location ADD CONSTRAINT location_kind CHECK (kind IN ('shop', 'warehouse'));
ALTER TABLE tax_rate ADD CONSTRAINT tax_rate_range CHECK (rate >= 0 AND rate < 100);
ALTER TABLE product ADD CONSTRAINT product_prices CHECK (cost_price >= 0 AND sale_price >= 0);
ALTER TABLE product_barcode ADD CONSTRAINT product_barcode_pack CHECK (pack_size > 0);
ALTER TABLE account ADD CONSTRAINT account_kind CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense'));
ALTER TABLE journal_line ADD CONSTRAINT journal_line_one_side
  CHECK (debit >= 0 AND credit >= 0 AND (debit = 0) <> (credit = 0));
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_arithmetic CHECK (after = before + quantity AND quantity <> 0);
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_type
  CHECK (type IN ('opening', 'sale', 'return', 'purchase', 'adjustment', 'transfer', 'count', 'kit'));
ALTER TABLE sale ADD CONSTRAINT sale_arithmetic CHECK (total = subtotal - discount AND total >= 0 AND tax >= 0 AND change >= 0);
ALTER TABLE sale_line ADD CONSTRAINT sale_line_arithmetic CHECK (total = gross - line_discount - ticket_discount AND quantity <> 0);
ALTER TABLE sale_payment ADD CONSTRAINT sale_payment_amount CHECK (amount > 0);
ALTER TABLE sale_payment ADD CONSTRAINT sale_payment_method CHECK (method IN ('cash', 'debit', 'credit', 'transfer', 'wallet'));
ALTER TABLE import_batch ADD CONSTRAINT import_batch_status
  CHECK (status IN ('processing', 'review', 'applying', 'applied', 'failed', 'undone'));
CREATE UNIQUE INDEX customer_one_final_consumer ON customer (tenant_id) WHERE is_final_consumer;
CREATE UNIQUE INDEX location_one_default ON location (tenant_id) WHERE is_default;
CREATE UNIQUE INDEX tax_rate_one_default ON tax_rate (tenant_id) WHERE is_default;

-- Rows that every sale rewrites keep room for their next version on their own page (HOT updates).
ALTER TABLE counter SET (fillfactor = 20);
ALTER TABLE stock_level SET (fillfactor = 80);

-- Stock: a level is the sum of its movements because this trigger alone writes it. Callers insert in product order, so the rows
-- are locked in one global order; `before` and `after` are read under that lock.
CREATE FUNCTION post_stock_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'stock movement of another tenant' USING ERRCODE = '42501';
  END IF;
  UPDATE stock_level SET on_hand = on_hand + NEW.quantity, updated_at = NEW.at
   WHERE tenant_id = NEW.tenant_id AND location_id = NEW.location_id AND product_id = NEW.product_id
   RETURNING on_hand INTO NEW.after;
  IF NOT FOUND THEN
    -- Two first movements at once: the loser of the insert adds to the winner's row.
    INSERT INTO stock_level AS l (tenant_id, location_id, product_id, on_hand, updated_at)
    VALUES (NEW.tenant_id, NEW.location_id, NEW.product_id, NEW.quantity, NEW.at)
    ON CONFLICT (tenant_id, location_id, product_id) DO UPDATE SET on_hand = l.on_hand + excluded.on_hand, updated_at = excluded.updated_at
    RETURNING on_hand INTO NEW.after;
  END IF;
  NEW.before := NEW.after - NEW.quantity;
  IF NEW.after < 0 AND NEW.quantity < 0 AND NOT NEW.may_go_negative THEN
    RAISE EXCEPTION 'stock short' USING ERRCODE = 'MS001', DETAIL = NEW.product_id::text, HINT = NEW.before::text;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION post_stock_movement() FROM PUBLIC;
CREATE TRIGGER post_stock_movement BEFORE INSERT ON stock_movement FOR EACH ROW EXECUTE FUNCTION post_stock_movement();

-- Finance: the lines of an entry arrive in one statement and balance in it.
CREATE FUNCTION check_journal_balance() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM added GROUP BY tenant_id, entry_id HAVING sum(debit) <> sum(credit)) THEN
    RAISE EXCEPTION 'journal entry does not balance' USING ERRCODE = 'MF001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER check_journal_balance AFTER INSERT ON journal_line
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_journal_balance();
