import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A killed process whose parent has not noticed yet still answers signals, but does nothing any more. */
function zombie(pid: number): boolean {
  try {
    return /^.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !zombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Processes working inside the data folder: every PostgreSQL process has it as its current directory. Null where the system does not tell. */
export function workingIn(dataDir: string): number[] | null {
  if (!existsSync('/proc/self/cwd')) return null;
  const folder = realpathSync(dataDir);
  return readdirSync('/proc').map(Number).filter((pid) => {
    if (!Number.isInteger(pid)) return false;
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

async function gone(pid: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) if (!alive(pid)) return true;
  return !alive(pid);
}

/** Asks the postmaster for a fast shutdown (SIGINT), then for an immediate one, then ends it. Recovery repairs the rest. */
export async function stopPostmaster(pid: number, patienceMs = 15_000): Promise<void> {
  for (const [signal, patience] of [['SIGINT', patienceMs], ['SIGQUIT', 3_000], ['SIGKILL', 3_000]] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, patience)) return;
  }
}

/**
 * After a kill -9 of its starter the old server may still run, or may have left postmaster.pid behind.
 * PostgreSQL itself handles a file whose process is dead; it cannot know that the number now belongs to a stranger.
 */
export async function stopLeftover(dataDir: string): Promise<'nothing' | 'stopped' | 'cleared'> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return 'nothing';
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !alive(pid)) return 'nothing';
  const workers = workingIn(dataDir);
  if (workers === null || workers.includes(pid)) {
    await stopPostmaster(pid);
    return 'stopped';
  }
  // Removing the file while old backends still hold the shared memory would allow two servers on one folder.
  if (workers.length > 0) return 'nothing';
  rmSync(file, { force: true });
  return 'cleared';
}
