-- Variants are products of their own; a family says what they have in common and by what they differ.
CREATE TABLE product_family (
    tenant_id uuid NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    id uuid NOT NULL,
    name text NOT NULL,
    attributes text[],
    created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT product_family_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX product_family_tenant_id_name_key ON product_family (tenant_id, name);
CALL wall('product_family', 'SELECT, INSERT, UPDATE');
ALTER TABLE product_family ADD CONSTRAINT product_family_attributes CHECK (cardinality(attributes) BETWEEN 1 AND 3);

ALTER TABLE product ADD COLUMN family_id uuid, ADD COLUMN variant_values text[] DEFAULT ARRAY[]::text[];
CREATE INDEX product_tenant_id_family_id_idx ON product (tenant_id, family_id);
ALTER TABLE product ADD CONSTRAINT product_tenant_id_family_id_fkey FOREIGN KEY (tenant_id, family_id) REFERENCES product_family (tenant_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
-- Two siblings that nothing tells apart would be one product twice.
CREATE UNIQUE INDEX product_variant ON product (tenant_id, family_id, variant_values) WHERE family_id IS NOT NULL;
