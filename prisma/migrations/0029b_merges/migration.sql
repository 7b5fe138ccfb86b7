-- Two products that were one: the absorbed one is archived and leads to the survivor; what moved is written down, so that it can go back.
ALTER TABLE product ADD COLUMN merged_into_id uuid;
CREATE INDEX product_tenant_id_merged_into_id_idx ON product (tenant_id, merged_into_id);
ALTER TABLE product ADD CONSTRAINT product_tenant_id_merged_into_id_fkey FOREIGN KEY (tenant_id, merged_into_id) REFERENCES product (tenant_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE product ADD CONSTRAINT product_merged CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND NOT is_active));

CREATE TABLE product_merge (
    tenant_id uuid NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    id uuid NOT NULL,
    survivor_id uuid NOT NULL,
    absorbed_id uuid NOT NULL,
    at timestamptz(3) NOT NULL,
    moved jsonb NOT NULL,
    undone_at timestamptz(3),
    CONSTRAINT product_merge_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX product_merge_tenant_id_survivor_id_idx ON product_merge (tenant_id, survivor_id);
CREATE INDEX product_merge_tenant_id_absorbed_id_idx ON product_merge (tenant_id, absorbed_id);
ALTER TABLE product_merge ADD CONSTRAINT product_merge_tenant_id_survivor_id_fkey FOREIGN KEY (tenant_id, survivor_id) REFERENCES product (tenant_id, id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE product_merge ADD CONSTRAINT product_merge_tenant_id_absorbed_id_fkey FOREIGN KEY (tenant_id, absorbed_id) REFERENCES product (tenant_id, id) ON DELETE CASCADE ON UPDATE CASCADE;
CALL wall('product_merge', 'SELECT, INSERT, UPDATE');
