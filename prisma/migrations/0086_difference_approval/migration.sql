-- Beyond how much a till closes with a second member's word only; null: never.
ALTER TABLE "register" ADD COLUMN "approval_above" DECIMAL(14,2);
ALTER TABLE register ADD CONSTRAINT register_approval_above CHECK (approval_above >= tolerance);

ALTER TABLE approval DROP CONSTRAINT approval_values;
ALTER TABLE approval ADD CONSTRAINT approval_values CHECK (member_id <> asked_by AND document_kind IN ('sale', 'sale_return', 'sale_cancellation', 'shift') AND cardinality(kinds) > 0 AND reason <> '');
