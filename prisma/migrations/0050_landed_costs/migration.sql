-- What a bill's freight is spread by, what products weigh, from what value on differences of stock need a second pair of eyes, and what goods
-- cost on any day.

ALTER TABLE "product" ADD COLUMN "weight" DECIMAL(14,4);
ALTER TABLE "shop" ADD COLUMN "freight_spread" TEXT NOT NULL DEFAULT 'value', ADD COLUMN "stock_approval" DECIMAL(14,2);
ALTER TABLE "purchase" ADD COLUMN "freight_spread" TEXT NOT NULL DEFAULT 'value';

CREATE TABLE "product_cost_change" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "product_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "average_cost" DECIMAL(14,4) NOT NULL,
    "last_cost" DECIMAL(14,4) NOT NULL,

    CONSTRAINT "product_cost_change_pkey" PRIMARY KEY ("tenant_id","product_id","at")
);

ALTER TABLE product ADD CONSTRAINT product_weight CHECK (weight > 0);
ALTER TABLE shop ADD CONSTRAINT shop_freight_spread CHECK (freight_spread IN ('value', 'weight', 'units'));
ALTER TABLE shop ADD CONSTRAINT shop_stock_approval CHECK (stock_approval >= 0);
ALTER TABLE purchase ADD CONSTRAINT purchase_freight_spread CHECK (freight_spread IN ('value', 'weight', 'units'));

-- Nobody but the trigger writes history, and it outlives its product.
CALL wall('product_cost_change', 'SELECT');

CREATE FUNCTION keep_cost_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(ARRAY[NEW.tenant_id]);
  -- Two bills of one instant: the later one is what was known then.
  INSERT INTO product_cost_change (tenant_id, product_id, at, average_cost, last_cost) VALUES (NEW.tenant_id, NEW.product_id, NEW.updated_at, NEW.average_cost, NEW.last_cost)
  ON CONFLICT (tenant_id, product_id, at) DO UPDATE SET average_cost = excluded.average_cost, last_cost = excluded.last_cost;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_cost_change() FROM PUBLIC;
CREATE TRIGGER keep_cost_change AFTER INSERT OR UPDATE ON product_cost FOR EACH ROW EXECUTE FUNCTION keep_cost_change();

-- What was known before begins with the day on which it was last changed. The owner too sees one tenant at a time.
DO $$
DECLARE
  t uuid;
BEGIN
  FOR t IN SELECT id FROM tenant LOOP
    PERFORM set_config('app.tenant_id', t::text, true);
    INSERT INTO product_cost_change (tenant_id, product_id, at, average_cost, last_cost) SELECT tenant_id, product_id, updated_at, average_cost, last_cost FROM product_cost;
  END LOOP;
  PERFORM set_config('app.tenant_id', '', true);
END $$;

-- Which costs a bill moved: its lines of one product together, as receivedGoods of purchases/rules/compose-bill.ts adds them up.
CREATE VIEW purchase_cost_change WITH (security_invoker = true) AS
SELECT l.tenant_id, l.purchase_id, l.product_id, min(l.line_no) AS line_no, min(l.cost_before) AS cost_before, round(sum(l.net + l.freight) / sum(l.quantity), 4) AS cost_after
  FROM purchase_line l JOIN product p ON p.tenant_id = l.tenant_id AND p.id = l.product_id JOIN shop s ON s.tenant_id = l.tenant_id AND s.currency = p.cost_currency
 GROUP BY l.tenant_id, l.purchase_id, l.product_id
HAVING sum(l.net + l.freight) > 0 AND round(sum(l.net + l.freight) / sum(l.quantity), 4) IS DISTINCT FROM min(l.cost_before);
GRANT SELECT ON purchase_cost_change TO app_tenant;

-- As in 0026_supplier_lists, and which bill moved the cost: { purchaseId }. What came free, and what keeps its cost in another currency, did not move.
CREATE OR REPLACE FUNCTION price_scope(scope jsonb) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp AS $$
  WITH q AS MATERIALIZED (
    SELECT (scope->>'supplierId')::uuid AS supplier_id, scope->>'brand' AS brand, scope->>'tag' AS tag, (scope->>'importId')::uuid AS import_id, (scope->>'purchaseId')::uuid AS purchase_id,
           (SELECT array_agg(v::uuid) FROM jsonb_array_elements_text(scope->'categoryIds') v) AS category_ids,
           (SELECT array_agg(v) FROM jsonb_array_elements_text(scope->'words') v) AS words,
           (SELECT array_agg(v::uuid) FROM jsonb_array_elements_text(scope->'productIds') v) AS product_ids,
           (SELECT array_agg(v::uuid) FROM jsonb_array_elements_text(scope->'except') v) AS except_ids)
  SELECT p.id FROM product p CROSS JOIN q
   WHERE p.is_active
     AND (q.brand IS NULL OR p.brand = q.brand)
     AND (q.tag IS NULL OR q.tag = ANY (p.tags))
     AND (q.category_ids IS NULL OR p.category_id = ANY (q.category_ids))
     AND (q.product_ids IS NULL OR p.id = ANY (q.product_ids))
     AND (q.except_ids IS NULL OR NOT p.id = ANY (q.except_ids))
     AND (q.supplier_id IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.supplier_id = (scope->>'supplierId')::uuid))
     AND (q.import_id IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.list_source = (scope->>'importId')::uuid AND s.is_main))
     AND (q.purchase_id IS NULL OR p.id IN (SELECT c.product_id FROM purchase_cost_change c WHERE c.purchase_id = (scope->>'purchaseId')::uuid))
     AND (q.words IS NULL OR NOT EXISTS (SELECT FROM unnest(q.words) w WHERE strpos(p.search_text, w) = 0))
$$;
