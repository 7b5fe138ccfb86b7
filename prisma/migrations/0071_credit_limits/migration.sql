-- How much a customer may owe; null: as much as whoever sells on account lets them.
ALTER TABLE "customer" ADD COLUMN "credit_limit" DECIMAL(14,2);
ALTER TABLE customer ADD CONSTRAINT customer_credit_limit CHECK (credit_limit >= 0);
