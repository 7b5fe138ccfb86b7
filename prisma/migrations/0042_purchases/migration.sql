-- Suppliers' bills, what the goods cost, and the supplier's account.

CREATE TABLE "purchase" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "bill_date" DATE NOT NULL,
    "due_date" DATE NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "subtotal" DECIMAL(14,2) NOT NULL,
    "freight" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "tax" DECIMAL(14,2) NOT NULL,
    "other_taxes" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "total" DECIMAL(14,2) NOT NULL,
    "notes" TEXT,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "purchase_number" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "supplier_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "purchase_id" UUID NOT NULL,

    CONSTRAINT "purchase_number_pkey" PRIMARY KEY ("tenant_id","supplier_id","key")
);

CREATE TABLE "purchase_cancellation" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "purchase_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "purchase_cancellation_pkey" PRIMARY KEY ("tenant_id","purchase_id")
);

CREATE TABLE "purchase_line" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "purchase_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,
    "unit_cost" DECIMAL(14,4) NOT NULL,
    "discounts" TEXT NOT NULL DEFAULT '',
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "net" DECIMAL(14,2) NOT NULL,
    "freight" DECIMAL(14,2) NOT NULL,
    "landed_cost" DECIMAL(14,4) NOT NULL,
    "cost_before" DECIMAL(14,4),
    "average_before" DECIMAL(14,4),
    "list_before" DECIMAL(14,4),

    CONSTRAINT "purchase_line_pkey" PRIMARY KEY ("tenant_id","purchase_id","line_no")
);

CREATE TABLE "purchase_tax" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "purchase_id" UUID NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "base" DECIMAL(14,2) NOT NULL,
    "tax" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "purchase_tax_pkey" PRIMARY KEY ("tenant_id","purchase_id","tax_rate")
);

CREATE TABLE "supplier_entry" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "business_date" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supplier_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "supplier_payment" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "paid_on" DATE NOT NULL,
    "notes" TEXT,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supplier_payment_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "supplier_payment_cancellation" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "payment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supplier_payment_cancellation_pkey" PRIMARY KEY ("tenant_id","payment_id")
);

CREATE TABLE "supplier_allocation" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "supplier_allocation_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "product_cost" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "product_id" UUID NOT NULL,
    "average_cost" DECIMAL(14,4) NOT NULL,
    "last_cost" DECIMAL(14,4) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_cost_pkey" PRIMARY KEY ("tenant_id","product_id")
);

CREATE INDEX "purchase_tenant_id_bill_date_id_idx" ON "purchase"("tenant_id", "bill_date", "id");

CREATE INDEX "purchase_tenant_id_supplier_id_bill_date_idx" ON "purchase"("tenant_id", "supplier_id", "bill_date");

CREATE INDEX "purchase_tenant_id_due_date_idx" ON "purchase"("tenant_id", "due_date");

CREATE UNIQUE INDEX "purchase_number_tenant_id_purchase_id_key" ON "purchase_number"("tenant_id", "purchase_id");

CREATE INDEX "purchase_line_tenant_id_product_id_idx" ON "purchase_line"("tenant_id", "product_id");

CREATE INDEX "supplier_entry_tenant_id_supplier_id_at_id_idx" ON "supplier_entry"("tenant_id", "supplier_id", "at", "id");

CREATE INDEX "supplier_entry_tenant_id_source_id_idx" ON "supplier_entry"("tenant_id", "source_id");

CREATE INDEX "supplier_payment_tenant_id_supplier_id_idx" ON "supplier_payment"("tenant_id", "supplier_id");

CREATE INDEX "supplier_allocation_tenant_id_purchase_id_idx" ON "supplier_allocation"("tenant_id", "purchase_id");

CREATE INDEX "supplier_allocation_tenant_id_payment_id_idx" ON "supplier_allocation"("tenant_id", "payment_id");

ALTER TABLE "purchase" ADD CONSTRAINT "purchase_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase" ADD CONSTRAINT "purchase_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase" ADD CONSTRAINT "purchase_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_number" ADD CONSTRAINT "purchase_number_tenant_id_purchase_id_fkey" FOREIGN KEY ("tenant_id", "purchase_id") REFERENCES "purchase"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_cancellation" ADD CONSTRAINT "purchase_cancellation_tenant_id_purchase_id_fkey" FOREIGN KEY ("tenant_id", "purchase_id") REFERENCES "purchase"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_cancellation" ADD CONSTRAINT "purchase_cancellation_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_line" ADD CONSTRAINT "purchase_line_tenant_id_purchase_id_fkey" FOREIGN KEY ("tenant_id", "purchase_id") REFERENCES "purchase"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_line" ADD CONSTRAINT "purchase_line_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "purchase_tax" ADD CONSTRAINT "purchase_tax_tenant_id_purchase_id_fkey" FOREIGN KEY ("tenant_id", "purchase_id") REFERENCES "purchase"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_entry" ADD CONSTRAINT "supplier_entry_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_payment" ADD CONSTRAINT "supplier_payment_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_payment" ADD CONSTRAINT "supplier_payment_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_payment_cancellation" ADD CONSTRAINT "supplier_payment_cancellation_tenant_id_payment_id_fkey" FOREIGN KEY ("tenant_id", "payment_id") REFERENCES "supplier_payment"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_payment_cancellation" ADD CONSTRAINT "supplier_payment_cancellation_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_allocation" ADD CONSTRAINT "supplier_allocation_tenant_id_payment_id_fkey" FOREIGN KEY ("tenant_id", "payment_id") REFERENCES "supplier_payment"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_allocation" ADD CONSTRAINT "supplier_allocation_tenant_id_purchase_id_fkey" FOREIGN KEY ("tenant_id", "purchase_id") REFERENCES "purchase"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "product_cost" ADD CONSTRAINT "product_cost_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE purchase ADD CONSTRAINT purchase_arithmetic CHECK (total = subtotal + freight + tax + other_taxes AND subtotal >= 0 AND freight >= 0 AND tax >= 0 AND other_taxes >= 0);
ALTER TABLE purchase_line ADD CONSTRAINT purchase_line_values CHECK (quantity > 0 AND unit_cost >= 0 AND net >= 0 AND freight >= 0 AND landed_cost >= 0);
ALTER TABLE product_cost ADD CONSTRAINT product_cost_values CHECK (average_cost >= 0 AND last_cost >= 0);
ALTER TABLE supplier_entry ADD CONSTRAINT supplier_entry_kind CHECK (kind IN ('bill', 'bill_cancelled', 'payment', 'payment_cancelled'));
ALTER TABLE supplier_payment ADD CONSTRAINT supplier_payment_values CHECK (amount > 0 AND method IN ('cash', 'transfer', 'wallet'));
ALTER TABLE supplier_allocation ADD CONSTRAINT supplier_allocation_amount CHECK (amount <> 0);

CALL wall('purchase', 'SELECT, INSERT');
CALL wall('purchase_number', 'SELECT, INSERT, DELETE');
CALL wall('purchase_cancellation', 'SELECT, INSERT');
CALL wall('purchase_line', 'SELECT, INSERT');
CALL wall('purchase_tax', 'SELECT, INSERT');
CALL wall('product_cost', 'SELECT, INSERT, UPDATE, DELETE');
CALL wall('supplier_entry', 'SELECT, INSERT');
CALL wall('supplier_payment', 'SELECT, INSERT');
CALL wall('supplier_payment_cancellation', 'SELECT, INSERT');
CALL wall('supplier_allocation', 'SELECT, INSERT');
