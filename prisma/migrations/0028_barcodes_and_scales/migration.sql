-- A code may stand for a box or a pack of the product; scales write codes of the shop's own.
ALTER TABLE product_barcode ADD COLUMN unit text;
ALTER TABLE product_barcode ADD CONSTRAINT product_barcode_unit CHECK (unit <> '');
ALTER TABLE shop ADD COLUMN scale_codes jsonb NOT NULL DEFAULT '[]';
ALTER TABLE shop ADD CONSTRAINT shop_scale_codes CHECK (jsonb_typeof(scale_codes) = 'array');
