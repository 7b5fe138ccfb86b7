-- Where there are no small coins, cash is rounded in the customer's favour; what that took off stands on the sale.
ALTER TABLE "shop" ADD COLUMN "cash_rounding" DECIMAL(14,2);
ALTER TABLE "sale" ADD COLUMN "rounding" DECIMAL(14,2) NOT NULL DEFAULT 0;
ALTER TABLE shop ADD CONSTRAINT shop_cash_rounding CHECK (cash_rounding > 0);
ALTER TABLE sale ADD CONSTRAINT sale_rounding CHECK (rounding <= 0);
