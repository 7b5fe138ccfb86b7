-- What a second member allowed with their PIN: a sale, a return or a cancellation beyond the limits of who made it. One approval serves one document.
CREATE TABLE "approval" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "document_kind" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "kinds" TEXT[],
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE UNIQUE INDEX "approval_tenant_id_document_kind_document_id_key" ON "approval"("tenant_id", "document_kind", "document_id");
ALTER TABLE "approval" ADD CONSTRAINT "approval_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "approval" ADD CONSTRAINT "approval_tenant_id_asked_by_fkey" FOREIGN KEY ("tenant_id", "asked_by") REFERENCES "member"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE approval ADD CONSTRAINT approval_values CHECK (member_id <> asked_by AND document_kind IN ('sale', 'sale_return', 'sale_cancellation') AND cardinality(kinds) > 0 AND reason <> '');
CALL wall('approval', 'SELECT, INSERT');
