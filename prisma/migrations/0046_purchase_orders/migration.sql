-- What a shop asks its suppliers for, and the way by which they see it without an account.

CREATE TABLE "purchase_order" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "supplier_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "expected_on" DATE,
    "notes" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "end_reason" TEXT,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "purchase_order_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "purchase_order_line" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "purchase_order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "supplier_code" TEXT,
    "pack_size" DECIMAL(14,3) NOT NULL DEFAULT 1,
    "quantity" DECIMAL(14,3) NOT NULL,
    "unit_cost" DECIMAL(14,4),
    "tax_rate" DECIMAL(5,2) NOT NULL,

    CONSTRAINT "purchase_order_line_pkey" PRIMARY KEY ("tenant_id","purchase_order_id","line_no")
);

CREATE TABLE "purchase_order_answer" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "purchase_order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "purchase_order_answer_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "purchase_order_link" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "purchase_order_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "sent_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "purchase_order_link_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "purchase_order_tenant_id_supplier_id_number_idx" ON "purchase_order"("tenant_id", "supplier_id", "number");

CREATE UNIQUE INDEX "purchase_order_tenant_id_number_key" ON "purchase_order"("tenant_id", "number");

CREATE INDEX "purchase_order_line_tenant_id_product_id_idx" ON "purchase_order_line"("tenant_id", "product_id");

CREATE UNIQUE INDEX "purchase_order_line_tenant_id_purchase_order_id_product_id_key" ON "purchase_order_line"("tenant_id", "purchase_order_id", "product_id");

CREATE INDEX "purchase_order_answer_tenant_id_purchase_order_id_at_idx" ON "purchase_order_answer"("tenant_id", "purchase_order_id", "at");

CREATE UNIQUE INDEX "purchase_order_link_token_hash_key" ON "purchase_order_link"("token_hash");

CREATE INDEX "purchase_order_link_tenant_id_purchase_order_id_idx" ON "purchase_order_link"("tenant_id", "purchase_order_id");

ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_tenant_id_purchase_order_id_fkey" FOREIGN KEY ("tenant_id", "purchase_order_id") REFERENCES "purchase_order"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_order_answer" ADD CONSTRAINT "purchase_order_answer_tenant_id_purchase_order_id_fkey" FOREIGN KEY ("tenant_id", "purchase_order_id") REFERENCES "purchase_order"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_order_link" ADD CONSTRAINT "purchase_order_link_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE purchase_order ADD CONSTRAINT purchase_order_status CHECK (status IN ('draft', 'sent', 'closed', 'cancelled') AND (status IN ('closed', 'cancelled')) = (ended_at IS NOT NULL));
ALTER TABLE purchase_order_line ADD CONSTRAINT purchase_order_line_values CHECK (quantity > 0 AND pack_size > 0 AND unit_cost >= 0);
ALTER TABLE purchase_order_answer ADD CONSTRAINT purchase_order_answer_kind CHECK (kind IN ('confirmed', 'note') AND (kind = 'confirmed' OR note IS NOT NULL));

CALL wall('purchase_order', 'SELECT, INSERT, UPDATE');
CALL wall('purchase_order_line', 'SELECT, INSERT, DELETE');
CALL wall('purchase_order_answer', 'SELECT, INSERT');

-- Control data: the hash of a link leads to its tenant.
REVOKE ALL ON purchase_order_link FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON purchase_order_link TO app_control;
