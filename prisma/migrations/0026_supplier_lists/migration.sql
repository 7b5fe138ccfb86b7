-- Lists of suppliers: which words and which list a price came from, what is gone from the list, and products that are only proposed.

ALTER TABLE "product" ADD COLUMN "is_draft" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "supplier_product" ADD COLUMN "gone_since" DATE, ADD COLUMN "list_source" UUID, ADD COLUMN "listed_name" TEXT;
ALTER TABLE "import_batch" ADD COLUMN "gone" UUID[] DEFAULT ARRAY[]::UUID[], ADD COLUMN "matches" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "supplier_id" UUID;
ALTER TABLE "import_row" ADD COLUMN "doubt" JSONB;

CREATE INDEX "import_batch_tenant_id_supplier_id_idx" ON "import_batch"("tenant_id", "supplier_id");
CREATE INDEX "supplier_product_tenant_id_list_source_idx" ON "supplier_product"("tenant_id", "list_source");
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A draft is a product that is not for sale, so every place that keeps archived products from the counter keeps drafts from it too.
-- Whatever brings it to the shelf, that is its acceptance.
ALTER TABLE product ADD CONSTRAINT product_draft_inactive CHECK (NOT (is_draft AND is_active));
CREATE FUNCTION accept_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.is_draft := false;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION accept_draft() FROM PUBLIC;
CREATE TRIGGER accept_draft BEFORE UPDATE OF is_active ON product FOR EACH ROW WHEN (NEW.is_active AND NEW.is_draft) EXECUTE FUNCTION accept_draft();
CREATE INDEX product_drafts ON product (tenant_id, search_text, id) WHERE is_draft;
CREATE INDEX supplier_product_gone ON supplier_product (tenant_id, supplier_id) WHERE gone_since IS NOT NULL;

-- The doubtful pairs of a batch.
CREATE INDEX import_row_doubts ON import_row (tenant_id, batch_id, row_no) WHERE doubt IS NOT NULL;

CREATE OR REPLACE FUNCTION product_in_state(product uuid, price numeric, floor_stock numeric, state text) RETURNS boolean
LANGUAGE sql STABLE RETURN CASE state
  WHEN 'no_price' THEN price IS NULL
  WHEN 'no_barcode' THEN NOT EXISTS (SELECT FROM product_barcode b WHERE b.product_id = product)
  WHEN 'no_stock' THEN coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = product), 0) <= 0
  WHEN 'low_stock' THEN coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = product), 0) < floor_stock
  WHEN 'draft' THEN EXISTS (SELECT FROM product p WHERE p.id = product AND p.is_draft)
  WHEN 'archived' THEN EXISTS (SELECT FROM product p WHERE p.id = product AND NOT p.is_draft AND NOT p.is_active)
  ELSE true END;

-- As in 0022_price_runs, and which list of a supplier moved the cost: { importId }.
CREATE OR REPLACE FUNCTION price_scope(scope jsonb) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 50000 SET search_path = pg_catalog, public, pg_temp AS $$
  WITH q AS MATERIALIZED (
    SELECT (scope->>'supplierId')::uuid AS supplier_id, scope->>'brand' AS brand, scope->>'tag' AS tag, (scope->>'importId')::uuid AS import_id,
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
     AND (q.words IS NULL OR NOT EXISTS (SELECT FROM unnest(q.words) w WHERE strpos(p.search_text, w) = 0))
$$;
