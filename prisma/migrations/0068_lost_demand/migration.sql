-- What somebody asked for and the shop had not: what a forecast needs beside the sales, since nobody sells what is not there.
CREATE TABLE "lost_demand" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "business_date" DATE NOT NULL,
    "product_id" UUID,
    "words" TEXT,
    "folded" TEXT,
    "quantity" DECIMAL(14,3) NOT NULL,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "lost_demand_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "lost_demand_tenant_id_business_date_idx" ON "lost_demand"("tenant_id", "business_date");
CREATE INDEX "lost_demand_tenant_id_product_id_idx" ON "lost_demand"("tenant_id", "product_id");
ALTER TABLE "lost_demand" ADD CONSTRAINT "lost_demand_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "lost_demand" ADD CONSTRAINT "lost_demand_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "lost_demand" ADD CONSTRAINT "lost_demand_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE lost_demand ADD CONSTRAINT lost_demand_what CHECK ((product_id IS NULL) = (words IS NOT NULL) AND (words IS NULL) = (folded IS NULL) AND quantity > 0);
CALL wall('lost_demand', 'SELECT, INSERT');
