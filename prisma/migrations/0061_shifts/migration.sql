-- Turns at a register, from the opening float to the numbered report that ends them, and tickets that stand aside.

ALTER TABLE "register" ADD COLUMN "is_active" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "sale" ADD COLUMN "shift_id" UUID;
ALTER TABLE "sale_return" ADD COLUMN "shift_id" UUID;
ALTER TABLE "sale_cancellation" ADD COLUMN "shift_id" UUID;

CREATE TABLE "till_shift" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "register_id" UUID NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "float" DECIMAL(14,2) NOT NULL,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "till_shift_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "cash_movement" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "purpose" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cash_movement_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "shift_count" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "counted" JSONB NOT NULL,

    CONSTRAINT "shift_count_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "z_report" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "shift_id" UUID NOT NULL,
    "register_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "z_report_pkey" PRIMARY KEY ("tenant_id","shift_id")
);

CREATE TABLE "held_ticket" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "register_id" UUID,
    "name" TEXT NOT NULL,
    "total" DECIMAL(14,2) NOT NULL,
    "content" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'held',
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "held_ticket_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "till_shift_tenant_id_register_id_opened_at_idx" ON "till_shift"("tenant_id", "register_id", "opened_at");

CREATE INDEX "cash_movement_tenant_id_shift_id_idx" ON "cash_movement"("tenant_id", "shift_id");

CREATE INDEX "shift_count_tenant_id_shift_id_idx" ON "shift_count"("tenant_id", "shift_id");

CREATE UNIQUE INDEX "z_report_tenant_id_register_id_number_key" ON "z_report"("tenant_id", "register_id", "number");

CREATE INDEX "held_ticket_tenant_id_location_id_status_idx" ON "held_ticket"("tenant_id", "location_id", "status");

ALTER TABLE "sale" ADD CONSTRAINT "sale_tenant_id_shift_id_fkey" FOREIGN KEY ("tenant_id", "shift_id") REFERENCES "till_shift"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_cancellation" ADD CONSTRAINT "sale_cancellation_tenant_id_shift_id_fkey" FOREIGN KEY ("tenant_id", "shift_id") REFERENCES "till_shift"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sale_return" ADD CONSTRAINT "sale_return_tenant_id_shift_id_fkey" FOREIGN KEY ("tenant_id", "shift_id") REFERENCES "till_shift"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "till_shift" ADD CONSTRAINT "till_shift_tenant_id_register_id_fkey" FOREIGN KEY ("tenant_id", "register_id") REFERENCES "register"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "till_shift" ADD CONSTRAINT "till_shift_tenant_id_opened_by_fkey" FOREIGN KEY ("tenant_id", "opened_by") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "till_shift" ADD CONSTRAINT "till_shift_tenant_id_closed_by_fkey" FOREIGN KEY ("tenant_id", "closed_by") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "cash_movement" ADD CONSTRAINT "cash_movement_tenant_id_shift_id_fkey" FOREIGN KEY ("tenant_id", "shift_id") REFERENCES "till_shift"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "cash_movement" ADD CONSTRAINT "cash_movement_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "shift_count" ADD CONSTRAINT "shift_count_tenant_id_shift_id_fkey" FOREIGN KEY ("tenant_id", "shift_id") REFERENCES "till_shift"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "shift_count" ADD CONSTRAINT "shift_count_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "z_report" ADD CONSTRAINT "z_report_tenant_id_shift_id_fkey" FOREIGN KEY ("tenant_id", "shift_id") REFERENCES "till_shift"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "z_report" ADD CONSTRAINT "z_report_tenant_id_register_id_fkey" FOREIGN KEY ("tenant_id", "register_id") REFERENCES "register"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "held_ticket" ADD CONSTRAINT "held_ticket_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "held_ticket" ADD CONSTRAINT "held_ticket_tenant_id_register_id_fkey" FOREIGN KEY ("tenant_id", "register_id") REFERENCES "register"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "held_ticket" ADD CONSTRAINT "held_ticket_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One open shift per register, whoever asks at once.
CREATE UNIQUE INDEX till_shift_one_open ON till_shift (tenant_id, register_id) WHERE closed_at IS NULL;
-- What a shift holds is asked for when it is counted; what was sold outside any is not in it.
CREATE INDEX sale_of_shift ON sale (tenant_id, shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX sale_return_of_shift ON sale_return (tenant_id, shift_id) WHERE shift_id IS NOT NULL;

ALTER TABLE till_shift ADD CONSTRAINT till_shift_values CHECK (float >= 0 AND (closed_at IS NULL) = (closed_by IS NULL));
ALTER TABLE cash_movement ADD CONSTRAINT cash_movement_values CHECK (amount <> 0 AND purpose IN ('safe', 'bank', 'expense', 'owner'));
ALTER TABLE z_report ADD CONSTRAINT z_report_number CHECK (number > 0);
ALTER TABLE held_ticket ADD CONSTRAINT held_ticket_status CHECK (status IN ('held', 'taken', 'discarded'));

CALL wall('till_shift', 'SELECT, INSERT, UPDATE');
CALL wall('cash_movement', 'SELECT, INSERT');
CALL wall('shift_count', 'SELECT, INSERT');
CALL wall('z_report', 'SELECT, INSERT');
CALL wall('held_ticket', 'SELECT, INSERT, UPDATE');
