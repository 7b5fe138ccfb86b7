import type { TenantDb } from "@/platform/db/tenant-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { rememberWords } from "./remember-words.ts";

export interface AskedWord {
  /** Folded as the index is. */
  word: string;
  /** Index rows that it leads to; of a word that is not rare, FEW + 1. */
  hits: number;
}

/** Hits of one word up to which every product is looked at; above it words are intersected in the index first. */
export const FEW = 800;

const MOST_TYPED = 120;
const MOST_WORDS = 8;

/** What was typed between two spaces, as the words that it folds to, where none of them is rare. */
const common = rememberWords<readonly AskedWord[]>();

/** The words of a question in its order. Words of one or two letters only start words, they are not looked for inside them. */
export async function measureWords(db: TenantDb, question: string): Promise<AskedWord[]> {
  // As search_words cuts it; what stands between spaces folds for itself.
  const typed = question.slice(0, MOST_TYPED).split(" ").filter((part) => part !== "").slice(0, 2 * MOST_WORDS);
  const counted = await count(db, typed.filter((part) => common.recall(db, part) === null));
  for (const [part, words] of counted) if (words.length > 0 && words.every(({ hits }) => hits > FEW)) common.keep(db, part, words);
  return typed.flatMap((part) => counted.get(part) ?? common.recall(db, part) ?? []).slice(0, MOST_WORDS);
}

async function count(db: TenantDb, typed: readonly string[]): Promise<Map<string, AskedWord[]>> {
  const parts = [...new Set(typed)];
  // By place: half of a character that was cut does not come back as it was sent.
  const rows = parts.length === 0 ? [] : await db.rows<AskedWord & { part: number }>(sql`
    SELECT t.part::int - 1 AS part, w.word, w.hits FROM unnest(${parts}::text[]) WITH ORDINALITY t (typed, part) CROSS JOIN LATERAL search_hits(search_words(t.typed), ${FEW + 1}::int) WITH ORDINALITY w (word, hits, place) ORDER BY w.place`);
  return new Map(parts.map((part, i) => [part, rows.flatMap((row) => (row.part === i ? [{ word: row.word, hits: row.hits }] : []))]));
}
