-- Suppliers, what they ask for each product, and the exchange rates by which their lists are read.

CREATE TABLE "supplier" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tax_id" TEXT,
    "currency" TEXT NOT NULL,
    "discounts" TEXT NOT NULL DEFAULT '',
    "freight_percent" DECIMAL(5,2) NOT NULL DEFAULT 0,
    "lead_days" INTEGER,
    "order_days" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "min_order" DECIMAL(14,2),
    "contacts" JSONB NOT NULL DEFAULT '[]',
    "notes" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supplier_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "supplier_product" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "supplier_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "code" TEXT,
    "list_price" DECIMAL(14,4),
    "pack_size" DECIMAL(14,3) NOT NULL DEFAULT 1,
    "is_main" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supplier_product_pkey" PRIMARY KEY ("tenant_id","supplier_id","product_id")
);

CREATE TABLE "exchange_rate" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "currency" TEXT NOT NULL,
    "on_date" DATE NOT NULL,
    "rate" DECIMAL(14,6) NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("tenant_id","currency","on_date")
);

CREATE UNIQUE INDEX "supplier_tenant_id_name_key" ON "supplier"("tenant_id", "name");
CREATE UNIQUE INDEX "supplier_tenant_id_tax_id_key" ON "supplier"("tenant_id", "tax_id");
CREATE UNIQUE INDEX "supplier_product_tenant_id_supplier_id_code_key" ON "supplier_product"("tenant_id", "supplier_id", "code");
CREATE INDEX "supplier_product_tenant_id_product_id_idx" ON "supplier_product"("tenant_id", "product_id");
CREATE UNIQUE INDEX supplier_product_one_main ON supplier_product (tenant_id, product_id) WHERE is_main;
ALTER TABLE "supplier_product" ADD CONSTRAINT "supplier_product_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "supplier_product" ADD CONSTRAINT "supplier_product_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE supplier ADD CONSTRAINT supplier_terms CHECK (freight_percent >= 0 AND lead_days >= 0 AND min_order >= 0 AND order_days <@ '{1,2,3,4,5,6,7}'
  AND discounts ~ '^(\d{1,2}(\.\d{1,2})?(\+\d{1,2}(\.\d{1,2})?){0,7})?$');
ALTER TABLE supplier_product ADD CONSTRAINT supplier_product_price CHECK (list_price >= 0 AND pack_size > 0);
ALTER TABLE exchange_rate ADD CONSTRAINT exchange_rate_positive CHECK (rate > 0);

CALL wall('supplier', 'SELECT, INSERT, UPDATE');
CALL wall('supplier_product', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('exchange_rate', 'SELECT, INSERT, UPDATE, DELETE');

-- What a chain "20+10+5" leaves of 1, exact: numeric multiplication loses nothing.
CREATE FUNCTION discount_factor(chain text) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  left_over numeric := 1;
  percent text;
BEGIN
  IF chain = '' THEN RETURN 1; END IF;
  FOREACH percent IN ARRAY string_to_array(chain, '+') LOOP
    left_over := left_over * (100 - percent::numeric) * 0.01;
  END LOOP;
  RETURN left_over;
END $$;
REVOKE ALL ON FUNCTION discount_factor(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION discount_factor(text) TO app_tenant;

-- Today's rate of each currency in the shop's; the shop's own is 1.
CREATE VIEW current_rate WITH (security_invoker = true) AS
SELECT s.tenant_id, s.currency, 1::numeric AS rate FROM shop s
UNION ALL
(SELECT DISTINCT ON (r.tenant_id, r.currency) r.tenant_id, r.currency, r.rate
   FROM exchange_rate r JOIN shop s ON s.tenant_id = r.tenant_id AND s.currency <> r.currency
  WHERE r.on_date <= (now() AT TIME ZONE s.time_zone)::date
  ORDER BY r.tenant_id, r.currency, r.on_date DESC);
GRANT SELECT ON current_rate TO app_tenant;

-- What one unit of a product costs to buy again, net of VAT, in the shop's currency: by its main supplier's list, else its own cost. Null when
-- nobody knows the price or the rate. The same chain stands in pricing/rules/cost-chain.ts; tests/suppliers compares them.
-- OFFSET 0 keeps the terms of a supplier from being worked out again for each of its products.
CREATE VIEW replacement_cost WITH (security_invoker = true) AS
SELECT p.tenant_id, p.id AS product_id,
       CASE WHEN l.list_price IS NOT NULL THEN round(l.list_price * t.factor / l.pack_size, 4) ELSE round(p.cost_price * r.rate, 4) END AS cost
  FROM product p
  LEFT JOIN supplier_product l ON l.tenant_id = p.tenant_id AND l.product_id = p.id AND l.is_main
  LEFT JOIN (SELECT s.tenant_id, s.id, c.rate * discount_factor(s.discounts) * (100 + s.freight_percent) * 0.01 AS factor
               FROM supplier s LEFT JOIN current_rate c ON c.tenant_id = s.tenant_id AND c.currency = s.currency OFFSET 0) t ON t.tenant_id = l.tenant_id AND t.id = l.supplier_id
  LEFT JOIN current_rate r ON r.tenant_id = p.tenant_id AND r.currency = p.cost_currency;
GRANT SELECT ON replacement_cost TO app_tenant;
