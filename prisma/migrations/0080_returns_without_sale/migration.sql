-- A line that comes back names the line that it was sold by, or a product: goods whose sale nobody knows any more.
ALTER TABLE sale_line DROP CONSTRAINT sale_line_returned_sign;
ALTER TABLE sale_line ADD CONSTRAINT sale_line_returned_sign CHECK (CASE WHEN quantity > 0 THEN returned_line_id IS NULL ELSE returned_line_id IS NOT NULL OR product_id IS NOT NULL END);
