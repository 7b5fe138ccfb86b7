import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import type { AskedWord } from "./measure-words.ts";
import { rememberWords } from "./remember-words.ts";

/** How far each word was counted. */
const sizes = rememberWords<{ hits: number; counted: number }>();

/** Words with their number of index rows, counted to `most`, as of the last ten minutes. */
export async function sizeWords(db: TenantDb, words: readonly AskedWord[], most: number): Promise<AskedWord[]> {
  const known = (word: string) => {
    const size = sizes.recall(db, word);
    return size && (size.hits < size.counted || size.counted >= most) ? size.hits : null;
  };
  const missing = words.map(({ word }) => word).filter((word) => known(word) === null);
  const counted = missing.length === 0 ? [] : await db.rows<AskedWord>(sql`SELECT word, hits FROM search_hits(${missing}::text[], ${most}::int)`);
  for (const { word, hits } of counted) sizes.keep(db, word, { hits, counted: most });
  return words.map((one) => ({ ...one, hits: known(one.word) ?? one.hits }));
}
