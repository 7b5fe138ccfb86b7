-- For a transaction that reads most of what a tenant has (queries/audit-tenant.ts): each join is a pass over both sides, whatever the planner believes of their sizes. Of a shop that was
-- filled since it last looked it believes that there is one row of everything, and looking once for each of a few hundred sales took longer than a statement may.
CREATE FUNCTION join_by_passes() RETURNS void
LANGUAGE sql AS $$ SELECT set_config('enable_nestloop', 'off', true) $$;
REVOKE ALL ON FUNCTION join_by_passes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION join_by_passes() TO app_tenant;
