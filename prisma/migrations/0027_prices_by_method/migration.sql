-- What payment methods and instalments add to a sale or take off it, by list, by sale, by line and by payment.

ALTER TABLE "price_list" ADD COLUMN "installments" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "sale" ADD COLUMN "adjustment" DECIMAL(14,2) NOT NULL DEFAULT 0;
ALTER TABLE "sale_line" ADD COLUMN "adjustment" DECIMAL(14,2) NOT NULL DEFAULT 0;
ALTER TABLE "sale_payment" ADD COLUMN "installments" SMALLINT, ADD COLUMN "adjustment" DECIMAL(14,2) NOT NULL DEFAULT 0;

ALTER TABLE sale DROP CONSTRAINT sale_arithmetic,
  ADD CONSTRAINT sale_arithmetic CHECK (total = subtotal - discount + adjustment AND total >= 0 AND tax >= 0 AND change >= 0);
ALTER TABLE sale_line DROP CONSTRAINT sale_line_arithmetic,
  ADD CONSTRAINT sale_line_arithmetic CHECK (total = gross - line_discount - ticket_discount + adjustment AND quantity <> 0);
ALTER TABLE sale_payment ADD CONSTRAINT sale_payment_installments CHECK (installments IS NULL OR (installments > 1 AND method = 'credit'));
