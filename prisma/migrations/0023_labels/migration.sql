-- Labels: what was made up and printed, what stands on the shelf, how far the printer is off; and what a product holds.

ALTER TABLE "product" ADD COLUMN "net_content" DECIMAL(14,4), ADD COLUMN "content_unit" TEXT;

CREATE TABLE "label_batch" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "choice" JSONB NOT NULL,
    "layout" JSONB NOT NULL,
    "products" INTEGER NOT NULL,
    "labels" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "printed_at" TIMESTAMPTZ(3),

    CONSTRAINT "label_batch_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "label_batch_row" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "batch_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "copies" INTEGER NOT NULL,
    "price" DECIMAL(14,4) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "label_batch_row_pkey" PRIMARY KEY ("tenant_id","batch_id","place")
);

CREATE TABLE "label_print" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "list_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "price" DECIMAL(14,4) NOT NULL,
    "batch_id" UUID NOT NULL,
    "printed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_print_pkey" PRIMARY KEY ("tenant_id","list_id","product_id")
);

CREATE TABLE "label_printer" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "medium" TEXT NOT NULL,
    "offset_x" INTEGER NOT NULL,
    "offset_y" INTEGER NOT NULL,
    "scale" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_printer_pkey" PRIMARY KEY ("tenant_id","medium")
);

CREATE INDEX "label_batch_tenant_id_created_at_idx" ON "label_batch"("tenant_id", "created_at");
CREATE INDEX "label_print_tenant_id_product_id_idx" ON "label_print"("tenant_id", "product_id");
ALTER TABLE "label_batch_row" ADD CONSTRAINT "label_batch_row_tenant_id_batch_id_fkey" FOREIGN KEY ("tenant_id", "batch_id") REFERENCES "label_batch"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "label_print" ADD CONSTRAINT "label_print_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE product ADD CONSTRAINT product_content CHECK ((net_content IS NULL) = (content_unit IS NULL) AND net_content > 0 AND content_unit IN ('g', 'kg', 'ml', 'l', 'cm', 'm', 'm2', 'm3', 'u'));
ALTER TABLE label_batch_row ADD CONSTRAINT label_batch_row_copies CHECK (copies > 0);
ALTER TABLE label_printer ADD CONSTRAINT label_printer_medium CHECK (medium IN ('sheet', 'roll'));

CALL wall('label_batch', 'SELECT, INSERT, UPDATE');
CALL wall('label_batch_row', 'SELECT, INSERT');
CALL wall('label_print', 'SELECT, INSERT, UPDATE');
CALL wall('label_printer', 'SELECT, INSERT, UPDATE');

-- The prices of a list { kind, listId, percent, rounding } as they are this moment: stored ones of the base and of own lists, worked-out ones
-- of a derived list by the arithmetic of price_plan. Products for sale only.
CREATE FUNCTION prices_of_list(list jsonb) RETURNS TABLE (product_id uuid, price numeric)
LANGUAGE sql STABLE ROWS 50000 AS $$
  SELECT p.id, p.sale_price FROM product p WHERE list->>'kind' = 'base' AND p.is_active AND p.sale_price IS NOT NULL
  UNION ALL
  SELECT p.id, l.price FROM list_price l JOIN product p ON p.id = l.product_id WHERE list->>'kind' = 'own' AND l.list_id = (list->>'listId')::uuid AND p.is_active
  UNION ALL
  SELECT d.product_id, d.to_price
    FROM price_plan(jsonb_build_object('listId', NULL, 'scope', '{}'::jsonb, 'rule', jsonb_build_object('kind', 'percent', 'value', list->>'percent'), 'rounding', list->'rounding')) d
   WHERE list->>'kind' = 'derived' AND d.to_price IS NOT NULL
$$;
REVOKE ALL ON FUNCTION prices_of_list(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prices_of_list(jsonb) TO app_tenant;
