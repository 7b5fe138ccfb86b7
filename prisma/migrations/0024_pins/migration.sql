-- Several people at one till: each has a PIN in this shop, and a device of the shop takes it. When somebody last proved who they are.
ALTER TABLE "membership" ADD COLUMN "pin_hash" BYTEA, ADD COLUMN "pin_set_at" TIMESTAMPTZ(3);
-- A PIN alone says who it is, so no two people of a shop have the same. The hash is a shop's own (argon2id under a key and salt of the shop).
CREATE UNIQUE INDEX "membership_tenant_id_pin_hash_key" ON "membership"("tenant_id", "pin_hash");

CREATE TABLE "shared_till" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "shared_by" UUID NOT NULL,
    "user_agent" TEXT,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "shared_till_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "shared_till_token_hash_key" ON "shared_till"("token_hash");
CREATE INDEX "shared_till_tenant_id_idx" ON "shared_till"("tenant_id");
ALTER TABLE "shared_till" ADD CONSTRAINT "shared_till_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
GRANT SELECT, INSERT, UPDATE ON shared_till TO app_control;

-- A session with a till was opened by a PIN there and never reaches beyond the counter; it goes with its till.
ALTER TABLE "session" ADD COLUMN "till_id" UUID, ADD COLUMN "proved_at" TIMESTAMPTZ(3);
ALTER TABLE "session" ADD CONSTRAINT "session_till_id_fkey" FOREIGN KEY ("till_id") REFERENCES "shared_till"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "session_till_id_idx" ON "session"("till_id");
ALTER TABLE "refresh_token" ADD COLUMN "proved_at" TIMESTAMPTZ(3);
UPDATE "session" SET proved_at = created_at;
UPDATE "refresh_token" SET proved_at = created_at;

-- The name that people sign in under follows the one that papers are printed with, in the transaction that changes it.
CREATE FUNCTION follow_shop_name() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'shop of a tenant that was not entered' USING ERRCODE = '42501';
  END IF;
  UPDATE tenant SET name = NEW.name WHERE id = NEW.tenant_id;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION follow_shop_name() FROM PUBLIC;
CREATE TRIGGER follow_shop_name AFTER UPDATE OF name ON shop FOR EACH ROW WHEN (NEW.name IS DISTINCT FROM OLD.name) EXECUTE FUNCTION follow_shop_name();
