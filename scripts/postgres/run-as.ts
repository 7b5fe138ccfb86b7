import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The system user that the database runs as; null means "as ourselves". */
export type RunAs = { uid: number; gid: number; name: string } | null;

function fromPasswd(wanted: (name: string, uid: number) => boolean): RunAs {
  if (!existsSync('/etc/passwd')) return null;
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    if (name !== '' && wanted(name, Number(uid))) return { uid: Number(uid), gid: Number(gid), name };
  }
  return null;
}

/**
 * PostgreSQL refuses to run as root, so root drops to a system user: whoever already owns the data (a later
 * `apt-get install postgresql` must not change our mind), else `postgres`, else `nobody`.
 */
export function chooseRunAs(dataDir: string): RunAs {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined;
  if (owner !== undefined && owner.uid !== 0) {
    return fromPasswd((_, uid) => uid === owner.uid) ?? { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
  }
  return fromPasswd((name) => name === 'postgres') ?? fromPasswd((name) => name === 'nobody') ?? { uid: 65534, gid: 65534, name: 'nobody' };
}

/** The first folder on the way down to `path` that the user may not pass through, or null when it can be reached. */
export function barredFolder(path: string, user: RunAs): string | null {
  if (user === null) return null;
  const ways: string[] = [];
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    ways.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of ways) {
    if (!existsSync(folder)) return null;
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return folder;
  }
  return null;
}
