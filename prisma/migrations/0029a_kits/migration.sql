-- Kits: products made of others. A kit keeps no stock of its own; its cost, and its price where it is the sum, follow its components.
CREATE TABLE kit_component (
    tenant_id uuid NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    kit_id uuid NOT NULL,
    component_id uuid NOT NULL,
    quantity numeric(14,3) NOT NULL,
    CONSTRAINT kit_component_pkey PRIMARY KEY (tenant_id, kit_id, component_id)
);
CREATE INDEX kit_component_tenant_id_component_id_idx ON kit_component (tenant_id, component_id);
ALTER TABLE kit_component ADD CONSTRAINT kit_component_tenant_id_kit_id_fkey FOREIGN KEY (tenant_id, kit_id) REFERENCES product (tenant_id, id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE kit_component ADD CONSTRAINT kit_component_tenant_id_component_id_fkey FOREIGN KEY (tenant_id, component_id) REFERENCES product (tenant_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE kit_component ADD CONSTRAINT kit_component_quantity CHECK (quantity > 0 AND kit_id <> component_id);
CALL wall('kit_component', 'SELECT, INSERT, UPDATE, DELETE');

ALTER TABLE product ADD COLUMN kit_pricing text;
ALTER TABLE product ADD CONSTRAINT product_kit_pricing CHECK (kit_pricing IN ('own', 'sum'));
CREATE INDEX product_kits ON product (tenant_id, id) WHERE kit_pricing IS NOT NULL;
-- What a line of a kit took from the shelves, per unit of the line: kits change, documents do not.
ALTER TABLE sale_line ADD COLUMN parts jsonb;

-- The products that a kit comes to, kits within it taken apart.
CREATE FUNCTION kit_parts(kit uuid) RETURNS TABLE (component_id uuid, quantity numeric)
LANGUAGE sql STABLE ROWS 8 SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE part AS (
    SELECT k.component_id, k.quantity::numeric AS quantity, 1 AS depth FROM kit_component k WHERE k.kit_id = kit
    UNION ALL
    SELECT k.component_id, p.quantity * k.quantity, p.depth + 1 FROM part p JOIN kit_component k ON k.kit_id = p.component_id WHERE p.depth < 10)
  SELECT p.component_id, sum(p.quantity) FROM part p WHERE NOT EXISTS (SELECT FROM kit_component k WHERE k.kit_id = p.component_id) GROUP BY p.component_id
$$;

-- How many whole kits the shelves give, at one location or over all.
CREATE FUNCTION kit_stock(kit uuid, place uuid) RETURNS numeric
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(min(greatest(floor(coalesce(l.available, 0) / q.quantity), 0)), 0)::numeric(14, 3)
    FROM kit_parts(kit) q
    LEFT JOIN LATERAL (SELECT sum(s.on_hand - s.reserved) AS available FROM stock_level s WHERE s.product_id = q.component_id AND (place IS NULL OR s.location_id = place)) l ON true
$$;

-- Cost and, where it is the sum, price of every kit that no longer agrees with its components; from the inside out, since kits may hold kits.
CREATE FUNCTION refresh_kits() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Its own writing calls it again.
  IF pg_trigger_depth() > 1 OR NOT EXISTS (SELECT FROM product WHERE kit_pricing IS NOT NULL) THEN RETURN NULL; END IF;
  FOR layer IN 1..10 LOOP
    UPDATE product p
       SET cost_price = n.cost, sale_price = CASE WHEN p.kit_pricing = 'sum' THEN n.price ELSE p.sale_price END, version = p.version + 1, priced_at = statement_timestamp()
      FROM (SELECT k.tenant_id, k.kit_id,
                   CASE WHEN bool_and(c.cost_price IS NOT NULL AND c.cost_currency = kit.cost_currency) THEN round(sum(k.quantity * c.cost_price), 4) END AS cost,
                   CASE WHEN bool_and(c.sale_price IS NOT NULL) THEN round(sum(k.quantity * c.sale_price), 4) END AS price
              FROM kit_component k
              JOIN product c ON c.tenant_id = k.tenant_id AND c.id = k.component_id
              JOIN product kit ON kit.tenant_id = k.tenant_id AND kit.id = k.kit_id
             GROUP BY k.tenant_id, k.kit_id) n
     WHERE p.tenant_id = n.tenant_id AND p.id = n.kit_id AND p.kit_pricing IS NOT NULL
       AND (p.cost_price IS DISTINCT FROM n.cost OR (p.kit_pricing = 'sum' AND p.sale_price IS DISTINCT FROM n.price));
    EXIT WHEN NOT FOUND;
  END LOOP;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION kit_parts(uuid), kit_stock(uuid, uuid), refresh_kits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kit_parts(uuid), kit_stock(uuid, uuid) TO app_tenant;
-- Per statement: a repricing of 100,000 products looks at the kits once per batch, and a shop without kits looks into an empty index.
CREATE TRIGGER refresh_kits AFTER UPDATE OF sale_price, cost_price, cost_currency ON product FOR EACH STATEMENT EXECUTE FUNCTION refresh_kits();
CREATE TRIGGER refresh_kits_changed AFTER INSERT OR UPDATE OR DELETE ON kit_component FOR EACH STATEMENT EXECUTE FUNCTION refresh_kits();

-- A kit is out of stock when its components are; a kit has no levels of its own.
CREATE OR REPLACE FUNCTION product_in_state(product uuid, price numeric, floor_stock numeric, state text) RETURNS boolean
LANGUAGE sql STABLE RETURN CASE state
  WHEN 'no_price' THEN price IS NULL
  WHEN 'no_barcode' THEN NOT EXISTS (SELECT FROM product_barcode b WHERE b.product_id = product)
  WHEN 'no_stock' THEN coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = product), kit_stock(product, NULL)) <= 0
  WHEN 'low_stock' THEN coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = product), kit_stock(product, NULL)) < floor_stock
  WHEN 'draft' THEN EXISTS (SELECT FROM product p WHERE p.id = product AND p.is_draft)
  WHEN 'archived' THEN EXISTS (SELECT FROM product p WHERE p.id = product AND NOT p.is_draft AND NOT p.is_active)
  ELSE true END;
