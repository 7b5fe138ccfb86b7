-- What a shop's receipts say of it, what was printed of a sale or a return, and one table for every link that is opened without an account.

ALTER TABLE "shop" ADD COLUMN     "legal_name" TEXT,
ADD COLUMN     "tax_condition" TEXT,
ADD COLUMN     "tax_id" TEXT;
ALTER TABLE shop ADD CONSTRAINT shop_tax_condition CHECK (tax_condition IN ('registered', 'simplified', 'exempt'));

CREATE TABLE "receipt_print" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "sale_id" UUID NOT NULL,
    "return_id" UUID,
    "form" TEXT NOT NULL,
    "is_copy" BOOLEAN NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_print_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "receipt_print_tenant_id_sale_id_idx" ON "receipt_print"("tenant_id", "sale_id");
ALTER TABLE "receipt_print" ADD CONSTRAINT "receipt_print_tenant_id_sale_id_fkey" FOREIGN KEY ("tenant_id", "sale_id") REFERENCES "sale"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "receipt_print" ADD CONSTRAINT "receipt_print_tenant_id_return_id_fkey" FOREIGN KEY ("tenant_id", "return_id") REFERENCES "sale_return"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "receipt_print" ADD CONSTRAINT "receipt_print_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE receipt_print ADD CONSTRAINT receipt_print_form CHECK (form IN ('80', '58', 'a4'));
CALL wall('receipt_print', 'SELECT, INSERT');

-- The supplier's way to an order becomes one kind of link among others; its rows and the rights of the control role stay.
ALTER TABLE "purchase_order_link" RENAME TO "document_link";
ALTER TABLE "document_link" RENAME CONSTRAINT "purchase_order_link_pkey" TO "document_link_pkey";
ALTER TABLE "document_link" RENAME CONSTRAINT "purchase_order_link_tenant_id_fkey" TO "document_link_tenant_id_fkey";
ALTER INDEX "purchase_order_link_token_hash_key" RENAME TO "document_link_token_hash_key";
DROP INDEX "purchase_order_link_tenant_id_purchase_order_id_idx";
ALTER TABLE "document_link" RENAME COLUMN "purchase_order_id" TO "document_id";
ALTER TABLE "document_link" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'purchase_order';
ALTER TABLE "document_link" ALTER COLUMN "kind" DROP DEFAULT;
CREATE INDEX "document_link_tenant_id_document_id_idx" ON "document_link"("tenant_id", "document_id");
ALTER TABLE document_link ADD CONSTRAINT document_link_kind CHECK (kind IN ('purchase_order', 'sale'));
