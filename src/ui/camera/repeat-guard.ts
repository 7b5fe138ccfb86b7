/** A code that was out of the picture for so long is shown again on purpose. Shorter: a hand shook, a frame was blurred. */
export const AWAY_MS = 1_500;

/** Of the codes that a frame holds, those that were not held before it. `now` in milliseconds, of a clock that does not run back. */
export function createRepeatGuard(): (codes: readonly string[], now: number) => string[] {
  const lastSeen = new Map<string, number>();
  return (codes, now) => {
    const fresh = [...new Set(codes)].filter((code) => now - (lastSeen.get(code) ?? -Infinity) >= AWAY_MS);
    for (const code of codes) lastSeen.set(code, now);
    return fresh;
  };
}
