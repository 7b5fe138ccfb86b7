-- A second factor: codes of an authenticator (RFC 6238), recovery codes, and the owner's wish that the team has one.
ALTER TABLE "user" ADD COLUMN "totp_secret" TEXT, ADD COLUMN "totp_since" TIMESTAMPTZ(3), ADD COLUMN "totp_step" BIGINT;
ALTER TABLE "tenant" ADD COLUMN "require_totp" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "recovery_code" (
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id","code_hash")
);

ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO app_control;
