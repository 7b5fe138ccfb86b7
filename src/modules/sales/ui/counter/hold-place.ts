export interface Place {
  /** Takes the till from the tab that has it. */
  claim: () => void;
  leave: () => void;
}

/** Longer than a free lock ever takes. */
const BUSY_AFTER_MS = 250;

/**
 * One tab is the till: two would write over each other's ticket. The browser's lock (W3C Web Locks) goes with its tab, also when
 * that crashes; who waits gets it then. Browsers without locks go on without this care.
 */
export function holdPlace(name: string, { onHere, onElsewhere }: { onHere: () => void; onElsewhere: () => void }): Place {
  const leaving = new AbortController();
  if (!("locks" in navigator)) {
    onHere();
    return { claim: () => undefined, leave: () => undefined };
  }

  async function ask(options: LockOptions): Promise<void> {
    const busy = setTimeout(onElsewhere, BUSY_AFTER_MS);
    try {
      await navigator.locks.request(name, options, () => {
        clearTimeout(busy);
        if (leaving.signal.aborted) return undefined;
        onHere();
        return new Promise<void>((resolve) => leaving.signal.addEventListener("abort", () => resolve()));
      });
    } catch {
      clearTimeout(busy);
      if (leaving.signal.aborted) return;
      // Another tab said "use here": wait until it closes.
      onElsewhere();
      void ask({ signal: leaving.signal });
    }
  }

  void ask({ signal: leaving.signal });
  return { claim: () => void ask({ steal: true }), leave: () => leaving.abort() };
}
