import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { appRoles, rolePassword, type AppRole } from '../src/platform/role-url.ts';
import { scramVerifier } from './database/scram-verifier.ts';

/**
 * What the application's sessions have on every server, ours or a hosted one. First the limits under which it works: the
 * server gives up before Prisma's own timeout does. Then what its statements were written and measured with: a server as it
 * comes compiles (jit) a statement of milliseconds for seconds as soon as a way of joining is refused, whose estimated cost
 * before PostgreSQL 18 is ten thousand million, and reckons with disks whose heads have to move.
 */
const settings: Record<string, string> = {
  statement_timeout: '15s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '10s',
  row_security: 'on',
  jit: 'off',
  random_page_cost: '1.1',
};

export type RoleOptions = {
  /** Key of the derived passwords: NEXTAUTH_SECRET. */
  secret: string;
  /** APP_DATABASE_URL and CONTROL_DATABASE_URL when the operator gave them. */
  givenUrls?: Partial<Record<AppRole, string | undefined>>;
};

async function signsIn(ownerUrl: string, role: AppRole, password: string): Promise<boolean> {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Two migrators on two databases of one server may write the same role's row at once: the later one tries again. */
async function patiently(client: pg.Client, sql: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(sql);
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const passing = code === '23505' || code === '42710' || /tuple concurrently/.test(message);
      if (!passing || attempt === 8) throw error;
      if (code === '42710' || code === '23505') return;
      await sleep(30 * attempt);
    }
  }
}

async function ensureRole(client: pg.Client, ownerUrl: string, role: AppRole, options: RoleOptions): Promise<void> {
  const given = options.givenUrls?.[role];
  const password = given === undefined ? rolePassword(options.secret, role) : decodeURIComponent(new URL(given).password);
  const verifier = pg.escapeLiteral(scramVerifier(password));
  const { rows: [found] } = await client.query(
    `SELECT rolcanlogin AS login, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS mighty,
            coalesce((SELECT setconfig FROM pg_db_role_setting WHERE setrole = r.oid AND setdatabase = 0), '{}') AS config
       FROM pg_roles r WHERE rolname = $1`, [role]) as { rows: { login: boolean; mighty: boolean; config: string[] }[] };
  if (found === undefined) {
    await patiently(client, `CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION PASSWORD ${verifier}`);
  } else {
    if (found.mighty) throw new Error(`The role ${role} has a right (superuser, bypassrls, createrole, createdb or replication) that would open the walls between shops. Take it away and start again.`);
    // A password that the operator manages is left alone; a derived one follows the secret.
    if (given === undefined && !(found.login && await signsIn(ownerUrl, role, password))) await patiently(client, `ALTER ROLE ${role} LOGIN PASSWORD ${verifier}`);
  }
  for (const [name, value] of Object.entries(settings)) {
    if (found?.config.includes(`${name}=${value}`)) continue;
    await patiently(client, `ALTER ROLE ${role} SET ${name} = '${value}'`);
  }
}

/**
 * Makes the roles that the migrations grant to, or mends them. `client` is connected as the owner of `ownerUrl`, who
 * needs CREATEROLE for it. Throws when an existing role is mightier than the walls allow.
 */
export async function ensureRoles(client: pg.Client, ownerUrl: string, options: RoleOptions): Promise<void> {
  for (const role of appRoles) await ensureRole(client, ownerUrl, role, options);
}
