-- How far a drawer may be off what was expected before anybody is asked why.
ALTER TABLE "register" ADD COLUMN "tolerance" DECIMAL(14,2) NOT NULL DEFAULT 0,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE register ADD CONSTRAINT register_tolerance CHECK (tolerance >= 0);
