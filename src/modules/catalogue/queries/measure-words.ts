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
  const counted = new Map<string, AskedWord[]>(typed.map((part) => [part, []]));
  const rows = counted.size === 0 ? [] : await db.rows<AskedWord & { part: string }>(sql`
    SELECT t.part, w.word, w.hits FROM unnest(${[...counted.keys()]}::text[]) t (part) CROSS JOIN LATERAL search_hits(search_words(t.part), ${FEW + 1}::int) WITH ORDINALITY w (word, hits, place) ORDER BY w.place`);
  for (const { part, word, hits } of rows) counted.get(part)!.push({ word, hits });
  return counted;
}
