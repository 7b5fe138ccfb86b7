-- Mails wait here until they are sent, and the single-use links in some of them.
CREATE TABLE "auth_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_token_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "link" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "auth_token_token_hash_key" ON "auth_token"("token_hash");
CREATE INDEX "auth_token_user_id_idx" ON "auth_token"("user_id");
ALTER TABLE "auth_token" ADD CONSTRAINT "auth_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX mail_waiting ON mail (next_at) WHERE sent_at IS NULL AND failed_at IS NULL;
ALTER TABLE auth_token ADD CONSTRAINT auth_token_kind CHECK (kind IN ('verify', 'reset', 'email'));

GRANT SELECT, INSERT, UPDATE ON auth_token TO app_control;
GRANT SELECT, INSERT, UPDATE, DELETE ON mail TO app_control;
