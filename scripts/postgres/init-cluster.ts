import { execFile } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Fault, isDiskFull } from '../boot/fault.mjs';
import { plainEnvironment } from './plain-environment.ts';
import type { RunAs } from './run-as.ts';

const run = promisify(execFile);

function give(path: string, user: RunAs): void {
  if (user !== null) chownSync(path, user.uid, user.gid);
}

function makeFolder(dataDir: string, user: RunAs): void {
  if (!existsSync(dirname(dataDir))) mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  give(dataDir, user);
}

/** A half-made cluster (kill -9 during initdb) has no global/pg_control or still carries our mark: it holds nothing yet. */
function clearHalfMade(dataDir: string, mark: string): void {
  const half = existsSync(mark) || (existsSync(join(dataDir, 'PG_VERSION')) && !existsSync(join(dataDir, 'global', 'pg_control')));
  if (!half) return;
  for (const entry of readdirSync(dataDir)) rmSync(join(dataDir, entry), { recursive: true, force: true });
}

/**
 * Makes the cluster when the folder has none: checksums on, and the built-in C.UTF-8 locale, whose order does not
 * change with the machine's C library (an index sorted by one glibc is corrupt under the next). The C library is
 * still asked for character classes by pg_trgm, hence the UTF-8 lc-ctype where the machine has one.
 */
export async function initCluster(initdb: string, dataDir: string, user: RunAs, password: string): Promise<boolean> {
  const mark = `${dataDir}.initialising`;
  if (existsSync(dataDir)) clearHalfMade(dataDir, mark);
  if (existsSync(join(dataDir, 'PG_VERSION'))) return false;
  makeFolder(dataDir, user);
  writeFileSync(mark, '');
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  give(passwordFile, user);
  const common = ['-D', dataDir, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-messages=C', '--no-instructions'];
  const identity = user === null ? {} : { uid: user.uid, gid: user.gid };
  try {
    let last: unknown;
    for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      try {
        await run(initdb, [...common, `--lc-ctype=${ctype}`], { ...identity, cwd: '/', env: plainEnvironment() });
        rmSync(mark);
        return true;
      } catch (error) {
        last = error;
        if (!/invalid locale name/.test(String((error as { stderr?: string }).stderr))) break;
      }
    }
    const { stderr = '', message } = last as { stderr?: string; message: string };
    if (isDiskFull({ message: stderr })) throw new Fault('diskFull', `The disk is full: the database could not be made in ${dataDir}.`);
    throw new Fault('databaseDidNotStart', `The database could not be made in ${dataDir}:\n${stderr || message}`, { cause: last });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
