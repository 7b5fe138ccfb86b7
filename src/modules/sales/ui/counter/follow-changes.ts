/** Between two attempts to be told of changes, at random within this, so that a thousand tills do not come back at once. */
const AGAIN_MS = [1_000, 5_000] as const;
/** A line that is silent for longer than its beat is dead, whatever the browser thinks. */
const SILENCE_MS = 40_000;

export interface Follower {
  /** Whether the server tells us of changes now; without it the till asks more often. */
  isTold: () => boolean;
  stop: () => void;
}

/** What to do when the catalogue changed, and when the tickets did that stand aside. */
export type Changes = readonly [catalogue: () => void, held: () => void];

/** Is told of changes while the page lives: of each kind once at the start, since what changed between the till's first question and the first word would be lost. */
export function followChanges(shopSlug: string, changes: Changes): Follower {
  const leaving = new AbortController();
  let told = false;
  let last: readonly string[] = [];

  function hear(pulse: string): void {
    told = true;
    // One digest for each kind, in the order of `changes`.
    const digests = pulse.split(" ");
    const heard = last;
    last = digests;
    for (const [i, change] of changes.entries()) if (digests[i] !== heard[i]) change();
  }

  async function listenOnce(): Promise<void> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      const response = await fetch("/pos/live", { credentials: "same-origin", headers: { "x-tenant-slug": shopSlug }, signal: AbortSignal.any([leaving.signal, silence.signal]) });
      if (!response.ok || !response.body) return;
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ""; ; ) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MS);
        const lines = (rest + value).split("\n");
        rest = lines.pop()!;
        for (const line of lines) if (line.startsWith("data: ")) hear(line.slice(6));
      }
    } catch {
      return;
    } finally {
      clearTimeout(timer);
      told = false;
    }
  }

  async function keepListening(): Promise<void> {
    while (!leaving.signal.aborted) {
      await listenOnce();
      if (!leaving.signal.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS[0] + Math.random() * (AGAIN_MS[1] - AGAIN_MS[0])));
    }
  }

  void keepListening();
  return { isTold: () => told, stop: () => leaving.abort() };
}
