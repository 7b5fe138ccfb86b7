import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import type { STATES } from "../schema.ts";
import { correctWords } from "./correct-words.ts";
import { measureWords, type AskedWord } from "./measure-words.ts";

export interface SearchFilter {
  archived: boolean;
  /** Null: any. */
  categoryIds: readonly string[] | null;
  state: (typeof STATES)[number] | null;
}

export interface SearchKey {
  /** 0 the code itself · 1 the name starts with the first word · 2 every word starts a word · 3 found inside words. */
  class: number;
  soldCount: number;
  text: string;
  id: string;
}

export interface SearchAnswer {
  found: SearchKey[];
  /** What was looked for instead, when the question as typed finds nothing. */
  corrected: string | null;
}

export const ANY_PRODUCT: SearchFilter = { archived: false, categoryIds: null, state: null };

/** Hits of one word up to which every product is looked at; above it two words are intersected in the index first. */
const FEW = 400;

/**
 * Products that hold every word of the question, in any order, anywhere, without accents; the code itself first, then as SearchKey
 * ranks, then what sells most. Of more than 250 the best sellers of the shop and the first by word are ranked. `after` is the last
 * key of the page before.
 */
export async function searchProducts(db: TenantDb, question: string, limit: number, filter = ANY_PRODUCT, after: SearchKey | null = null): Promise<SearchAnswer> {
  const asked = await measureWords(db, question);
  if (asked.length === 0) return { found: [], corrected: null };
  if (asked.every(({ hits }) => hits > 0)) {
    const found = await rank(db, asked, limit, filter, after);
    return { found, corrected: null };
  }
  const corrected = await correctWords(db, asked);
  if (!corrected) return { found: [], corrected: null };
  const found = await rank(db, corrected, limit, filter, after);
  return { found, corrected: found.length === 0 ? null : corrected.map(({ word }) => word).join(" ") };
}

/** A word of the index key's length at most; what is behind it is checked on the product. */
const key = (word: string) => word.slice(0, 40);
const inside = (word: string) => (word.length > 2 ? `%${word}%` : `% ${word}%`);

async function rank(db: TenantDb, asked: readonly AskedWord[], limit: number, filter: SearchFilter, after: SearchKey | null): Promise<SearchKey[]> {
  const rarest = asked.toSorted((a, b) => a.hits - b.hits || b.word.length - a.word.length);
  const first = rarest[0]!;
  const second = first.hits > FEW ? rarest[1] : undefined;
  const others = rarest.slice(second ? 2 : 1).map(({ word }) => inside(word));
  const words = asked.map(({ word }) => word);
  const [lo, lo2] = [key(first.word), second ? key(second.word) : null];
  const code = key(words.join("").replace(/[./]/g, ""));
  const heads = words.map((word) => `% ${word}%`);
  return db.rows<SearchKey>(sql`
    SELECT p.class, p.sold_count AS "soldCount", p.search_text AS text, p.id
      FROM search_products(${lo}, ${lo2}, ${others}, ${words.map(inside)}, ${heads}, ${code}, ${filter.archived}) p
     WHERE (${after?.class ?? null}::int IS NULL
            OR (p.class, -p.sold_count, p.search_text COLLATE "C", p.id) > (${after?.class ?? 0}::int, ${-(after?.soldCount ?? 0)}::int, ${after?.text ?? ""}::text, ${after?.id ?? null}::uuid))
       AND (${filter.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${filter.categoryIds}::uuid[]))
       AND (${filter.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${filter.state}::text))
     ORDER BY p.class, p.sold_count DESC, p.search_text COLLATE "C", p.id LIMIT ${limit}`);
}
