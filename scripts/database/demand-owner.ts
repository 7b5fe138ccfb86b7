import type pg from 'pg';
import { Fault } from '../boot/fault.mjs';
import { appRoles } from '../../src/platform/role-url.ts';

type Standing = { name: string; owns: boolean; makes: boolean; missing: number };

/** Throws when the user of this connection could not migrate: PostgreSQL's own refusal would come halfway and name a detail. */
export async function demandOwner(client: pg.Client): Promise<void> {
  const { rows: [user] } = await client.query<Standing>(
    `SELECT current_user AS name, rolcreaterole OR rolsuper AS makes,
            has_schema_privilege(current_schema(), 'CREATE') AND coalesce((SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('_prisma_migrations')), true) AS owns,
            (SELECT cardinality($1::text[]) - count(*)::int FROM pg_roles WHERE rolname = ANY($1)) AS missing
       FROM pg_roles WHERE rolname = current_user`, [appRoles]);
  if (user === undefined) return;
  if (!user.owns) throw new Fault('databaseNotOwned', `The user ${user.name} of DATABASE_URL does not own the shop's tables and may not make any. Give the owner's URL; the application's own users go into APP_DATABASE_URL and CONTROL_DATABASE_URL.`);
  if (user.missing > 0 && !user.makes) throw new Fault('databaseNotOwned', `The user ${user.name} of DATABASE_URL may not make the application's users ${appRoles.join(' and ')}. Run as an administrator: ALTER ROLE ${user.name} CREATEROLE`);
}
