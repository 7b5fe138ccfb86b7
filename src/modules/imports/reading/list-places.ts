import type { OpenList } from "./open-list.ts";

interface Held {
  key: string;
  list: OpenList;
  timer: NodeJS.Timeout;
}

interface Places {
  free: number;
  waiting: (() => void)[];
  held: Held | null;
}

const HOLD_MS = 30_000;
/** Lists in memory at once: two jobs (src/jobs/worker.ts) and one upload. Each has its own bounded memory. */
const PLACES = 3;

// Route handlers and the worker are separate bundles of one process: a module's own variable would be two.
const shared = globalThis as typeof globalThis & { mostradorLists?: Places };
const places = (shared.mostradorLists ??= { free: PLACES, waiting: [], held: null });

/** Waits for a place; a list that is only held makes room first. */
export async function takePlace(): Promise<void> {
  if (places.free === 0) places.held?.list.close();
  if (places.free > 0) places.free -= 1;
  else await new Promise<void>((resolve) => places.waiting.push(resolve));
}

/** Of a list that has ended. */
export function freePlace(list: OpenList): void {
  if (places.held?.list === list) forget(places.held);
  const next = places.waiting.shift();
  if (next === undefined) places.free += 1;
  else next();
}

/**
 * Keeps the list that the request has just read for the job that reads it next, most often in this very process. One list at most and
 * half a minute: it saves a second reading, and is never needed, since the file is in the database.
 */
export function holdList(key: string, list: OpenList): void {
  places.held?.list.close();
  // With nobody to take it soon, others come first.
  if (places.waiting.length > 0) return list.close();
  places.held = { key, list, timer: setTimeout(() => list.close(), HOLD_MS).unref() };
}

export function takeList(key: string): OpenList | null {
  const { held } = places;
  if (held?.key !== key) return null;
  forget(held);
  return held.list;
}

function forget({ timer }: Held): void {
  clearTimeout(timer);
  places.held = null;
}
