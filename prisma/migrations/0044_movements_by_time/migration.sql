-- All movements of the shop, the newest first: without it the page of them reads and sorts the whole ledger.
CREATE INDEX "stock_movement_tenant_id_at_seq_id_idx" ON "stock_movement"("tenant_id", "at", "seq", "id");
