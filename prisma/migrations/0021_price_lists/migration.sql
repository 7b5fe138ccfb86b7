-- Price lists beside the base list, and the history of every price.

ALTER TABLE "product" ADD COLUMN "price_source" UUID;

CREATE TABLE "price_list" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "percent" DECIMAL(7,2),
    "rounding" JSONB NOT NULL DEFAULT '[]',
    "breaks" JSONB NOT NULL DEFAULT '[]',
    "methods" JSONB NOT NULL DEFAULT '{}',
    "floor_margin" DECIMAL(5,2),
    "target_margin" DECIMAL(5,2),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_list_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "list_price" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "list_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "price" DECIMAL(14,4) NOT NULL,
    "source" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "list_price_pkey" PRIMARY KEY ("tenant_id","list_id","product_id")
);

CREATE TABLE "price_change" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "product_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "list_id" UUID,
    "from_price" DECIMAL(14,4),
    "to_price" DECIMAL(14,4),
    "from_cost" DECIMAL(14,4),
    "to_cost" DECIMAL(14,4),
    "source" UUID,

    CONSTRAINT "price_change_pkey" PRIMARY KEY ("tenant_id","product_id","id")
);

CREATE UNIQUE INDEX "price_list_tenant_id_name_key" ON "price_list"("tenant_id", "name");
CREATE INDEX "list_price_tenant_id_product_id_idx" ON "list_price"("tenant_id", "product_id");
ALTER TABLE "list_price" ADD CONSTRAINT "list_price_tenant_id_list_id_fkey" FOREIGN KEY ("tenant_id", "list_id") REFERENCES "price_list"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "list_price" ADD CONSTRAINT "list_price_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "price_change" ADD CONSTRAINT "price_change_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE price_list ADD CONSTRAINT price_list_kind CHECK (kind IN ('base', 'own', 'derived') AND (kind = 'derived') = (percent IS NOT NULL) AND (kind = 'base') = (id = tenant_id));
ALTER TABLE price_list ADD CONSTRAINT price_list_percent CHECK (percent > -100 AND floor_margin < 100 AND target_margin < 100);
ALTER TABLE list_price ADD CONSTRAINT list_price_positive CHECK (price >= 0);

CALL wall('price_list', 'SELECT, INSERT, UPDATE');
CALL wall('list_price', 'SELECT, INSERT, UPDATE, DELETE');
-- Nobody but the triggers writes history, and nobody changes it.
CALL wall('price_change', 'SELECT');

-- Per row and only when a price or cost changed: a statement trigger with its rows would be paid by every sale.
CREATE FUNCTION keep_price_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(ARRAY[NEW.tenant_id]);
  INSERT INTO price_change (tenant_id, product_id, at, from_price, to_price, from_cost, to_cost, source)
  VALUES (NEW.tenant_id, NEW.id, NEW.updated_at, OLD.sale_price, NEW.sale_price, OLD.cost_price, NEW.cost_price,
          CASE WHEN NEW.price_source IS DISTINCT FROM OLD.price_source THEN NEW.price_source END);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_price_change() FROM PUBLIC;
CREATE TRIGGER keep_price_change AFTER UPDATE ON product FOR EACH ROW
  WHEN (OLD.sale_price IS DISTINCT FROM NEW.sale_price OR OLD.cost_price IS DISTINCT FROM NEW.cost_price) EXECUTE FUNCTION keep_price_change();

-- New products come by thousands.
CREATE FUNCTION begin_price_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM added;
  INSERT INTO price_change (tenant_id, product_id, at, to_price, to_cost)
  SELECT tenant_id, id, updated_at, sale_price, cost_price FROM added WHERE sale_price IS NOT NULL OR cost_price IS NOT NULL;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION begin_price_history() FROM PUBLIC;
CREATE TRIGGER begin_price_history AFTER INSERT ON product
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION begin_price_history();

CREATE FUNCTION keep_list_price_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  here list_price := coalesce(NEW, OLD);
BEGIN
  PERFORM search_guard(ARRAY[here.tenant_id]);
  -- A product that goes takes its history with it: nothing is left to write about.
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM product p WHERE p.tenant_id = OLD.tenant_id AND p.id = OLD.product_id) THEN RETURN NULL; END IF;
  INSERT INTO price_change (tenant_id, product_id, at, list_id, from_price, to_price, source)
  VALUES (here.tenant_id, here.product_id, CASE WHEN TG_OP = 'DELETE' THEN now() ELSE here.updated_at END, here.list_id,
          CASE WHEN TG_OP <> 'INSERT' THEN OLD.price END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.price END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.source END);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_list_price_change() FROM PUBLIC;
CREATE TRIGGER keep_list_price_change_new AFTER INSERT OR DELETE ON list_price FOR EACH ROW EXECUTE FUNCTION keep_list_price_change();
CREATE TRIGGER keep_list_price_change AFTER UPDATE ON list_price FOR EACH ROW WHEN (OLD.price IS DISTINCT FROM NEW.price) EXECUTE FUNCTION keep_list_price_change();
