/** Runs in a moment when nobody types, or soon in any case. */
export function whenQuiet(run: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 5_000 });
  else setTimeout(run, 500);
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
