/** Who types, or scans one thing after another, rests no longer than this between two keys. */
const REST_MS = 500;
/** From then on it runs whoever types. */
const LATEST_MS = 15_000;

let keyAt = -Infinity;

/** Told by whoever hears the keys. */
export function noteKey(): void {
  keyAt = performance.now();
}

/** Runs in a moment when nobody types, or some seconds later in any case: a browser calls itself idle between any two keys, and what begins there keeps the second one waiting. */
export function whenQuiet(run: () => void): void {
  const latest = performance.now() + LATEST_MS;
  const look = (): void => {
    const now = performance.now();
    const rest = Math.min(keyAt + REST_MS, latest) - now;
    if (rest > 0) setTimeout(ask, rest);
    else run();
  };
  const ask = (): void => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(look, { timeout: Math.max(1, latest - performance.now()) });
    else setTimeout(look, REST_MS);
  };
  ask();
}

/** Runs after the frame that shows what was done until now: what nobody looks at keeps no line waiting. */
export function afterFrame(run: () => void): void {
  // A tab that nobody sees has no frames.
  if (document.hidden) run();
  else requestAnimationFrame(() => setTimeout(run));
}

/** Gives way to keys and frames that wait; then goes on. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}
