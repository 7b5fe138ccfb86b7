-- Imports keep what was uploaded and what the person decided; work that outlives its request gets a queue.

ALTER TABLE "import_batch" ADD COLUMN     "choices" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "headings" TEXT,
ADD COLUMN     "new_categories" UUID[] DEFAULT ARRAY[]::UUID[];

ALTER TABLE "import_row" ADD COLUMN     "changes" JSONB;

CREATE TABLE "import_file" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "batch_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("tenant_id","batch_id")
);

CREATE TABLE "job" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "run_after" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claim" UUID,
    "touched_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "job_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "job_run_after_idx" ON "job"("run_after");
CREATE INDEX "import_batch_tenant_id_headings_idx" ON "import_batch"("tenant_id", "headings");
CREATE INDEX "import_batch_tenant_id_file_hash_idx" ON "import_batch"("tenant_id", "file_hash");
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_tenant_id_batch_id_fkey" FOREIGN KEY ("tenant_id", "batch_id") REFERENCES "import_batch"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "import_file" ADD CONSTRAINT "import_file_kind" CHECK (kind IN ('file', 'paste', 'rows'));
-- Workbooks are compressed already.
ALTER TABLE "import_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
CALL wall('import_file', 'SELECT, INSERT, DELETE');
CALL wall('job', 'SELECT, INSERT, UPDATE, DELETE');

-- The workers look for work of every tenant, as app_control: they learn whose it is, and enter that tenant through the gate to do it.
CREATE POLICY queue ON job TO app_control USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE, DELETE ON job TO app_control;
