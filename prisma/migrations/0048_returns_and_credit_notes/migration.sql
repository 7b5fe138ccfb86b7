-- Goods that go back to suppliers, and what suppliers take off the debt.

ALTER TABLE "supplier_allocation" ADD COLUMN     "credit_note_id" UUID,
ALTER COLUMN "payment_id" DROP NOT NULL;

CREATE TABLE "supplier_return" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "supplier_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "returned_on" DATE NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notes" TEXT,
    "value" DECIMAL(14,2) NOT NULL,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "supplier_return_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "supplier_return_line" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "return_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,
    "unit_cost" DECIMAL(14,4) NOT NULL,
    "value" DECIMAL(14,2) NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,

    CONSTRAINT "supplier_return_line_pkey" PRIMARY KEY ("tenant_id","return_id","line_no")
);

CREATE TABLE "supplier_return_cancellation" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "return_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supplier_return_cancellation_pkey" PRIMARY KEY ("tenant_id","return_id")
);

CREATE TABLE "credit_note" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "supplier_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "note_date" DATE NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "return_id" UUID,
    "net" DECIMAL(14,2) NOT NULL,
    "tax" DECIMAL(14,2) NOT NULL,
    "total" DECIMAL(14,2) NOT NULL,
    "notes" TEXT,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "credit_note_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "credit_note_number" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "supplier_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "credit_note_id" UUID NOT NULL,

    CONSTRAINT "credit_note_number_pkey" PRIMARY KEY ("tenant_id","supplier_id","key")
);

CREATE TABLE "credit_note_tax" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "credit_note_id" UUID NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "base" DECIMAL(14,2) NOT NULL,
    "tax" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "credit_note_tax_pkey" PRIMARY KEY ("tenant_id","credit_note_id","tax_rate")
);

CREATE TABLE "credit_note_claim" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "credit_note_id" UUID NOT NULL,
    "difference_id" UUID NOT NULL,

    CONSTRAINT "credit_note_claim_pkey" PRIMARY KEY ("tenant_id","credit_note_id","difference_id")
);

CREATE TABLE "credit_note_cancellation" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "credit_note_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_note_cancellation_pkey" PRIMARY KEY ("tenant_id","credit_note_id")
);

CREATE INDEX "supplier_return_tenant_id_supplier_id_number_idx" ON "supplier_return"("tenant_id", "supplier_id", "number");

CREATE UNIQUE INDEX "supplier_return_tenant_id_number_key" ON "supplier_return"("tenant_id", "number");

CREATE INDEX "supplier_return_line_tenant_id_product_id_idx" ON "supplier_return_line"("tenant_id", "product_id");

CREATE UNIQUE INDEX "supplier_return_line_tenant_id_return_id_product_id_key" ON "supplier_return_line"("tenant_id", "return_id", "product_id");

CREATE INDEX "credit_note_tenant_id_supplier_id_note_date_idx" ON "credit_note"("tenant_id", "supplier_id", "note_date");

CREATE INDEX "credit_note_tenant_id_return_id_idx" ON "credit_note"("tenant_id", "return_id");

CREATE UNIQUE INDEX "credit_note_number_tenant_id_credit_note_id_key" ON "credit_note_number"("tenant_id", "credit_note_id");

CREATE INDEX "credit_note_claim_tenant_id_difference_id_idx" ON "credit_note_claim"("tenant_id", "difference_id");

CREATE INDEX "supplier_allocation_tenant_id_credit_note_id_idx" ON "supplier_allocation"("tenant_id", "credit_note_id");

ALTER TABLE "supplier_return" ADD CONSTRAINT "supplier_return_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_return" ADD CONSTRAINT "supplier_return_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_return" ADD CONSTRAINT "supplier_return_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_return_line" ADD CONSTRAINT "supplier_return_line_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "supplier_return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_return_line" ADD CONSTRAINT "supplier_return_line_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_return_cancellation" ADD CONSTRAINT "supplier_return_cancellation_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "supplier_return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_return_cancellation" ADD CONSTRAINT "supplier_return_cancellation_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_tenant_id_supplier_id_fkey" FOREIGN KEY ("tenant_id", "supplier_id") REFERENCES "supplier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "supplier_return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note_number" ADD CONSTRAINT "credit_note_number_tenant_id_credit_note_id_fkey" FOREIGN KEY ("tenant_id", "credit_note_id") REFERENCES "credit_note"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note_tax" ADD CONSTRAINT "credit_note_tax_tenant_id_credit_note_id_fkey" FOREIGN KEY ("tenant_id", "credit_note_id") REFERENCES "credit_note"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note_claim" ADD CONSTRAINT "credit_note_claim_tenant_id_credit_note_id_fkey" FOREIGN KEY ("tenant_id", "credit_note_id") REFERENCES "credit_note"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note_claim" ADD CONSTRAINT "credit_note_claim_tenant_id_difference_id_fkey" FOREIGN KEY ("tenant_id", "difference_id") REFERENCES "bill_difference"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note_cancellation" ADD CONSTRAINT "credit_note_cancellation_tenant_id_credit_note_id_fkey" FOREIGN KEY ("tenant_id", "credit_note_id") REFERENCES "credit_note"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "credit_note_cancellation" ADD CONSTRAINT "credit_note_cancellation_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "supplier_allocation" ADD CONSTRAINT "supplier_allocation_tenant_id_credit_note_id_fkey" FOREIGN KEY ("tenant_id", "credit_note_id") REFERENCES "credit_note"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE supplier_return_line ADD CONSTRAINT supplier_return_line_values CHECK (quantity > 0 AND unit_cost >= 0 AND value >= 0);
ALTER TABLE credit_note ADD CONSTRAINT credit_note_arithmetic CHECK (total = net + tax AND net >= 0 AND tax >= 0 AND total > 0);
ALTER TABLE supplier_allocation ADD CONSTRAINT supplier_allocation_of_one CHECK (num_nonnulls(payment_id, credit_note_id) = 1);
ALTER TABLE supplier_entry DROP CONSTRAINT supplier_entry_kind;
ALTER TABLE supplier_entry ADD CONSTRAINT supplier_entry_kind CHECK (kind IN ('bill', 'bill_cancelled', 'payment', 'payment_cancelled', 'credit_note', 'credit_note_cancelled'));

CALL wall('supplier_return', 'SELECT, INSERT');
CALL wall('supplier_return_line', 'SELECT, INSERT');
CALL wall('supplier_return_cancellation', 'SELECT, INSERT');
CALL wall('credit_note', 'SELECT, INSERT');
CALL wall('credit_note_number', 'SELECT, INSERT, DELETE');
CALL wall('credit_note_tax', 'SELECT, INSERT');
CALL wall('credit_note_claim', 'SELECT, INSERT');
CALL wall('credit_note_cancellation', 'SELECT, INSERT');
