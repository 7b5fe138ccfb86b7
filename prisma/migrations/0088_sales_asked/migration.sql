-- Sales by who sold them, by how they were paid and by what became of them: each is read by an index of its own.
CREATE INDEX "sale_tenant_id_member_id_number_idx" ON "sale"("tenant_id", "member_id", "number");
CREATE INDEX "sale_payment_tenant_id_method_sale_id_idx" ON "sale_payment"("tenant_id", "method", "sale_id");
CREATE INDEX "sale_state_tenant_id_status_sale_id_idx" ON "sale_state"("tenant_id", "status", "sale_id");

-- Equality of numerics is no part of an index under the policies (it is not leakproof): all totals of a shop are looked at, in the index alone.
DROP INDEX "sale_tenant_id_total_idx";
CREATE INDEX "sale_tenant_id_total_id_idx" ON "sale"("tenant_id", "total", "id");

-- The sales that pass everything that is asked of them; what is null is not asked. Written once and unfolded into each statement that asks, with the
-- caller's rights, so that the planner sees through it.
CREATE FUNCTION sales_asked(
  from_day date, to_day date, customer uuid, seller uuid, state text, paid_by text, below bigint, asked_number bigint, asked_total numeric, asked_customers uuid[], asked_products uuid[]
) RETURNS TABLE (id uuid, number bigint)
LANGUAGE sql STABLE AS $$
  SELECT s.id, s.number FROM sale s
   WHERE (from_day IS NULL OR s.business_date >= from_day) AND (to_day IS NULL OR s.business_date <= to_day)
     AND (customer IS NULL OR s.customer_id = customer) AND (seller IS NULL OR s.member_id = seller) AND (below IS NULL OR s.number < below)
     AND (state IS NULL OR coalesce((SELECT t.status FROM sale_state t WHERE t.tenant_id = s.tenant_id AND t.sale_id = s.id), 'completed') = state)
     AND (paid_by IS NULL OR EXISTS (SELECT FROM sale_payment p WHERE p.tenant_id = s.tenant_id AND p.sale_id = s.id AND p.method = paid_by))
     AND ((asked_number IS NULL AND asked_total IS NULL AND asked_customers IS NULL AND asked_products IS NULL)
          OR s.number = asked_number OR s.total = asked_total OR s.customer_id = ANY (asked_customers)
          OR EXISTS (SELECT FROM sale_line l WHERE l.tenant_id = s.tenant_id AND l.sale_id = s.id AND l.product_id = ANY (asked_products)))
$$;
REVOKE ALL ON FUNCTION sales_asked(date, date, uuid, uuid, text, text, bigint, bigint, numeric, uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sales_asked(date, date, uuid, uuid, text, text, bigint, bigint, numeric, uuid[], uuid[]) TO app_tenant;
