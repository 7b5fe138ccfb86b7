import { setTimeout as sleep } from 'node:timers/promises';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type pg from 'pg';
import { Fault } from '../boot/fault.mjs';
import { ensureRoles, type RoleOptions } from '../roles.ts';
import { demandOwner } from './demand-owner.ts';
import { isAtomic } from './migration-adapter.ts';
import { reachServer } from './reach-server.ts';
import { noFilter, readMigrations, readSchema, withSchemaEngine } from './schema-engine.ts';

export type MigrateOptions = RoleOptions & {
  /** Folder of the migrations; ours by default. */
  folder?: string;
  say?: (line: string) => void;
};

/** Our own key: the engine itself takes Prisma's (72707369) on another connection, which keeps `prisma migrate deploy` out. */
const migrationLock = 7_203_185_511;
const lockNotAvailable = '55P03';

function scriptOf(list: MigrationList, name: string): string {
  const content = list.migrationDirectories.find(({ path }) => path === name)?.migrationFile.content;
  return content?.tag === 'ok' ? content.value : '';
}

async function lock(client: pg.Client, say: (line: string) => void): Promise<void> {
  const { rows: [row] } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [migrationLock]);
  if (row?.got === true) return;
  say('Another process is migrating this database; waiting for it');
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
}

/** Every unfinished migration certainly left nothing when its script is one transaction: it may be tried again. */
async function forgetRolledBack(engine: SchemaEngine, list: MigrationList): Promise<void> {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({ migrationsList: list, optInToShadowDatabase: false, filters: noFilter });
  for (const name of failedMigrationNames) {
    if (!isAtomic(scriptOf(list, name))) {
      throw new Fault('migrationFailed', `The migration ${name} failed earlier and cannot be undone by itself, because it is not one transaction. Mend the database by hand, then mark it with "prisma migrate resolve".`);
    }
    await engine.markMigrationRolledBack({ migrationName: name });
  }
}

/** Names the migration, what PostgreSQL said and where. */
function explain(name: string | undefined, script: string, error: Error): Fault {
  const { message, detail, hint, position } = error as Error & { detail?: string; hint?: string; position?: string };
  const line = position === undefined ? '' : ` (line ${script.slice(0, Number(position)).split('\n').length})`;
  const more = [detail, hint].filter(Boolean).map((text) => `\n  ${text}`).join('');
  return new Fault('migrationFailed', `The migration ${name ?? ''} failed${line}: ${message}${more}\nIt was rolled back; the database is as it was before it.`, { cause: error });
}

async function apply(url: string, list: MigrationList): Promise<string[]> {
  return withSchemaEngine(url, { schema: readSchema(), migrations: list }, async (engine, lastError) => {
    await forgetRolledBack(engine, list);
    try {
      return (await engine.applyMigrations({ migrationsList: list, filters: noFilter })).appliedMigrationNames;
    } catch (error) {
      const cause = lastError();
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({ migrationsList: list, optInToShadowDatabase: false, filters: noFilter });
      const name = failedMigrationNames[0];
      if (cause === undefined || name === undefined) throw new Fault('migrationFailed', `The migrations were not applied: ${(error as Error).message.split('\n')[0]}`, { cause: error });
      const script = scriptOf(list, name);
      if (isAtomic(script)) await engine.markMigrationRolledBack({ migrationName: name });
      throw explain(name, script, cause);
    }
  });
}

/** A table that is busy now may be free in a moment. */
async function applyPatiently(url: string, list: MigrationList, say: (line: string) => void): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await apply(url, list);
    } catch (error) {
      const busy = ((error as Error).cause as { code?: string } | undefined)?.code === lockNotAvailable;
      if (!busy || attempt === 6) throw error;
      say(`A migration waits for a table that is in use (attempt ${attempt})`);
      await sleep(1_000 * attempt);
    }
  }
}

/**
 * Makes the roles and applies what is missing, as the owner of `url`. One process at a time per database; a failed
 * migration rolls back and is named in the Fault. Answers the names of the migrations that were applied.
 */
export async function migrate(url: string, options: MigrateOptions): Promise<string[]> {
  const say = options.say ?? (() => undefined);
  const client = await reachServer(url);
  try {
    await demandOwner(client);
    await lock(client, say);
    await ensureRoles(client, url, options);
    return await applyPatiently(url, readMigrations(options.folder), say);
  } finally {
    // Closing the session releases the lock.
    await client.end().catch(() => undefined);
  }
}
