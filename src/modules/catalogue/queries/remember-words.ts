import type { TenantDb } from "@/platform/db/tenant-client.ts";

const KEEP_MS = 10 * 60_000;
const MOST_KEPT = 20_000;

export interface WordMemory<T> {
  recall: (db: TenantDb, word: string) => T | null;
  keep: (db: TenantDb, word: string, known: T) => void;
}

/** What is common stays common for a while, and counting it costs as much as searching with it: kept for ten minutes by tenant and word. Only the way of searching may depend on it. */
export function rememberWords<T>(): WordMemory<T> {
  const kept = new Map<string, { known: T; until: number }>();
  const keyOf = ({ tenantId }: TenantDb, word: string): string => `${tenantId} ${word}`;
  return {
    recall: (db, word) => {
      const one = kept.get(keyOf(db, word));
      return one && one.until > Date.now() ? one.known : null;
    },
    keep: (db, word, known) => {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(keyOf(db, word), { known, until: Date.now() + KEEP_MS });
    },
  };
}
