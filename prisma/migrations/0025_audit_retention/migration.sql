-- How long a shop keeps its activity log. Ten years is what Argentine merchants keep their records for (CCyC art. 328); null is for ever.
ALTER TABLE "shop" ADD COLUMN "audit_months" INTEGER DEFAULT 120;
ALTER TABLE "tenant" ADD COLUMN "audit_cut_on" DATE;

-- Whatever a program or a person asks for, the last year stays.
ALTER TABLE shop ADD CONSTRAINT shop_audit_months CHECK (audit_months >= 12);

-- The log is added to and nothing else: nobody has a right to delete. An entry that says so cuts off what the shop's own setting calls
-- old, a bounded lot at a time, and keeps how many went; where nothing is old there is nothing to say.
CREATE FUNCTION cut_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  cut timestamptz;
  gone integer;
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'audit entry of another tenant' USING ERRCODE = '42501';
  END IF;
  SELECT now() - make_interval(months => audit_months) INTO cut FROM shop WHERE tenant_id = NEW.tenant_id;
  -- An array, because a join is planned as if a shop's log were short when its statistics are old, and then takes minutes.
  DELETE FROM audit_entry WHERE tenant_id = NEW.tenant_id
     AND id = ANY (ARRAY(SELECT id FROM audit_entry WHERE tenant_id = NEW.tenant_id AND at < cut ORDER BY at LIMIT 5000));
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF gone = 0 THEN
    RETURN NULL;
  END IF;
  NEW.at := now();
  NEW.member_id := NULL;
  NEW.entity_id := NULL;
  NEW.detail := jsonb_build_object('gone', gone, 'until', cut::date);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION cut_audit() FROM PUBLIC;
CREATE TRIGGER cut_audit BEFORE INSERT ON audit_entry FOR EACH ROW WHEN (NEW.action = 'shop.forget_old') EXECUTE FUNCTION cut_audit();
