import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { barredFolder, chooseRunAs, type RunAs } from './run-as.ts';

export type Place = { dataDir: string; user: RunAs; movedBecause: string | null };

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The folder for the cluster: the wanted one, or, when the database's user cannot pass through the folders above it,
 * one under /var/lib named after the wanted path, so that the same checkout finds its data again.
 */
export function chooseDataDir(wanted: string): Place {
  const asked = resolve(wanted);
  const user = chooseRunAs(asked);
  const barred = barredFolder(asked, user);
  if (user === null || barred === null) return { dataDir: asked, user, movedBecause: null };
  const key = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const base = existsSync('/var/lib') && writable('/var/lib') ? '/var/lib' : tmpdir();
  const dataDir = join(base, `mostrador-${key}`, 'postgres');
  return {
    dataDir,
    user: chooseRunAs(dataDir),
    movedBecause: `The database runs as the system user "${user.name}", which may not enter ${barred}, so its data is kept in ${dataDir}`,
  };
}
