-- A temporary table must never stand in front of a real one: where a path does not name pg_temp, PostgreSQL looks there first.
-- tests/laws/catalog holds this for every function that sets a path or runs with its owner's rights.
ALTER PROCEDURE wall(regclass, text) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION check_journal_balance() SET search_path = pg_catalog, public, pg_temp;
-- Triggers run it whoever inserts; nobody needs to call it.
REVOKE ALL ON FUNCTION check_journal_balance() FROM PUBLIC;
