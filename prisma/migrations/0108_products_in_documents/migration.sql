-- Which of these products stand in a document, a ledger or another product: they can be archived, not deleted. Asked in one place, because each
-- table that refers to products and restricts their deletion has to be named (tests/catalogue/products.test.ts compares).
CREATE FUNCTION products_in_use(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT one.id FROM unnest(ids) AS one (id)
   WHERE EXISTS (SELECT FROM stock_movement r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM stock_level r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM sale_line r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM stock_transfer_line r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM stock_count_entry r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM purchase_line r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM purchase_order_line r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM goods_receipt_line r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM receipt_match r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM bill_difference r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM supplier_return_line r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM lost_demand r WHERE r.product_id = one.id)
      OR EXISTS (SELECT FROM kit_component r WHERE r.component_id = one.id)
      OR EXISTS (SELECT FROM product r WHERE r.merged_into_id = one.id)
      OR EXISTS (SELECT FROM product r WHERE r.id = one.id AND r.merged_into_id IS NOT NULL)
$$;
REVOKE ALL ON FUNCTION products_in_use(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION products_in_use(uuid[]) TO app_tenant;
