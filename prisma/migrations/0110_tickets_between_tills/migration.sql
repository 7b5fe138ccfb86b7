-- Which device put a ticket aside or took it: the same one may ask again when the answer was lost, and no other one can.
ALTER TABLE "held_ticket" ADD COLUMN "device_id" UUID;

-- What stands aside is few, what stood aside once is many: their state first.
DROP INDEX "held_ticket_tenant_id_location_id_status_idx";
CREATE INDEX "held_ticket_tenant_id_status_location_id_idx" ON "held_ticket"("tenant_id", "status", "location_id");
