-- Customers with a name, what they owe and what they pay.

ALTER TABLE "customer" ADD COLUMN "phone" TEXT,
ADD COLUMN "email" TEXT,
ADD COLUMN "document_type" TEXT,
ADD COLUMN "document" TEXT,
ADD COLUMN "address" TEXT,
ADD COLUMN "price_list_id" UUID,
ADD COLUMN "notes" TEXT,
ADD COLUMN "is_active" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

CREATE TABLE "customer_entry" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "business_date" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "customer_payment" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "business_date" DATE NOT NULL,
    "notes" TEXT,
    "shift_id" UUID,
    "request_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_payment_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "customer_entry_tenant_id_customer_id_at_id_idx" ON "customer_entry"("tenant_id", "customer_id", "at", "id");

CREATE INDEX "customer_entry_tenant_id_source_id_idx" ON "customer_entry"("tenant_id", "source_id");

CREATE INDEX "customer_payment_tenant_id_customer_id_idx" ON "customer_payment"("tenant_id", "customer_id");

CREATE INDEX "customer_payment_tenant_id_shift_id_idx" ON "customer_payment"("tenant_id", "shift_id");

ALTER TABLE "customer" ADD CONSTRAINT "customer_tenant_id_price_list_id_fkey" FOREIGN KEY ("tenant_id", "price_list_id") REFERENCES "price_list"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "customer_entry" ADD CONSTRAINT "customer_entry_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "customer_payment" ADD CONSTRAINT "customer_payment_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "customer_payment" ADD CONSTRAINT "customer_payment_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "customer_payment" ADD CONSTRAINT "customer_payment_tenant_id_shift_id_fkey" FOREIGN KEY ("tenant_id", "shift_id") REFERENCES "till_shift"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One document is one customer.
CREATE UNIQUE INDEX customer_document ON customer (tenant_id, document) WHERE document IS NOT NULL;

ALTER TABLE customer ADD CONSTRAINT customer_document_type CHECK ((document IS NULL) = (document_type IS NULL) AND (document_type IS NULL OR document_type IN ('dni', 'cuit', 'cnpj', 'other')));
ALTER TABLE customer_entry ADD CONSTRAINT customer_entry_kind CHECK (kind IN ('sale', 'sale_cancelled', 'return', 'payment') AND amount <> 0);
ALTER TABLE customer_payment ADD CONSTRAINT customer_payment_values CHECK (amount > 0 AND method IN ('cash', 'debit', 'credit', 'transfer', 'wallet'));

CALL wall('customer_entry', 'SELECT, INSERT');
CALL wall('customer_payment', 'SELECT, INSERT');
