-- As in 0003_search, in a language that is not written into its caller: there the text was put together again for each of the places that
-- folding looks at it in, and a new product paid for it three times.
CREATE OR REPLACE FUNCTION search_text_of(name text, brand text, sku text, supplier_code text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  given CONSTANT text := concat_ws(' ', name, brand, sku, supplier_code, nullif(translate(sku, ' -./_', ''), sku),
      nullif(translate(supplier_code, ' -./_', ''), supplier_code), substring(sku from '[^1-9]([1-9][0-9]{0,11})$'));
BEGIN
  RETURN ' ' || search_fold(given) || ' ';
END $$;
