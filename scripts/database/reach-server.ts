import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Fault } from '../boot/fault.mjs';

const oldestVersion = 15;

function shown(url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  return `${username}@${hostname}:${port || '5432'}${pathname}`;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'mostrador-migrate' });
  // Without a listener, an administrator's disconnect would end the process with a stack trace.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Connects as the owner, waiting up to `patienceMs` for a server that is still starting. Throws a Fault that says what is wrong. */
export async function reachServer(url: string, patienceMs = 15_000): Promise<pg.Client> {
  if (!URL.canParse(url)) throw new Fault('wrongEnvironment', 'DATABASE_URL is not a URL. It looks like postgresql://user:password@host:5432/database');
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      const client = await connect(url);
      const { rows: [row] } = await client.query<{ v: string }>(`SELECT current_setting('server_version_num') AS v`);
      const version = Math.floor(Number(row?.v) / 10_000);
      if (version >= oldestVersion) return client;
      await client.end();
      throw new Fault('databaseTooOld', `The database at ${shown(url)} is PostgreSQL ${version}; ${oldestVersion} or newer is needed.`);
    } catch (error) {
      if (error instanceof Fault) throw error;
      const { code = '', message } = error as { code?: string; message: string };
      // A wrong password, user or database name does not get better by waiting.
      const final = code.startsWith('28') || code === '3D000' || code === 'ENOTFOUND';
      if (final || Date.now() > end) throw new Fault('databaseUnreachable', `The database at ${shown(url)} cannot be reached: ${message || code}`, { cause: error });
      await sleep(500);
    }
  }
}
