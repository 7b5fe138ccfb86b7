-- When a ticket last was put aside, taken or discarded: asked every other second for each shop whose tills are open.
CREATE INDEX "held_ticket_tenant_id_at_idx" ON "held_ticket"("tenant_id", "at");
