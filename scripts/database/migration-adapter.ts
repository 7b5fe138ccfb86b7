import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { parse } from 'pg-connection-string';

/**
 * pg lets a connection string overrule the fields beside it, and Prisma's adapter names the shadow database in a field:
 * given a string it would replay every migration into the real database. So the string is taken apart here.
 */
function fieldsOf(url: string): pg.PoolConfig {
  const { host, port, user, password, database, ssl } = parse(url);
  return {
    host: host ?? 'localhost', port: Number(port ?? 5432), user, password, database: database ?? undefined,
    ssl: ssl as pg.PoolConfig['ssl'], max: 4, connectionTimeoutMillis: 10_000, application_name: 'mostrador-migrate', lock_timeout: lockPatienceMs,
  };
}

/** A migration that waits longer for a table stops everybody behind it: it gives up and is tried again. */
const lockPatienceMs = 5_000;

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** A script with one of these cannot run, or does not stay, inside one transaction. */
export function isAtomic(script: string): boolean {
  return !/\b(COMMIT|ROLLBACK|CONCURRENTLY|VACUUM|ALTER\s+SYSTEM|(CREATE|DROP)\s+DATABASE)\b/i.test(script);
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks functions and DO blocks, and runs the pieces one by
 * one. Sent whole, PostgreSQL parses it itself and runs it as one transaction: it happens entirely or not at all. The
 * migration's own row is marked finished in that same transaction, so that a kill between the script and the engine's
 * note of it cannot leave us in doubt whether it took effect.
 */
function sendWhole(adapter: Adapter, migrations: ReadonlySet<string>, onError: (error: Error) => void): Adapter {
  adapter.executeScript = async (script) => {
    const note = migrations.has(script) && isAtomic(script)
      ? '\n;\nUPDATE "_prisma_migrations" SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL' : '';
    try {
      await adapter.underlyingDriver().query(script + note);
    } catch (error) {
      onError(error as Error);
      throw error;
    }
  };
  return adapter;
}

const charOid = 18;
const textOid = 25;
const letterMark = '\u0001';

/**
 * Prisma's adapter refuses the catalog's one-letter type "char", which the engine's own description of a database
 * selects. The columns pass as text under a marked name and get their type back afterwards; an empty letter is zero.
 */
function readLetters(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const passAsText = async (...args: unknown[]): Promise<pg.QueryResult> => {
    const result = await query(...args);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === charOid) Object.assign(field, { dataTypeID: textOid, name: letterMark + field.name });
    }
    return result;
  };
  Object.assign(pool, { query: passAsText });
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const answer = await queryRaw(asked);
    answer.columnNames.forEach((name, column) => {
      if (!name.startsWith(letterMark)) return;
      answer.columnNames[column] = name.slice(letterMark.length);
      answer.columnTypes[column] = ColumnTypeEnum.Character;
      for (const row of answer.rows) if (row[column] === '') row[column] = '\0';
    });
    return answer;
  };
  return adapter;
}

/** An empty database beside the real one in which the engine replays the migrations; dropped when done. */
async function openShadow(fields: pg.PoolConfig, onError: (error: Error) => void): Promise<Adapter> {
  const name = `mostrador_shadow_${randomUUID().slice(0, 8)}`;
  const client = new pg.Client(fields);
  await client.connect();
  await client.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
  const adapter = readLetters(sendWhole(await new PrismaPg({ ...fields, database: name }).connect(), new Set(), onError));
  const close = adapter.dispose.bind(adapter);
  let closed = false;
  adapter.dispose = async () => {
    if (closed) return;
    closed = true;
    await close();
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`).finally(() => client.end());
  };
  return adapter;
}

export type MigrationFactory = {
  factory: PrismaPg;
  /** What PostgreSQL itself said last: the engine keeps only a number for it. */
  lastError: () => Error | undefined;
  close: () => Promise<void>;
};

/** Prisma's driver adapter made fit for hand-written migrations; `scripts` are the migrations' texts. */
export function migrationFactory(url: string, scripts: ReadonlySet<string>): MigrationFactory {
  const opened: Adapter[] = [];
  let last: Error | undefined;
  const onError = (error: Error): void => { last = error; };
  const keep = (adapter: Adapter): Adapter => {
    opened.push(adapter);
    return adapter;
  };
  const fields = fieldsOf(url);
  const factory = new PrismaPg(fields);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => keep(readLetters(sendWhole(await connect(), scripts, onError)));
  factory.connectToShadowDb = async () => keep(await openShadow(fields, onError));
  const close = async (): Promise<void> => {
    for (const adapter of opened) await adapter.dispose().catch(() => undefined);
  };
  return { factory, lastError: () => last, close };
}
