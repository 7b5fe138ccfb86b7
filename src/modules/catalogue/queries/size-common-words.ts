import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import type { AskedWord } from "./measure-words.ts";

/** Index rows of two or three common words up to which all are read; a word that has more alone is not counted further. */
export const WHOLE = 9_000;
const KEEP_MS = 10 * 60_000;
const MOST_KEPT = 20_000;

/** What is common stays common for a while, and counting it costs more than searching with it: kept by tenant and word. */
const kept = new Map<string, { hits: number; until: number }>();

/** Common words with their real number of index rows, up to 9,001, as of the last ten minutes: only the way of searching depends on it. */
export async function sizeCommonWords(db: TenantDb, words: readonly AskedWord[]): Promise<AskedWord[]> {
  const key = (word: string) => `${db.tenantId} ${word}`;
  const now = Date.now();
  const missing = words.map(({ word }) => word).filter((word) => (kept.get(key(word))?.until ?? 0) < now);
  if (kept.size + missing.length > MOST_KEPT) kept.clear();
  for (const { word, hits } of missing.length === 0 ? [] : await count(db, missing)) kept.set(key(word), { hits, until: now + KEEP_MS });
  return words.map((one) => ({ ...one, hits: kept.get(key(one.word))?.hits ?? one.hits }));
}

async function count(db: TenantDb, words: readonly string[]): Promise<AskedWord[]> {
  return db.rows<AskedWord>(sql`
    SELECT w.word, (SELECT count(*)::int FROM (
        SELECT FROM product_term t WHERE t.is_head AND t.term >= left(w.word, 40) AND t.term < left(w.word, 40) || chr(1114111)
        UNION ALL
        SELECT FROM product_term t WHERE length(w.word) > 2 AND NOT t.is_head AND t.term >= left(w.word, 40) AND t.term < left(w.word, 40) || chr(1114111)
        LIMIT ${WHOLE + 1}) h) AS hits
      FROM unnest(${words}::text[]) AS w (word)`);
}
