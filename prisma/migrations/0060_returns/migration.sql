-- What comes back of a sale: returns, exchanges, cancellations, and the credit that a shop gives instead of money.

ALTER TABLE "sale_line" ADD COLUMN     "returned_line_id" UUID;

CREATE TABLE "sale_state" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "sale_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'completed',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sale_state_pkey" PRIMARY KEY ("tenant_id","sale_id")
);

CREATE TABLE "sale_cancellation" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "sale_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "business_date" DATE NOT NULL,

    CONSTRAINT "sale_cancellation_pkey" PRIMARY KEY ("tenant_id","sale_id")
);

CREATE TABLE "sale_return" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "sale_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "returned_at" TIMESTAMPTZ(3) NOT NULL,
    "business_date" DATE NOT NULL,
    "refund" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "tax" DECIMAL(14,2) NOT NULL,
    "total" DECIMAL(14,2) NOT NULL,
    "cost" DECIMAL(14,2) NOT NULL,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "sale_return_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "sale_return_line" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "return_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "sale_line_id" UUID NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,
    "gross" DECIMAL(14,2) NOT NULL,
    "discount" DECIMAL(14,2) NOT NULL,
    "adjustment" DECIMAL(14,2) NOT NULL,
    "total" DECIMAL(14,2) NOT NULL,
    "tax" DECIMAL(14,2) NOT NULL,
    "cost" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "sale_return_line_pkey" PRIMARY KEY ("tenant_id","return_id","line_no")
);

CREATE TABLE "sale_refund" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "return_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "sale_refund_pkey" PRIMARY KEY ("tenant_id","return_id","method")
);

CREATE TABLE "store_credit" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "balance" DECIMAL(14,2) NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_credit_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "store_credit_entry" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "credit_id" UUID NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_credit_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "sale_cancellation_tenant_id_business_date_idx" ON "sale_cancellation"("tenant_id", "business_date");

CREATE INDEX "sale_return_tenant_id_sale_id_idx" ON "sale_return"("tenant_id", "sale_id");

CREATE INDEX "sale_return_tenant_id_business_date_idx" ON "sale_return"("tenant_id", "business_date");

CREATE UNIQUE INDEX "sale_return_tenant_id_number_key" ON "sale_return"("tenant_id", "number");

CREATE INDEX "sale_return_line_tenant_id_sale_line_id_idx" ON "sale_return_line"("tenant_id", "sale_line_id");

CREATE INDEX "store_credit_tenant_id_customer_id_idx" ON "store_credit"("tenant_id", "customer_id");

CREATE UNIQUE INDEX "store_credit_tenant_id_code_key" ON "store_credit"("tenant_id", "code");

CREATE INDEX "store_credit_entry_tenant_id_credit_id_idx" ON "store_credit_entry"("tenant_id", "credit_id");

CREATE INDEX "store_credit_entry_tenant_id_source_id_idx" ON "store_credit_entry"("tenant_id", "source_id");

ALTER TABLE "sale_line" ADD CONSTRAINT "sale_line_tenant_id_returned_line_id_fkey" FOREIGN KEY ("tenant_id", "returned_line_id") REFERENCES "sale_line"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_state" ADD CONSTRAINT "sale_state_tenant_id_sale_id_fkey" FOREIGN KEY ("tenant_id", "sale_id") REFERENCES "sale"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_cancellation" ADD CONSTRAINT "sale_cancellation_tenant_id_sale_id_fkey" FOREIGN KEY ("tenant_id", "sale_id") REFERENCES "sale"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_cancellation" ADD CONSTRAINT "sale_cancellation_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_return" ADD CONSTRAINT "sale_return_tenant_id_sale_id_fkey" FOREIGN KEY ("tenant_id", "sale_id") REFERENCES "sale"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_return" ADD CONSTRAINT "sale_return_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_return" ADD CONSTRAINT "sale_return_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_return" ADD CONSTRAINT "sale_return_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_return_line" ADD CONSTRAINT "sale_return_line_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "sale_return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_return_line" ADD CONSTRAINT "sale_return_line_tenant_id_sale_line_id_fkey" FOREIGN KEY ("tenant_id", "sale_line_id") REFERENCES "sale_line"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_refund" ADD CONSTRAINT "sale_refund_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "sale_return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "store_credit" ADD CONSTRAINT "store_credit_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "store_credit_entry" ADD CONSTRAINT "store_credit_entry_tenant_id_credit_id_fkey" FOREIGN KEY ("tenant_id", "credit_id") REFERENCES "store_credit"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "store_credit_entry" ADD CONSTRAINT "store_credit_entry_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Of what comes back in an exchange only: a sale pays no index entry for it.
CREATE INDEX sale_line_returned ON sale_line (tenant_id, returned_line_id) WHERE returned_line_id IS NOT NULL;

-- An exchange may give money back, and hold more VAT of what came than of what went.
ALTER TABLE sale DROP CONSTRAINT sale_arithmetic,
  ADD CONSTRAINT sale_arithmetic CHECK (total = subtotal - discount + adjustment AND change >= 0);
ALTER TABLE sale_line ADD CONSTRAINT sale_line_returned_sign CHECK ((returned_line_id IS NULL) = (quantity > 0));
ALTER TABLE sale_payment DROP CONSTRAINT sale_payment_amount, DROP CONSTRAINT sale_payment_method,
  ADD CONSTRAINT sale_payment_amount CHECK (amount <> 0 AND (amount > 0 OR method = 'store_credit')),
  ADD CONSTRAINT sale_payment_method CHECK (method IN ('cash', 'debit', 'credit', 'transfer', 'wallet', 'account', 'store_credit'));

ALTER TABLE sale_state ADD CONSTRAINT sale_state_status CHECK (status IN ('completed', 'partly_returned', 'returned', 'cancelled'));
ALTER TABLE sale_return ADD CONSTRAINT sale_return_values CHECK (refund IN ('cash', 'original', 'store_credit') AND total >= 0);
ALTER TABLE sale_return_line ADD CONSTRAINT sale_return_line_arithmetic CHECK (quantity > 0 AND total = gross - discount + adjustment);
ALTER TABLE sale_refund ADD CONSTRAINT sale_refund_values CHECK (amount > 0 AND method IN ('cash', 'debit', 'credit', 'transfer', 'wallet', 'account', 'store_credit'));
ALTER TABLE store_credit ADD CONSTRAINT store_credit_balance CHECK (balance >= 0);
ALTER TABLE store_credit_entry ADD CONSTRAINT store_credit_entry_values CHECK (amount <> 0 AND source_kind IN ('sale', 'sale_return', 'sale_cancellation'));

CALL wall('sale_state', 'SELECT, INSERT, UPDATE');
CALL wall('sale_cancellation', 'SELECT, INSERT');
CALL wall('sale_return', 'SELECT, INSERT');
CALL wall('sale_return_line', 'SELECT, INSERT');
CALL wall('sale_refund', 'SELECT, INSERT');
CALL wall('store_credit', 'SELECT, INSERT, UPDATE');
CALL wall('store_credit_entry', 'SELECT, INSERT');
