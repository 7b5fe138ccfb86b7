/** Settles the question: whether the person proved it, or went back. */
type Settle = (isProved: boolean) => void;

let pending: Settle | null = null;
const watchers = new Set<() => void>();

/**
 * Asks the person in front of the screen for the password again, in the shell's dialog (proof-region.tsx). False where they went back, and where there is
 * no shell. One question at a time: a second takes the place of the first, which counts as gone back from.
 */
export function askProof(): Promise<boolean> {
  if (watchers.size === 0) return Promise.resolve(false);
  pending?.(false);
  return new Promise((settle) => publish(settle));
}

export function readProofQuestion(): Settle | null {
  return pending;
}

export function settleProof(isProved: boolean): void {
  pending?.(isProved);
  publish(null);
}

export function watchProofQuestion(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function publish(next: Settle | null): void {
  pending = next;
  for (const watcher of watchers) watcher();
}
