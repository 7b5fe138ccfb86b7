-- Categories that a sample catalogue brought: they go with it once they are empty.
ALTER TABLE category ADD COLUMN is_sample boolean NOT NULL DEFAULT false;

-- Whether a product is out of stock, under its minimum, without a price or without a barcode; null asks nothing.
CREATE OR REPLACE FUNCTION product_in_state(product uuid, price numeric, floor_stock numeric, state text) RETURNS boolean
LANGUAGE sql STABLE RETURN CASE state
  WHEN 'no_price' THEN price IS NULL
  WHEN 'no_barcode' THEN NOT EXISTS (SELECT FROM product_barcode b WHERE b.product_id = product)
  WHEN 'no_stock' THEN coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = product), 0) <= 0
  WHEN 'low_stock' THEN coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = product), 0) < floor_stock
  ELSE true END;
