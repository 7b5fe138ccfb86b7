-- What a shop wants to know of its products besides what every shop does. Values stand in product.custom_fields, by the field's id.
CREATE TABLE custom_field (
    tenant_id uuid NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    options text[] DEFAULT ARRAY[]::text[],
    place integer NOT NULL,
    CONSTRAINT custom_field_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX custom_field_tenant_id_name_key ON custom_field (tenant_id, name);
ALTER TABLE custom_field ADD CONSTRAINT custom_field_kind CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no'));
CALL wall('custom_field', 'SELECT, INSERT, UPDATE, DELETE');
