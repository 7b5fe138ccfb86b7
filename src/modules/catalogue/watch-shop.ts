import type { Context } from "@/modules/tenancy/context.ts";
import { describeError, log } from "@/platform/log.ts";

/** How often a replica looks. With the till's own question after it, a change is known within the 5 s that it may take. */
const EVERY_MS = 2_000;
/** Shops asked for at once: sales go before this. */
const AT_ONCE = 2;

type Listener = (pulse: string) => void;
/** What tells of changes in one shop: another answer means that something changed. The same for all tills of a shop. */
type ReadPulse = (db: Context["db"]) => Promise<string>;

/** One shop whose tills are held here, read through the gate that its first till came in by. */
interface Watched {
  db: Context["db"];
  read: ReadPulse;
  listeners: Set<Listener>;
  last: string | null;
  /** The last look at it did not come to an end. */
  failed: boolean;
}

interface Watch {
  shops: Map<string, Watched>;
  closers: Set<() => void>;
  timer: ReturnType<typeof setTimeout> | null;
  looking: boolean;
  hearsEnd: boolean;
}

// `next dev` evaluates modules again on every change; the watch must survive that.
const held = globalThis as typeof globalThis & { mostradorShopWatch?: Watch };
const watch = (): Watch => (held.mostradorShopWatch ??= { shops: new Map(), closers: new Set(), timer: null, looking: false, hearsEnd: false });

/**
 * Hears of every change of a tenant's shop that any replica made. However many tills this replica holds, it asks the database once
 * per round and tenant, each within its own walls, and not at all while it holds none (docs/decisions/046-live-till.md). Answers how to stop.
 */
export function watchShop({ tenant, db }: Pick<Context, "tenant" | "db">, read: ReadPulse, listener: Listener): () => void {
  const { shops } = watch();
  const shop = shops.get(tenant.id) ?? { db, read, listeners: new Set(), last: null, failed: false };
  shops.set(tenant.id, shop);
  shop.listeners.add(listener);
  if (shop.last !== null) listener(shop.last);
  schedule(shop.last === null ? 0 : EVERY_MS);
  return () => {
    shop.listeners.delete(listener);
    if (shop.listeners.size === 0) shops.delete(tenant.id);
  };
}

/** Called when the process is told to end: an open stream would keep it from ending. Answers how to take it back. */
export function onWatchEnd(close: () => void): () => void {
  const { closers } = watch();
  if (!watch().hearsEnd) {
    watch().hearsEnd = true;
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.prependListener(signal, () => [...closers].forEach((end) => end()));
  }
  closers.add(close);
  return () => closers.delete(close);
}

function schedule(ms: number): void {
  const state = watch();
  if (state.looking || (state.timer !== null && ms > 0)) return;
  if (state.timer !== null) clearTimeout(state.timer);
  state.timer = setTimeout(() => void look(), ms);
  state.timer.unref();
}

/** One round; whoever joins during it is looked at in the next, which then comes at once. */
async function look(): Promise<void> {
  const state = watch();
  state.timer = null;
  state.looking = true;
  const waiting = [...state.shops.values()];
  const work = async (): Promise<void> => {
    for (let shop = waiting.pop(); shop; shop = waiting.pop()) await lookAt(shop);
  };
  // The next round asks again what failed; tills also ask by themselves.
  await Promise.all(Array.from({ length: AT_ONCE }, work)).catch((error: unknown) => {
    log("warn", "shop_watch", describeError(error));
    return [];
  });
  state.looking = false;
  const isNew = [...state.shops.values()].some(({ last, failed }) => last === null && !failed);
  if (state.shops.size > 0) schedule(isNew ? 0 : EVERY_MS);
}

async function lookAt(shop: Watched): Promise<void> {
  shop.failed = true;
  const pulse = await shop.read(shop.db);
  shop.failed = false;
  if (shop.last === pulse) return;
  shop.last = pulse;
  for (const listener of shop.listeners) listener(pulse);
}
