import { useEffect, useState, type ComponentType } from "react";
import { notify, type CounterCore } from "./counter-core.ts";
import { whenQuiet } from "./when-quiet.ts";

/** A part of the page that comes after what sells. */
export interface Later<T> {
  /** Null until it is there. */
  now: () => T | null;
  load: () => Promise<T>;
  /** Says where it comes from, before anybody asks for it. */
  comesBy: (bring: () => Promise<T>) => void;
}

export function later<T>(): Later<T> {
  let bring: (() => Promise<T>) | null = null;
  let there: T | null = null;
  let coming: Promise<T> | null = null;

  async function fetchPart(): Promise<T> {
    if (bring === null) throw new Error("a part of the counter that comes from nowhere");
    try {
      return (there = await bring());
    } finally {
      // After a failure it is asked for again by the next key: a network that was away may be back.
      coming = null;
    }
  }

  return { now: () => there, load: () => (there === null ? (coming ??= fetchPart()) : Promise.resolve(there)), comesBy: (by) => (bring = by) };
}

/** Does it at once where the part is there, else as soon as it is. */
export function withPart<T>(core: CounterCore, part: Later<T>, run: (there: T) => void): void {
  const there = part.now();
  if (there !== null) return run(there);
  void part.load().then(run, () => notify(core, { kind: "partMissing" }, "warning"));
}

/** The component of a part; drawn in the same frame as what opens it where the part is there. */
export function componentOf<T, P extends object>(part: Later<T>, of: (there: T) => ComponentType<P>): ComponentType<P> {
  return function Part(props: P) {
    const [, setThere] = useState(false);
    const there = part.now();
    useEffect(() => {
      if (there === null) void part.load().then(() => setThere(true), () => undefined);
    }, [there]);
    if (there === null) return null;
    const Component = of(there);
    return <Component {...props} />;
  };
}

/** After the page has settled, since what comes with it keeps the first key waiting. */
const SETTLED_MS = 2_000;

/** Runs when what the page itself needs is there and nobody types. Answers how to call it off. */
export function whenSettled(run: () => void): () => void {
  const timer = setTimeout(() => whenQuiet(run), SETTLED_MS);
  return () => clearTimeout(timer);
}

/** Fetches every part in quiet moments, one after the other: the key that opens one waits for nothing then, with network or without. Answers how to stop. */
export function warmUp(parts: readonly Pick<Later<unknown>, "load">[]): () => void {
  let stopped = false;
  const next = (i: number): void => {
    const part = parts[i];
    if (stopped || !part) return;
    void part.load().catch(() => undefined).then(() => whenQuiet(() => next(i + 1)));
  };
  const callOff = whenSettled(() => next(0));
  return () => {
    stopped = true;
    callOff();
  };
}
