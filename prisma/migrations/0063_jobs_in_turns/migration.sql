-- Shops are served in turn (docs/decisions/056). Work that cannot stop half-way is told apart, and an undoing of prices that gave way knows how far it came:
-- rows that it keeps look like rows that it has not seen.
ALTER TABLE "job" ADD COLUMN "is_long" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "price_undo" ADD COLUMN "reached" UUID;
