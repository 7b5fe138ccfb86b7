-- Amounts are written without their currency: it is the shop's. Whether there are any, asked in one place. Every document that owes, pays or values is in
-- the journal; the others named here hold amounts before they are, or were worth nothing. Prices and costs of the catalogue may still be typed anew.
CREATE FUNCTION has_amounts() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM journal_entry) OR EXISTS (SELECT FROM sale) OR EXISTS (SELECT FROM till_shift) OR EXISTS (SELECT FROM held_ticket)
      OR EXISTS (SELECT FROM purchase_order) OR EXISTS (SELECT FROM purchase)
$$;
REVOKE ALL ON FUNCTION has_amounts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_amounts() TO app_tenant;

-- Another currency would tell all of them otherwise.
CREATE FUNCTION keep_currency() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'shop of a tenant that was not entered' USING ERRCODE = '42501';
  END IF;
  IF has_amounts() THEN
    RAISE EXCEPTION 'currency kept' USING ERRCODE = 'MS002';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION keep_currency() FROM PUBLIC;
CREATE TRIGGER keep_currency BEFORE UPDATE OF currency ON shop FOR EACH ROW WHEN (NEW.currency IS DISTINCT FROM OLD.currency) EXECUTE FUNCTION keep_currency();
