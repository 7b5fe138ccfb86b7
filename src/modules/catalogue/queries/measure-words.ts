import type { TenantDb } from "@/platform/db/tenant-client.ts";
import { sql } from "@/platform/db/sql.ts";

export interface AskedWord {
  /** Folded as the index is. */
  word: string;
  /** Index rows that it leads to; of a word that is not rare, FEW + 1. */
  hits: number;
}

/** Hits of one word up to which every product is looked at; above it words are intersected in the index first. */
export const FEW = 800;

/** The words of a question in its order. Words of one or two letters only start words, they are not looked for inside them. */
export async function measureWords(db: TenantDb, question: string): Promise<AskedWord[]> {
  return db.rows<AskedWord>(sql`SELECT word, hits FROM search_hits(search_words(${question}::text), ${FEW + 1}::int)`);
}
