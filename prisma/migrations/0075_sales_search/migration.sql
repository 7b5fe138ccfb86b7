-- Sales are looked for by what they came to, and a customer's by their numbers.
CREATE INDEX "sale_tenant_id_total_idx" ON "sale"("tenant_id", "total");
DROP INDEX "sale_tenant_id_customer_id_idx";
CREATE INDEX "sale_tenant_id_customer_id_number_idx" ON "sale"("tenant_id", "customer_id", "number");
DROP INDEX "sale_tenant_id_business_date_idx";
CREATE INDEX "sale_tenant_id_business_date_number_idx" ON "sale"("tenant_id", "business_date", "number");
-- What of a product was sold is read without its lines.
DROP INDEX "sale_line_tenant_id_product_id_idx";
CREATE INDEX "sale_line_tenant_id_product_id_sale_id_idx" ON "sale_line"("tenant_id", "product_id", "sale_id");
