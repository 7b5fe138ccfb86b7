import type { TenantDb } from "@/platform/db/tenant-client.ts";
import { sql } from "@/platform/db/sql.ts";

export interface AskedWord {
  /** Folded as the index is. */
  word: string;
  /** Index rows that start with it; of a word that is not rare, FEW + 1. */
  hits: number;
}

/** Hits of one word up to which every product is looked at; above it two words are intersected in the index first. */
export const FEW = 400;

/** The words of a question in its order. Words of one or two letters only start words, they are not looked for inside them. */
export async function measureWords(db: TenantDb, question: string): Promise<AskedWord[]> {
  return db.rows<AskedWord>(sql`
    SELECT w.word, hit.n AS hits
      FROM unnest(search_words(${question}::text)) WITH ORDINALITY AS w (word, place)
     CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM (
       SELECT FROM product_term t WHERE t.is_head AND t.term >= left(w.word, 40) AND t.term < left(w.word, 40) || chr(1114111)
       UNION ALL
       SELECT FROM product_term t WHERE length(w.word) > 2 AND NOT t.is_head AND t.term >= left(w.word, 40) AND t.term < left(w.word, 40) || chr(1114111)
       LIMIT ${FEW + 1}) h) hit
     WHERE w.word <> '' ORDER BY w.place`);
}
