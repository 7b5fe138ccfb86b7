-- When somebody outside first looked at what a link opens.
ALTER TABLE "document_link" ADD COLUMN "opened_at" TIMESTAMPTZ(3);
