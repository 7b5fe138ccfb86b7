import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import { correctWord, forgiven } from "../rules/correct-word.ts";
import { measureWords, type AskedWord } from "./measure-words.ts";

const MOST_WORDS = 20_000;

/**
 * The question with its mistyped words put right by the shop's own vocabulary; null when no word could be. A correction must be
 * in the index: the vocabulary also remembers words whose products are gone.
 */
export async function correctWords(db: TenantDb, asked: readonly AskedWord[]): Promise<AskedWord[] | null> {
  const corrected = await Promise.all(asked.map(async (one) => (one.hits > 0 ? one : await correctOne(db, one.word))));
  return corrected.every((one) => one !== null) ? corrected : null;
}

async function correctOne(db: TenantDb, word: string): Promise<AskedWord | null> {
  if (forgiven(word) === 0) return null;
  for (const candidate of correctWord(word, await vocabularyNear(db, word))) {
    const [found] = await measureWords(db, candidate);
    if (found && found.hits > 0) return found;
  }
  // A wrong, missing or doubled first letter leaves the rest of the word right; the index holds endings.
  const [rest] = await measureWords(db, word.slice(1));
  return rest && rest.word.length > 3 && rest.hits > 0 ? rest : null;
}

/** Words that begin with the first letter, or with the second one in case the two were swapped. */
async function vocabularyNear(db: TenantDb, word: string): Promise<string[]> {
  const [first, second] = [word[0]!, word[1]!];
  const shortest = word.length - forgiven(word);
  const rows = await db.rows<{ word: string }>(sql`
    SELECT word FROM product_word WHERE word >= ${first}::text AND word < ${first}::text || chr(1114111) AND length(word) >= ${shortest}
    UNION
    SELECT word FROM product_word WHERE word >= ${second}::text AND word < ${second}::text || chr(1114111) AND length(word) >= ${shortest}
    LIMIT ${MOST_WORDS}`);
  return rows.map((row) => row.word);
}
