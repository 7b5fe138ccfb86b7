-- A sold line keeps what made its price: the list that said it, and the quantity break as it was then.
ALTER TABLE "sale_line" ADD COLUMN     "break_from" DECIMAL(14,3),
ADD COLUMN     "break_percent" DECIMAL(9,2),
ADD COLUMN     "price_list_id" UUID;
ALTER TABLE "sale_line" ADD CONSTRAINT "sale_line_tenant_id_price_list_id_fkey" FOREIGN KEY ("tenant_id", "price_list_id") REFERENCES "price_list"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE sale_line ADD CONSTRAINT sale_line_break CHECK ((break_from IS NULL) = (break_percent IS NULL));
