/** What the catalog must say about the fourth wall. Each query answers what breaks its rule, one text a row. */
export interface CatalogRule {
  id: string;
  rule: string;
  /** $1 tables of tenants, $2 tables of control data, $3 the application's roles. Not every query uses all. */
  query: string;
}

const MINE = "(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)";
const TABLES = "SELECT c.* FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')";
const OF_TENANTS = `(${TABLES} AND c.relname = ANY ($1::text[]))`;
const SEARCH_PATH = "search_path=pg_catalog, public, pg_temp";

/** Facts that were: never changed, only followed by their opposite. */
const LEDGERS = "'{stock_movement,journal_entry,journal_line,audit_entry,sale,sale_line,sale_payment}'";
/** What is to be done for whom: seen by the worker (app_control) across tenants, through a policy of its own, and holds no business. */
const QUEUES = "'{job}'";
/** Written by triggers alone. */
const KEPT = "'{stock_level,product_term,product_word,word_ending,price_change,product_cost_change}'";
/** Written as app_control and never read by it: a shop's first rows, and what goes with a change of its people. */
const PLANTED = "'{shop,member,location,register,tax_rate,counter,account,customer,audit_entry,idempotency}'";

export const CATALOG_RULES: readonly CatalogRule[] = [
  { id: "B1", rule: "every table is a tenant's or control data", query: `SELECT c.relname FROM (${TABLES}) c WHERE NOT c.relname = ANY ($1::text[] || $2::text[] || '{_prisma_migrations}')` },
  { id: "B1", rule: "row-level security is enabled and forced", query: `SELECT c.relname FROM ${OF_TENANTS} c WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)` },
  {
    id: "B1",
    rule: "tenant_id is a uuid, never null, and comes from the transaction",
    query: `SELECT c.relname FROM ${OF_TENANTS} c WHERE NOT EXISTS (
      SELECT FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
       WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.atttypid = 'uuid'::regtype AND a.attnotnull AND pg_get_expr(d.adbin, d.adrelid) LIKE '%current_setting(''app.tenant_id''::text, true)%')`,
  },
  {
    id: "B1",
    rule: "two policies, one for the application's roles and one for the owner, that read and check the tenant alike, and a queue's third",
    query: `SELECT c.relname FROM ${OF_TENANTS} c WHERE 2 <> (
      SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd = '*'
         AND pg_get_expr(p.polqual, p.polrelid) = '${MINE}' AND pg_get_expr(p.polwithcheck, p.polrelid) = '${MINE}'
         AND (SELECT array_agg(r.rolname::text ORDER BY r.rolname) FROM pg_roles r WHERE r.oid = ANY (p.polroles))
             = CASE p.polname WHEN 'tenant' THEN '{app_control,app_tenant}'::text[] WHEN 'keeper' THEN ARRAY[pg_get_userbyid(c.relowner)::text] END)
      OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname NOT IN ('tenant', 'keeper')
         AND NOT (p.polname = 'queue' AND c.relname = ANY (${QUEUES}::text[]) AND p.polroles = ARRAY[to_regrole('app_control')::oid]))`,
  },
  {
    id: "B2",
    rule: "a foreign key between tenants' tables carries the tenant on both sides",
    query: `SELECT f.conrelid::regclass || '.' || f.conname FROM pg_constraint f JOIN ${OF_TENANTS} c ON c.oid = f.conrelid WHERE f.contype = 'f' AND NOT EXISTS (
      SELECT FROM unnest(f.conkey, f.confkey) AS k (own, other)
        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.own AND a.attname = 'tenant_id'
        JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = k.other AND b.attname = 'tenant_id')`,
  },
  {
    id: "B2",
    rule: "business and control data have no foreign keys between them",
    query: `SELECT f.conrelid::regclass || '.' || f.conname FROM pg_constraint f JOIN pg_class a ON a.oid = f.conrelid JOIN pg_class b ON b.oid = f.confrelid
      WHERE f.contype = 'f' AND (a.relname = ANY ($1::text[])) <> (b.relname = ANY ($1::text[]))`,
  },
  {
    id: "B2",
    rule: "no foreign key nulls the tenant when its target goes",
    query: `SELECT f.conrelid::regclass || '.' || f.conname FROM pg_constraint f JOIN ${OF_TENANTS} c ON c.oid = f.conrelid
      WHERE f.contype = 'f' AND 'n' IN (f.confdeltype, f.confupdtype) AND (f.confdelsetcols IS NULL OR EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attnum = ANY (f.confdelsetcols) AND a.attname = 'tenant_id'))`,
  },
  {
    id: "B3",
    rule: "every key and every index of a tenant's table begins with tenant_id; a queue is also looked at by time",
    query: `SELECT i.indexrelid::regclass::text FROM pg_index i JOIN ${OF_TENANTS} c ON c.oid = i.indrelid
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] WHERE a.attname IS DISTINCT FROM 'tenant_id'
        AND NOT (c.relname = ANY (${QUEUES}::text[]) AND a.attname = 'run_after' AND NOT i.indisunique)`,
  },
  { id: "B3", rule: "every tenant's table has a primary key", query: `SELECT c.relname FROM ${OF_TENANTS} c WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)` },
  {
    id: "B3",
    rule: "an index leads from each foreign key that its target's deletion would look along",
    query: `SELECT f.conrelid::regclass || '.' || f.conname FROM pg_constraint f JOIN ${OF_TENANTS} c ON c.oid = f.conrelid
      WHERE f.contype = 'f' AND has_table_privilege('app_tenant', f.confrelid, 'DELETE') AND NOT EXISTS (
        SELECT FROM pg_index i WHERE i.indrelid = f.conrelid AND i.indpred IS NULL AND (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)`,
  },
  {
    id: "B4",
    rule: "the application's roles have no power of their own",
    query: "SELECT rolname FROM pg_roles WHERE rolname = ANY ($3::text[]) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)",
  },
  { id: "B4", rule: "the application's roles belong to no other role", query: "SELECT m.member::regrole || ' in ' || m.roleid::regrole FROM pg_auth_members m WHERE m.member::regrole::text = ANY ($3::text[])" },
  {
    id: "B4",
    rule: "the application's roles own nothing",
    query: `SELECT what || ' of ' || owner::regrole FROM (
        SELECT 'relation ' || oid::regclass, relowner FROM pg_class UNION ALL SELECT 'function ' || oid::regprocedure, proowner FROM pg_proc
        UNION ALL SELECT 'schema ' || nspname, nspowner FROM pg_namespace UNION ALL SELECT 'type ' || oid::regtype, typowner FROM pg_type
        UNION ALL SELECT 'database ' || datname, datdba FROM pg_database UNION ALL SELECT 'large object ' || oid, lomowner FROM pg_largeobject_metadata
      ) AS o (what, owner) WHERE owner::regrole::text = ANY ($3::text[])`,
  },
  {
    id: "B23",
    rule: "the application's roles work under limits and with the plans that were measured, on any server",
    query: `SELECT r FROM unnest($3::text[]) AS r WHERE NOT coalesce((SELECT setconfig FROM pg_db_role_setting WHERE setrole = to_regrole(r) AND setdatabase = 0), '{}')
      @> '{statement_timeout=15s,lock_timeout=3s,idle_in_transaction_session_timeout=10s,row_security=on,jit=off,random_page_cost=1.1}'`,
  },
  {
    id: "B4",
    rule: "grants on tables are reading and writing only, to the application's roles only",
    query: `SELECT g.privilege_type || ' on ' || c.relname || ' to ' || g.grantee::regrole FROM (${TABLES}) c, aclexplode(c.relacl) g WHERE g.grantee <> c.relowner
      AND NOT (g.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') AND NOT g.is_grantable AND g.grantee::regrole::text = ANY ($3::text[]))`,
  },
  { id: "B4", rule: "no grants on single columns, where nobody would look for them", query: "SELECT a.attrelid::regclass || '.' || a.attname FROM pg_attribute a WHERE a.attacl IS NOT NULL AND a.attrelid::regclass::text NOT LIKE 'pg_%' AND a.attrelid > 16383" },
  {
    id: "B27",
    rule: "app_tenant has nothing on control data, app_control plants first rows, works off queues and reads no business",
    query: `SELECT g.privilege_type || ' on ' || c.relname || ' to ' || g.grantee::regrole FROM (${TABLES}) c, aclexplode(c.relacl) g
      WHERE (g.grantee = to_regrole('app_tenant') AND NOT c.relname = ANY ($1::text[]))
         OR (g.grantee = to_regrole('app_control') AND c.relname = ANY ($1::text[]) AND NOT (g.privilege_type = 'INSERT' AND c.relname = ANY (${PLANTED}::text[]))
           AND NOT (g.privilege_type IN ('SELECT', 'UPDATE', 'DELETE') AND c.relname = ANY (${QUEUES}::text[])))`,
  },
  {
    id: "B13",
    rule: "ledgers are added to, what triggers keep is read",
    query: `SELECT g.privilege_type || ' on ' || c.relname FROM (${TABLES}) c, aclexplode(c.relacl) g WHERE g.grantee = to_regrole('app_tenant')
      AND ((c.relname = ANY (${LEDGERS}::text[]) AND g.privilege_type NOT IN ('SELECT', 'INSERT')) OR (c.relname = ANY (${KEPT}::text[]) AND g.privilege_type <> 'SELECT'))`,
  },
  {
    id: "B4",
    rule: "nobody but the owner creates anything in the schema or the database",
    query: `SELECT 'schema' FROM unnest($3::text[]) r WHERE has_schema_privilege(r, 'public', 'CREATE')
      UNION SELECT 'database' FROM unnest($3::text[]) r WHERE has_database_privilege(r, current_database(), 'CREATE') OR has_database_privilege(r, current_database(), 'TEMPORARY')`,
  },
  { id: "B4", rule: "no privileges are given by default to what comes later", query: "SELECT defaclnamespace::regnamespace || ' ' || defaclobjtype::text FROM pg_default_acl WHERE defaclnamespace IN (0, 'public'::regnamespace)" },
  { id: "B5", rule: "a view asks with its reader's rights", query: `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' AND NOT coalesce(reloptions, '{}') @> '{security_invoker=true}'` },
  { id: "B5", rule: "no materialized view, foreign table, sequence or enum: none of them knows tenants", query: `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('m', 'f', 'S') UNION SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'` },
  { id: "B5", rule: "a function with its owner's rights is a trigger's", query: "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef AND prorettype <> 'trigger'::regtype" },
  {
    id: "B5",
    rule: "a function with its owner's rights, or with a search path, ends that path with pg_temp",
    query: `SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      AND (prosecdef OR EXISTS (SELECT FROM unnest(proconfig) s WHERE s LIKE 'search_path=%')) AND NOT coalesce(proconfig, '{}') @> ARRAY['${SEARCH_PATH}']`,
  },
  { id: "B5", rule: "functions are not everybody's to call", query: "SELECT p.oid::regprocedure::text FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g WHERE p.pronamespace = 'public'::regnamespace AND g.grantee = 0" },
  { id: "B5", rule: "triggers run, and no rule rewrites a statement", query: `SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O' UNION SELECT r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE c.relnamespace = 'public'::regnamespace AND c.relkind <> 'v'` },
  { id: "B26", rule: "no extension opens a way to files or other databases", query: "SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'" },
];
