-- Goods that come before their bill, what bills charge of them, and where the two differ.

ALTER TABLE "shop" ADD COLUMN     "bill_tolerance" DECIMAL(5,2) NOT NULL DEFAULT 2;

CREATE TABLE "goods_receipt" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "supplier_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "purchase_order_id" UUID,
    "member_id" UUID NOT NULL,
    "paper" TEXT,
    "received_on" DATE NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notes" TEXT,
    "value" DECIMAL(14,2) NOT NULL,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "goods_receipt_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "goods_receipt_line" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "receipt_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,
    "ordered" DECIMAL(14,3),
    "reason" TEXT,
    "unit_cost" DECIMAL(14,4) NOT NULL,
    "value" DECIMAL(14,2) NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "cost_before" DECIMAL(14,4),

    CONSTRAINT "goods_receipt_line_pkey" PRIMARY KEY ("tenant_id","receipt_id","line_no")
);

CREATE TABLE "goods_receipt_cancellation" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "receipt_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "goods_receipt_cancellation_pkey" PRIMARY KEY ("tenant_id","receipt_id")
);

CREATE TABLE "receipt_match" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,
    "value" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "receipt_match_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "bill_difference" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "expected" DECIMAL(14,4) NOT NULL,
    "found" DECIMAL(14,4) NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "bill_difference_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "bill_difference_decision" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "difference_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bill_difference_decision_pkey" PRIMARY KEY ("tenant_id","difference_id")
);

CREATE INDEX "goods_receipt_tenant_id_supplier_id_number_idx" ON "goods_receipt"("tenant_id", "supplier_id", "number");

CREATE INDEX "goods_receipt_tenant_id_purchase_order_id_idx" ON "goods_receipt"("tenant_id", "purchase_order_id");

CREATE UNIQUE INDEX "goods_receipt_tenant_id_number_key" ON "goods_receipt"("tenant_id", "number");

CREATE INDEX "goods_receipt_line_tenant_id_product_id_idx" ON "goods_receipt_line"("tenant_id", "product_id");

CREATE UNIQUE INDEX "goods_receipt_line_tenant_id_receipt_id_product_id_key" ON "goods_receipt_line"("tenant_id", "receipt_id", "product_id");

CREATE INDEX "receipt_match_tenant_id_purchase_id_idx" ON "receipt_match"("tenant_id", "purchase_id");

CREATE INDEX "receipt_match_tenant_id_receipt_id_idx" ON "receipt_match"("tenant_id", "receipt_id");

CREATE INDEX "receipt_match_tenant_id_product_id_idx" ON "receipt_match"("tenant_id", "product_id");

CREATE INDEX "bill_difference_tenant_id_product_id_idx" ON "bill_difference"("tenant_id", "product_id");

CREATE UNIQUE INDEX "bill_difference_tenant_id_purchase_id_product_id_kind_key" ON "bill_difference"("tenant_id", "purchase_id", "product_id", "kind");

ALTER TABLE "goods_receipt" ADD CONSTRAINT "goods_receipt_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "goods_receipt" ADD CONSTRAINT "goods_receipt_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "goods_receipt" ADD CONSTRAINT "goods_receipt_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "goods_receipt" ADD CONSTRAINT "goods_receipt_tenant_id_purchase_order_id_fkey" FOREIGN KEY ("tenant_id", "purchase_order_id") REFERENCES "purchase_order"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "goods_receipt_line" ADD CONSTRAINT "goods_receipt_line_tenant_id_receipt_id_fkey" FOREIGN KEY ("tenant_id", "receipt_id") REFERENCES "goods_receipt"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "goods_receipt_line" ADD CONSTRAINT "goods_receipt_line_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "goods_receipt_cancellation" ADD CONSTRAINT "goods_receipt_cancellation_tenant_id_receipt_id_fkey" FOREIGN KEY ("tenant_id", "receipt_id") REFERENCES "goods_receipt"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "goods_receipt_cancellation" ADD CONSTRAINT "goods_receipt_cancellation_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "receipt_match" ADD CONSTRAINT "receipt_match_tenant_id_purchase_id_fkey" FOREIGN KEY ("tenant_id", "purchase_id") REFERENCES "purchase"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "receipt_match" ADD CONSTRAINT "receipt_match_tenant_id_receipt_id_fkey" FOREIGN KEY ("tenant_id", "receipt_id") REFERENCES "goods_receipt"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "receipt_match" ADD CONSTRAINT "receipt_match_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "bill_difference" ADD CONSTRAINT "bill_difference_tenant_id_purchase_id_fkey" FOREIGN KEY ("tenant_id", "purchase_id") REFERENCES "purchase"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "bill_difference" ADD CONSTRAINT "bill_difference_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "bill_difference_decision" ADD CONSTRAINT "bill_difference_decision_tenant_id_difference_id_fkey" FOREIGN KEY ("tenant_id", "difference_id") REFERENCES "bill_difference"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "bill_difference_decision" ADD CONSTRAINT "bill_difference_decision_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE goods_receipt_line ADD CONSTRAINT goods_receipt_line_values CHECK (quantity >= 0 AND unit_cost >= 0 AND value >= 0 AND (ordered IS NULL OR ordered >= 0));
ALTER TABLE receipt_match ADD CONSTRAINT receipt_match_quantity CHECK (quantity <> 0);
ALTER TABLE bill_difference ADD CONSTRAINT bill_difference_kind CHECK (kind IN ('quantity', 'price', 'pack', 'tax'));
ALTER TABLE bill_difference_decision ADD CONSTRAINT bill_difference_decision_kind CHECK (decision IN ('accept', 'claim', 'correct'));
ALTER TABLE shop ADD CONSTRAINT shop_bill_tolerance CHECK (bill_tolerance >= 0 AND bill_tolerance <= 100);

CALL wall('goods_receipt', 'SELECT, INSERT');
CALL wall('goods_receipt_line', 'SELECT, INSERT');
CALL wall('goods_receipt_cancellation', 'SELECT, INSERT');
CALL wall('receipt_match', 'SELECT, INSERT');
CALL wall('bill_difference', 'SELECT, INSERT');
CALL wall('bill_difference_decision', 'SELECT, INSERT');
