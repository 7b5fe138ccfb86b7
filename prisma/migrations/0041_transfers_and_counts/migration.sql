-- Goods between places, and counts while the shop goes on selling.

CREATE TABLE "stock_transfer" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "notes" TEXT,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "dispatched_by" UUID,
    "dispatched_at" TIMESTAMPTZ(3),
    "received_by" UUID,
    "received_at" TIMESTAMPTZ(3),
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "stock_transfer_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "stock_transfer_line" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "transfer_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "requested" DECIMAL(14,3) NOT NULL,
    "dispatched" DECIMAL(14,3) NOT NULL DEFAULT 0,
    "received" DECIMAL(14,3) NOT NULL DEFAULT 0,
    "missing" DECIMAL(14,3) NOT NULL DEFAULT 0,
    "in_transit" DECIMAL(14,3) NOT NULL DEFAULT 0,
    "unit_cost" DECIMAL(14,4),

    CONSTRAINT "stock_transfer_line_pkey" PRIMARY KEY ("tenant_id","transfer_id","line_no")
);

CREATE TABLE "stock_count" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "location_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "is_blind" BOOLEAN NOT NULL,
    "notes" TEXT,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3),
    "posted_by" UUID,
    "posted_at" TIMESTAMPTZ(3),
    "value" DECIMAL(14,2),
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "stock_count_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "stock_count_product" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "count_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,

    CONSTRAINT "stock_count_product_pkey" PRIMARY KEY ("tenant_id","count_id","product_id")
);

CREATE TABLE "stock_count_entry" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "count_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "counted" DECIMAL(14,3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_count_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE UNIQUE INDEX "stock_transfer_tenant_id_number_key" ON "stock_transfer"("tenant_id", "number");
CREATE INDEX "stock_transfer_tenant_id_to_id_idx" ON "stock_transfer"("tenant_id", "to_id");
CREATE UNIQUE INDEX "stock_transfer_line_tenant_id_transfer_id_product_id_key" ON "stock_transfer_line"("tenant_id", "transfer_id", "product_id");
CREATE INDEX "stock_transfer_line_tenant_id_product_id_idx" ON "stock_transfer_line"("tenant_id", "product_id");
CREATE UNIQUE INDEX "stock_count_tenant_id_number_key" ON "stock_count"("tenant_id", "number");
CREATE INDEX "stock_count_tenant_id_location_id_idx" ON "stock_count"("tenant_id", "location_id");
CREATE INDEX "stock_count_product_tenant_id_product_id_idx" ON "stock_count_product"("tenant_id", "product_id");
CREATE INDEX "stock_count_entry_tenant_id_count_id_product_id_at_idx" ON "stock_count_entry"("tenant_id", "count_id", "product_id", "at");
CREATE INDEX "stock_count_entry_tenant_id_product_id_at_idx" ON "stock_count_entry"("tenant_id", "product_id", "at");
CREATE INDEX stock_transfer_line_on_the_way ON stock_transfer_line (tenant_id, product_id) WHERE in_transit > 0;

ALTER TABLE "stock_transfer" ADD CONSTRAINT "stock_transfer_tenant_id_from_id_fkey" FOREIGN KEY ("tenant_id", "from_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_transfer" ADD CONSTRAINT "stock_transfer_tenant_id_to_id_fkey" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_transfer_line" ADD CONSTRAINT "stock_transfer_line_tenant_id_transfer_id_fkey" FOREIGN KEY ("tenant_id", "transfer_id") REFERENCES "stock_transfer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_transfer_line" ADD CONSTRAINT "stock_transfer_line_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_count" ADD CONSTRAINT "stock_count_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_count_product" ADD CONSTRAINT "stock_count_product_tenant_id_count_id_fkey" FOREIGN KEY ("tenant_id", "count_id") REFERENCES "stock_count"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_count_product" ADD CONSTRAINT "stock_count_product_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "stock_count_entry" ADD CONSTRAINT "stock_count_entry_tenant_id_count_id_fkey" FOREIGN KEY ("tenant_id", "count_id") REFERENCES "stock_count"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stock_count_entry" ADD CONSTRAINT "stock_count_entry_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE stock_transfer ADD CONSTRAINT stock_transfer_status CHECK (status IN ('requested', 'in_transit', 'received', 'canceled') AND from_id <> to_id);
-- What left is somewhere: on the way, at the other end, or written off.
ALTER TABLE stock_transfer_line ADD CONSTRAINT stock_transfer_line_is_somewhere
  CHECK (requested > 0 AND dispatched >= 0 AND received >= 0 AND missing >= 0 AND in_transit >= 0 AND in_transit = dispatched - received - missing);
ALTER TABLE stock_count ADD CONSTRAINT stock_count_status CHECK (status IN ('open', 'review', 'posted', 'canceled') AND (status = 'posted') = (value IS NOT NULL));
ALTER TABLE stock_count_entry ADD CONSTRAINT stock_count_entry_counted CHECK (counted >= 0);

CALL wall('stock_transfer', 'SELECT, INSERT, UPDATE');
CALL wall('stock_transfer_line', 'SELECT, INSERT, UPDATE');
CALL wall('stock_count', 'SELECT, INSERT, UPDATE');
CALL wall('stock_count_product', 'SELECT, INSERT');
CALL wall('stock_count_entry', 'SELECT, INSERT');
