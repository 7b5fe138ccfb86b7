-- Runs of prices: what they would do, did, and took back.

CREATE TABLE "price_run" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "list_id" UUID,
    "status" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "run_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "price_run_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "price_run_row" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "run_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "from_price" DECIMAL(14,4),
    "to_price" DECIMAL(14,4) NOT NULL,
    "state" TEXT,
    "undone_by" UUID,

    CONSTRAINT "price_run_row_pkey" PRIMARY KEY ("tenant_id","run_id","product_id")
);

CREATE TABLE "price_undo" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "slice" JSONB NOT NULL,
    "overwrite" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "restored" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "price_undo_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "price_run_tenant_id_created_at_idx" ON "price_run"("tenant_id", "created_at");
CREATE INDEX "price_undo_tenant_id_run_id_idx" ON "price_undo"("tenant_id", "run_id");
ALTER TABLE "price_undo" ADD CONSTRAINT "price_undo_tenant_id_run_id_fkey" FOREIGN KEY ("tenant_id", "run_id") REFERENCES "price_run"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- History outlives its product, and a hundred thousand rows need not each lock the product that is being changed.
ALTER TABLE "price_change" DROP CONSTRAINT "price_change_tenant_id_product_id_fkey";
ALTER TABLE price_run ADD CONSTRAINT price_run_status CHECK (status IN ('waiting', 'applied', 'failed', 'canceled'));
ALTER TABLE price_run_row ADD CONSTRAINT price_run_row_state CHECK (state IN ('applied', 'kept') AND (undone_by IS NULL OR state = 'applied'));
-- Rows are marked in place: their next version finds room on its own page.
ALTER TABLE price_run_row SET (fillfactor = 50);

CALL wall('price_run', 'SELECT, INSERT, UPDATE');
CALL wall('price_run_row', 'SELECT, INSERT, UPDATE');
CALL wall('price_undo', 'SELECT, INSERT, UPDATE');

-- The rates are fenced (OFFSET 0) like the terms: a plan that expects few products would otherwise look the rate up again for each of many.
CREATE OR REPLACE VIEW replacement_cost WITH (security_invoker = true) AS
SELECT p.tenant_id, p.id AS product_id,
       CASE WHEN l.list_price IS NOT NULL THEN round(l.list_price * t.factor / l.pack_size, 4) ELSE round(p.cost_price * r.rate, 4) END AS cost
  FROM product p
  LEFT JOIN supplier_product l ON l.tenant_id = p.tenant_id AND l.product_id = p.id AND l.is_main
  LEFT JOIN (SELECT s.tenant_id, s.id, c.rate * discount_factor(s.discounts) * (100 + s.freight_percent) * 0.01 AS factor
               FROM supplier s LEFT JOIN current_rate c ON c.tenant_id = s.tenant_id AND c.currency = s.currency OFFSET 0) t ON t.tenant_id = l.tenant_id AND t.id = l.supplier_id
  LEFT JOIN (SELECT c.tenant_id, c.currency, c.rate FROM current_rate c OFFSET 0) r ON r.tenant_id = p.tenant_id AND r.currency = p.cost_currency;

-- pricing/rules/round-price.ts in SQL, for one band and a price above zero; tests/pricing compares the two. One expression, so that it is
-- worked out in place and not called.
CREATE FUNCTION round_to_band(price numeric, low numeric, up_to numeric, step numeric, ending numeric, mode text) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN round(least(greatest(
  CASE WHEN price < ending THEN ending
       WHEN mode = 'up' THEN greatest(ceil((price - ending) / step) * step + ending, CASE WHEN ending > 0 THEN ending ELSE step END)
       WHEN mode = 'down' THEN greatest(floor((price - ending) / step) * step + ending, CASE WHEN ending > 0 THEN ending ELSE step END)
       ELSE greatest(round((price - ending) / step) * step + ending, CASE WHEN ending > 0 THEN ending ELSE step END) END,
  low), up_to), 4);
REVOKE ALL ON FUNCTION round_to_band(numeric, numeric, numeric, numeric, numeric, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION round_to_band(numeric, numeric, numeric, numeric, numeric, text) TO app_tenant;

-- Which products a scope names: { supplierId, brand, categoryIds, tag, words, productIds, except }; what is absent does not narrow.
-- Its setting keeps it a call with a row count of its own: worked out in place, so many conditions look like one row, and joins go wrong.
CREATE FUNCTION price_scope(scope jsonb) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp AS $$
  WITH q AS MATERIALIZED (
    SELECT (scope->>'supplierId')::uuid AS supplier_id, scope->>'brand' AS brand, scope->>'tag' AS tag,
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
     AND (q.words IS NULL OR NOT EXISTS (SELECT FROM unnest(q.words) w WHERE strpos(p.search_text, w) = 0))
$$;
REVOKE ALL ON FUNCTION price_scope(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION price_scope(jsonb) TO app_tenant;

-- What a plan { listId, scope, rule: { kind, value }, rounding } makes of each product in its scope. to_price is null where the rule has nothing
-- to start from (no price, no cost) or leads to no price above zero. Both prices final, cost net of VAT at replacement.
CREATE FUNCTION price_plan(plan jsonb) RETURNS TABLE (product_id uuid, sku text, name text, search_text text, from_price numeric, to_price numeric, cost numeric, tax_rate numeric)
LANGUAGE sql STABLE ROWS 50000 AS $$
  WITH q AS MATERIALIZED (
    SELECT (plan->>'listId')::uuid AS list_id, plan->'rule'->>'kind' AS kind, (plan->'rule'->>'value')::numeric AS value),
  bands AS MATERIALIZED (
    SELECT n, lag((b->>'upTo')::numeric, 1, 0::numeric) OVER (ORDER BY n) AS low, (b->>'upTo')::numeric AS up_to, (b->>'step')::numeric AS step, (b->>'ending')::numeric AS ending, b->>'mode' AS mode
      FROM jsonb_array_elements(plan->'rounding') WITH ORDINALITY AS e (b, n)),
  scoped AS (
    SELECT p.id, p.sku, p.name, p.search_text, p.tax_rate, c.cost, CASE WHEN q.list_id IS NULL THEN p.sale_price ELSE l.price END AS from_price, q.kind, q.value,
           p.sale_price AS base_price, c.cost * (100 + p.tax_rate) * 0.01 AS full_cost
      FROM price_scope(plan->'scope') AS s (id) JOIN product p ON p.id = s.id CROSS JOIN q
      JOIN replacement_cost c ON c.product_id = p.id
      LEFT JOIN list_price l ON l.list_id = q.list_id AND l.product_id = p.id),
  raw AS MATERIALIZED (
    SELECT scoped.*, round(CASE kind
      WHEN 'percent' THEN from_price * (100 + value) * 0.01
      WHEN 'fixed' THEN from_price + value
      WHEN 'set' THEN value
      WHEN 'markup' THEN full_cost * (100 + value) * 0.01
      WHEN 'margin' THEN full_cost * 100 / (100 - value)
      WHEN 'base' THEN base_price * (100 + value) * 0.01 END, 4) AS wanted FROM scoped)
  SELECT r.id, r.sku, r.name, r.search_text, r.from_price,
         CASE WHEN r.wanted > 0 THEN CASE WHEN b.step IS NULL THEN r.wanted ELSE round_to_band(r.wanted, b.low, b.up_to, b.step, b.ending, b.mode) END END,
         r.cost, r.tax_rate
    FROM raw r LEFT JOIN LATERAL (SELECT * FROM bands WHERE up_to IS NULL OR r.wanted <= up_to ORDER BY n LIMIT 1) b ON true
$$;
REVOKE ALL ON FUNCTION price_plan(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION price_plan(jsonb) TO app_tenant;

-- The guard in place instead of called: a run of prices passes here a hundred thousand times.
CREATE OR REPLACE FUNCTION keep_price_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'price of another tenant' USING ERRCODE = '42501';
  END IF;
  INSERT INTO price_change (tenant_id, product_id, at, from_price, to_price, from_cost, to_cost, source)
  VALUES (NEW.tenant_id, NEW.id, NEW.updated_at, OLD.sale_price, NEW.sale_price, OLD.cost_price, NEW.cost_price,
          CASE WHEN NEW.price_source IS DISTINCT FROM OLD.price_source THEN NEW.price_source END);
  RETURN NULL;
END $$;
