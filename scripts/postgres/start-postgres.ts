import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Fault, isDiskFull } from '../boot/fault.mjs';
import { livingPid, markOf } from '../shop/process-mark.ts';
import { findBinaries } from './binaries.ts';
import { chooseDataDir } from './choose-data-dir.ts';
import { freePort } from './free-port.ts';
import { initCluster } from './init-cluster.ts';
import { makeOwner } from './make-owner.ts';
import { plainEnvironment } from './plain-environment.ts';
import { stopLeftover, stopPostmaster } from './stop-leftover.ts';

export type StartOptions = {
  /** Folder of the cluster; moved when the database's user cannot reach it. */
  dataDir: string;
  /** Kept when free, otherwise another one is taken: read `port` of the answer. */
  port?: number;
  /** false only for tests: no fsync. */
  durable: boolean;
  /** Password of the superuser and of the owner. Kept by the caller between starts. */
  password: string;
  /** Further `name: value` server settings, e.g. for fault tests. */
  settings?: Record<string, string>;
  say?: (line: string) => void;
};

export type Postgres = {
  /** Database `mostrador` as its owner: no superuser, may create roles and databases. For migrations. */
  ownerUrl: string;
  /** The same database as the superuser `postgres`. For tests and repairs only. */
  superUrl: string;
  port: number;
  pid: number;
  dataDir: string;
  /** Resolves when the server has ended for whatever reason. */
  ended: Promise<void>;
  /** Fast shutdown: open transactions roll back, nothing acknowledged is lost. Repeatable. */
  stop(): Promise<void>;
};

const tuning: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  log_line_prefix: '%m [%p] %q%u@%d ',
};

const careless: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

const maxLogBytes = 16 * 1024 * 1024;

function openLog(dataDir: string): { path: string; fd: number; from: number } {
  const path = `${dataDir}.log`;
  if (existsSync(path) && statSync(path).size > maxLogBytes) renameSync(path, `${path}.old`);
  const from = existsSync(path) ? statSync(path).size : 0;
  return { path, fd: openSync(path, 'a', 0o600), from };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(dataDir: string, log: string): Fault {
  if (isDiskFull({ message: log })) return new Fault('diskFull', `The disk is full: the database in ${dataDir} could not start. Free some space and start again.`);
  return new Fault('databaseDidNotStart', `The database in ${dataDir} did not start. Its last words:\n${log.split('\n').slice(-12).join('\n')}`);
}

/** Another living command may have this cluster open (say, a seed): waits for it a little rather than pull it away. */
async function demandUnused(dataDir: string): Promise<void> {
  const file = `${dataDir}.starter`;
  for (let attempt = 0; ; attempt += 1) {
    const pid = existsSync(file) && existsSync(`${dataDir}/postmaster.pid`) ? livingPid(readFileSync(file, 'utf8')) : null;
    if (pid === null || pid === process.pid) return;
    if (attempt === 60) throw new Fault('alreadyRunning', `The database in ${dataDir} is in use by another command (process ${pid}). Wait for it, or end it.`);
    await sleep(500);
  }
}

/** Starts the bundled PostgreSQL on the loopback interface, making the cluster, its owner and its database when missing. */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const say = options.say ?? (() => undefined);
  const { dataDir, user, movedBecause } = chooseDataDir(options.dataDir);
  if (movedBecause !== null) say(movedBecause);
  const binaries = findBinaries(user, dirname(dataDir));
  await demandUnused(dataDir);
  if (await stopLeftover(dataDir) === 'stopped') say('Stopped a database that an earlier run had left behind');
  if (!existsSync(`${dataDir}/PG_VERSION`)) say(`Making a new database in ${dataDir}`);
  await initCluster(binaries.initdb, dataDir, user, options.password);

  writeFileSync(`${dataDir}.starter`, markOf(process.pid));

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(options.port ?? 0);
    const settings = { ...tuning, ...(options.durable ? {} : careless), ...options.settings };
    const log = openLog(dataDir);
    const args = ['-D', dataDir, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    // Its own session: Ctrl-C in the terminal must reach it through us, after the server has finished its requests.
    const child = spawn(binaries.postgres, args, {
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
      cwd: '/', detached: process.platform !== 'win32', stdio: ['ignore', log.fd, log.fd], env: plainEnvironment(),
    });
    closeSync(log.fd);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
    const superUrl = `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
    if (await untilReady(child, superUrl)) {
      const ownerUrl = await makeOwner(superUrl, { role: 'mostrador', database: 'mostrador', password: options.password }).catch(async (error: unknown) => {
        await stopChild(child);
        throw error;
      });
      child.unref();
      return handle(child, binaries.pgCtl, { ownerUrl, superUrl: superUrl.replace(/postgres$/, 'mostrador'), port, dataDir, ended });
    }
    const words = readFileSync(log.path).subarray(log.from).toString('utf8').trim();
    await stopChild(child);
    // Backends of a postmaster that was killed need a moment to notice; a port may be taken between probe and bind.
    const passing = /shared memory block .* is still in use|could not bind|Address already in use/i.test(words);
    if (!passing || attempt === 5) throw explain(dataDir, words);
    await sleep(500 * attempt);
  }
}

async function untilReady(child: ChildProcess, url: string): Promise<boolean> {
  let gone = false;
  child.once('exit', () => { gone = true; }).once('error', () => { gone = true; });
  // Crash recovery of a large log takes long; it is honest to wait, the server says so in its own log.
  for (const end = Date.now() + 300_000; Date.now() < end && !gone; await sleep(60)) {
    if (await answers(url)) return true;
  }
  return false;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await stopPostmaster(child.pid);
}

function handle(child: ChildProcess, pgCtl: string, facts: Omit<Postgres, 'pid' | 'stop'>): Postgres {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // Its end is waited for now: nothing else may keep this process alive until then.
    child.ref();
    // Windows has no signals that a program could answer: pg_ctl speaks to the server's event instead.
    if (process.platform === 'win32') spawn(pgCtl, ['stop', '-D', facts.dataDir, '-m', 'fast'], { stdio: 'ignore' });
    else await stopChild(child);
    await facts.ended;
  };
  return { ...facts, pid: child.pid ?? 0, stop: () => (stopping ??= stop()) };
}
