-- The team: a tenant's own permission sets, invitations, and who did what from where.
CREATE TABLE "permission_set" (
    "tenant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "patterns" TEXT[],
    "thresholds" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "permission_set_pkey" PRIMARY KEY ("tenant_id","key")
);

CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "permission_set" TEXT,
    "permissions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "thresholds" JSONB NOT NULL DEFAULT '{}',
    "token_hash" BYTEA NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");
CREATE INDEX "invitation_tenant_id_idx" ON "invitation"("tenant_id");
ALTER TABLE "permission_set" ADD CONSTRAINT "permission_set_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "audit_entry" ADD COLUMN "role" TEXT, ADD COLUMN "agent" TEXT;

-- Nobody is invited as owner: ownership is handed over by one who has it.
ALTER TABLE invitation ADD CONSTRAINT invitation_role CHECK (role IN ('ADMIN', 'STAFF'));
CREATE UNIQUE INDEX invitation_one_open ON invitation (tenant_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON permission_set TO app_control;
GRANT SELECT, INSERT, UPDATE ON invitation TO app_control;
-- An answer under an Idempotency-Key is stored with its effect; control code adds it and never reads one.
GRANT INSERT ON idempotency TO app_control;

-- The name that documents know somebody by comes and goes with their membership, in its transaction, which has entered the tenant.
CREATE FUNCTION follow_membership() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'membership of a tenant that was not entered' USING ERRCODE = '42501';
  END IF;
  UPDATE member SET active = NEW.deactivated_at IS NULL WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION follow_membership() FROM PUBLIC;
CREATE TRIGGER follow_membership AFTER UPDATE OF deactivated_at ON membership FOR EACH ROW EXECUTE FUNCTION follow_membership();
