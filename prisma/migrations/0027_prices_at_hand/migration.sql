-- A price that a run changes touches no index: its stamp is a column of its own, and the row's next version finds room on its page.

ALTER TABLE "product" ADD COLUMN "priced_at" TIMESTAMPTZ(3);
-- A run changes every row of a page at once.
ALTER TABLE product SET (fillfactor = 50);

-- What tills ask every few seconds, now that a run leaves product.updated_at as it is.
CREATE INDEX "price_change_tenant_id_at_product_id_idx" ON "price_change"("tenant_id", "at", "product_id");

CREATE OR REPLACE FUNCTION keep_price_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'price of another tenant' USING ERRCODE = '42501';
  END IF;
  INSERT INTO price_change (tenant_id, product_id, at, from_price, to_price, from_cost, to_cost, source)
  VALUES (NEW.tenant_id, NEW.id, CASE WHEN NEW.priced_at IS DISTINCT FROM OLD.priced_at THEN NEW.priced_at ELSE NEW.updated_at END,
          OLD.sale_price, NEW.sale_price, OLD.cost_price, NEW.cost_price,
          CASE WHEN NEW.price_source IS DISTINCT FROM OLD.price_source THEN NEW.price_source END);
  RETURN NULL;
END $$;
