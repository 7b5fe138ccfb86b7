-- A target margin of a product's own, the currency of its cost in the history, and pairs that a person said are two products.

ALTER TABLE "product" ADD COLUMN "target_margin" DECIMAL(5,2);
ALTER TABLE product ADD CONSTRAINT product_target_margin CHECK (target_margin > -100 AND target_margin < 100);

CREATE TABLE "product_distinct" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "facts" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_distinct_pkey" PRIMARY KEY ("tenant_id","first_id","second_id")
);
CREATE INDEX "product_distinct_tenant_id_second_id_idx" ON "product_distinct"("tenant_id", "second_id");
ALTER TABLE "product_distinct" ADD CONSTRAINT "product_distinct_tenant_id_first_id_fkey" FOREIGN KEY ("tenant_id", "first_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "product_distinct" ADD CONSTRAINT "product_distinct_tenant_id_second_id_fkey" FOREIGN KEY ("tenant_id", "second_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE product_distinct ADD CONSTRAINT product_distinct_order CHECK (first_id < second_id);
CALL wall('product_distinct', 'SELECT, INSERT, UPDATE, DELETE');

-- Filled where the cost changed: a run of prices leaves costs alone and writes nothing here.
ALTER TABLE "price_change" ADD COLUMN "from_currency" TEXT, ADD COLUMN "to_currency" TEXT;

CREATE OR REPLACE FUNCTION keep_price_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  has_other_cost boolean := OLD.cost_price IS DISTINCT FROM NEW.cost_price OR OLD.cost_currency <> NEW.cost_currency;
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'price of another tenant' USING ERRCODE = '42501';
  END IF;
  INSERT INTO price_change (tenant_id, product_id, at, from_price, to_price, from_cost, to_cost, from_currency, to_currency, source)
  VALUES (NEW.tenant_id, NEW.id, CASE WHEN NEW.priced_at IS DISTINCT FROM OLD.priced_at THEN NEW.priced_at ELSE NEW.updated_at END,
          OLD.sale_price, NEW.sale_price, OLD.cost_price, NEW.cost_price,
          CASE WHEN has_other_cost THEN OLD.cost_currency END, CASE WHEN has_other_cost THEN NEW.cost_currency END,
          CASE WHEN NEW.price_source IS DISTINCT FROM OLD.price_source THEN NEW.price_source END);
  RETURN NULL;
END $$;
DROP TRIGGER keep_price_change ON product;
CREATE TRIGGER keep_price_change AFTER UPDATE ON product FOR EACH ROW
  WHEN (OLD.sale_price IS DISTINCT FROM NEW.sale_price OR OLD.cost_price IS DISTINCT FROM NEW.cost_price OR OLD.cost_currency <> NEW.cost_currency) EXECUTE FUNCTION keep_price_change();

CREATE OR REPLACE FUNCTION begin_price_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM search_guard(array_agg(DISTINCT tenant_id)) FROM added;
  INSERT INTO price_change (tenant_id, product_id, at, to_price, to_cost, to_currency)
  SELECT tenant_id, id, updated_at, sale_price, cost_price, CASE WHEN cost_price IS NOT NULL THEN cost_currency END FROM added WHERE sale_price IS NOT NULL OR cost_price IS NOT NULL;
  RETURN NULL;
END $$;

-- As in 0027_prices_by_margin; on the base list a product's own target goes before its category's and the list's, and each price says what it aims at.
DROP FUNCTION price_plan(jsonb);
CREATE FUNCTION price_plan(plan jsonb) RETURNS TABLE (product_id uuid, sku text, name text, search_text text, from_price numeric, to_price numeric, cost numeric, tax_rate numeric, target numeric)
LANGUAGE sql STABLE ROWS 50000 AS $$
  WITH q AS MATERIALIZED (
    SELECT (plan->>'listId')::uuid AS list_id, plan->'rule'->>'kind' AS kind, (plan->'rule'->>'value')::numeric AS value, plan->'targets' AS targets,
           plan->>'below' AS below, (plan->>'floor')::numeric AS floor, (plan->>'target')::numeric AS target),
  bands AS MATERIALIZED (
    SELECT n, lag((b->>'upTo')::numeric, 1, 0::numeric) OVER (ORDER BY n) AS low, (b->>'upTo')::numeric AS up_to, (b->>'step')::numeric AS step, (b->>'ending')::numeric AS ending, b->>'mode' AS mode
      FROM jsonb_array_elements(plan->'rounding') WITH ORDINALITY AS e (b, n)),
  aimed AS (
    SELECT p.id, p.sku, p.name, p.search_text, p.tax_rate, p.sale_price,
           coalesce(CASE WHEN q.list_id IS NULL THEN p.target_margin END, (q.targets->>p.category_id::text)::numeric, q.target) AS target
      FROM price_scope(plan->'scope') AS s (id) JOIN product p ON p.id = s.id CROSS JOIN q),
  scoped AS (
    SELECT p.id, p.sku, p.name, p.search_text, p.tax_rate, c.cost, CASE WHEN q.list_id IS NULL THEN p.sale_price ELSE l.price END AS from_price, q.kind, q.value,
           p.sale_price AS base_price, c.cost * (100 + p.tax_rate) * 0.01 AS full_cost, p.target
      FROM aimed p CROSS JOIN q
      JOIN replacement_cost c ON c.product_id = p.id
      LEFT JOIN list_price l ON l.list_id = q.list_id AND l.product_id = p.id
     WHERE q.below IS NULL
        OR 100 - c.cost * (100 + p.tax_rate) / nullif(CASE WHEN q.list_id IS NULL THEN p.sale_price ELSE l.price END, 0)
           < CASE q.below WHEN 'floor' THEN q.floor ELSE p.target END),
  raw AS MATERIALIZED (
    SELECT scoped.*, round(CASE kind
      WHEN 'percent' THEN from_price * (100 + value) * 0.01
      WHEN 'fixed' THEN from_price + value
      WHEN 'set' THEN value
      WHEN 'markup' THEN full_cost * (100 + value) * 0.01
      WHEN 'margin' THEN full_cost * 100 / (100 - value)
      WHEN 'target' THEN full_cost * 100 / (100 - scoped.target)
      WHEN 'base' THEN base_price * (100 + value) * 0.01 END, 4) AS wanted FROM scoped)
  SELECT r.id, r.sku, r.name, r.search_text, r.from_price,
         CASE WHEN r.wanted > 0 THEN CASE WHEN b.step IS NULL THEN r.wanted ELSE round_to_band(r.wanted, b.low, b.up_to, b.step, b.ending, b.mode) END END,
         r.cost, r.tax_rate, r.target
    FROM raw r LEFT JOIN LATERAL (SELECT * FROM bands WHERE up_to IS NULL OR r.wanted <= up_to ORDER BY n LIMIT 1) b ON true
$$;
REVOKE ALL ON FUNCTION price_plan(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION price_plan(jsonb) TO app_tenant;
