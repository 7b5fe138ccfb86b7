-- As in 0029a_kits; a component whose cost is in another currency counts at the rate of the day, and a new rate moves the kits. Without a rate the
-- kit's cost is unknown, as before.
CREATE OR REPLACE FUNCTION refresh_kits() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Its own writing calls it again.
  IF pg_trigger_depth() > 1 OR NOT EXISTS (SELECT FROM product WHERE kit_pricing IS NOT NULL) THEN RETURN NULL; END IF;
  FOR layer IN 1..10 LOOP
    UPDATE product p
       SET cost_price = n.cost, sale_price = CASE WHEN p.kit_pricing = 'sum' THEN n.price ELSE p.sale_price END, version = p.version + 1, priced_at = statement_timestamp()
      FROM (SELECT k.tenant_id, k.kit_id,
                   CASE WHEN bool_and(c.cost_price IS NOT NULL AND (c.cost_currency = kit.cost_currency OR r.rate / own.rate IS NOT NULL))
                        THEN round(sum(k.quantity * c.cost_price * CASE WHEN c.cost_currency = kit.cost_currency THEN 1 ELSE r.rate / own.rate END), 4) END AS cost,
                   CASE WHEN bool_and(c.sale_price IS NOT NULL) THEN round(sum(k.quantity * c.sale_price), 4) END AS price
              FROM kit_component k
              JOIN product c ON c.tenant_id = k.tenant_id AND c.id = k.component_id
              JOIN product kit ON kit.tenant_id = k.tenant_id AND kit.id = k.kit_id
              LEFT JOIN current_rate r ON r.tenant_id = k.tenant_id AND r.currency = c.cost_currency
              LEFT JOIN current_rate own ON own.tenant_id = k.tenant_id AND own.currency = kit.cost_currency
             GROUP BY k.tenant_id, k.kit_id) n
     WHERE p.tenant_id = n.tenant_id AND p.id = n.kit_id AND p.kit_pricing IS NOT NULL
       AND (p.cost_price IS DISTINCT FROM n.cost OR (p.kit_pricing = 'sum' AND p.sale_price IS DISTINCT FROM n.price));
    EXIT WHEN NOT FOUND;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER refresh_kits_rate AFTER INSERT OR UPDATE OR DELETE ON exchange_rate FOR EACH STATEMENT EXECUTE FUNCTION refresh_kits();
