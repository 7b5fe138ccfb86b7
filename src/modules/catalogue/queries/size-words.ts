import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import type { AskedWord } from "./measure-words.ts";

const KEEP_MS = 10 * 60_000;
const MOST_KEPT = 20_000;

/** What is common stays common for a while, and counting it costs as much as searching with it: kept by tenant and word, with how far it was counted. */
const kept = new Map<string, { hits: number; counted: number; until: number }>();

/** Words with their number of index rows, counted to `most`, as of the last ten minutes: only the way of searching depends on it. */
export async function sizeWords(db: TenantDb, words: readonly AskedWord[], most: number): Promise<AskedWord[]> {
  const now = Date.now();
  const known = (word: string) => {
    const size = kept.get(`${db.tenantId} ${word}`);
    return size && size.until > now && (size.hits < size.counted || size.counted >= most) ? size.hits : null;
  };
  const missing = words.map(({ word }) => word).filter((word) => known(word) === null);
  if (kept.size + missing.length > MOST_KEPT) kept.clear();
  const counted = missing.length === 0 ? [] : await db.rows<AskedWord>(sql`SELECT word, hits FROM search_hits(${missing}::text[], ${most}::int)`);
  for (const { word, hits } of counted) kept.set(`${db.tenantId} ${word}`, { hits, counted: most, until: now + KEEP_MS });
  return words.map((one) => ({ ...one, hits: known(one.word) ?? one.hits }));
}
