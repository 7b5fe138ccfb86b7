import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import type { IDLE_STATES, STATES } from "../schema.ts";
import { correctWords } from "./correct-words.ts";
import { FEW, measureWords, type AskedWord } from "./measure-words.ts";
import { sizeCommonWords, WHOLE } from "./size-common-words.ts";

export interface SearchFilter {
  archived: boolean;
  /** Null: any. */
  categoryIds: readonly string[] | null;
  state: (typeof STATES | typeof IDLE_STATES)[number] | null;
  tag: string | null;
  /** One value of a field of the shop's own, as JSON: {"<id>":"<value>"}. */
  field: string | null;
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


/** Index rows of each of two words that are read at first where all are too many. */
const WINDOW = 4_000;
/** Words of so few index rows together leave many products to look at only if they come together. */
const RARE = 1_500;

export const ANY_PRODUCT: SearchFilter = { archived: false, categoryIds: null, state: null, tag: null, field: null };

/**
 * Products that hold every word of the question, in any order, anywhere, without accents; the code itself first, then as SearchKey
 * ranks, then what sells most. Of more than 250 the best sellers of the shop and the first by word are ranked; of words that thousands
 * of products share, those among the first in the index, unless they do not fill the page. `after` is the last key of the page before.
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
  const read = (way: Way) => readRanked(db, asked, way, limit, filter, after);
  if (asked.length === 1 || asked.some(({ hits }) => hits <= FEW)) return read({ lead: byHits(asked).slice(0, 1), breadth: null });
  const rarest = byHits(await sizeCommonWords(db, asked));
  const lead = chooseLead(rarest);
  const rows = lead.reduce((sum, { hits }) => sum + hits, 0);
  if (lead.length > 2 || rows <= WHOLE) return read({ lead, breadth: null });
  const found = await read({ lead, breadth: WINDOW });
  return found.length < limit ? read({ lead, breadth: null }) : found;
}

const isNumber = ({ word }: AskedWord) => /^\d/.test(word);

/** The rarest first; of those that were not counted to the end a number, then the longest. */
function byHits(words: readonly AskedWord[]): AskedWord[] {
  return words.toSorted((a, b) => a.hits - b.hits || Number(isNumber(b)) - Number(isNumber(a)) || b.word.length - a.word.length);
}

/**
 * The words to intersect: three where that is cheap or the first two are likely to come together ("llave francesa"), else the two rarest
 * that tell something about each other: a number and its unit do not, whoever has one has the other.
 */
function chooseLead(rarest: readonly AskedWord[]): AskedWord[] {
  const [first, second, third, ...rest] = rarest as [AskedWord, AskedWord, ...AskedWord[]];
  if (third && (first.hits + second.hits + third.hits <= WHOLE || (second.hits <= RARE && third.hits <= WHOLE))) return [first, second, third];
  const isSize = (one: AskedWord) => one.word.length < 3 || isNumber(one);
  return [first, [second, third, ...rest].find((one) => one && !(isSize(first) && isSize(one))) ?? second];
}

interface Way {
  /** The word by which the index is read, or the two or three that are intersected there. */
  lead: readonly AskedWord[];
  /** Rows that are read of each of two; null: all. */
  breadth: number | null;
}

async function readRanked(db: TenantDb, asked: readonly AskedWord[], { lead, breadth }: Way, limit: number, filter: SearchFilter, after: SearchKey | null): Promise<SearchKey[]> {
  const words = asked.map(({ word }) => word);
  const [first, second, third] = lead.map(({ word }) => key(word));
  const others = asked.filter((one) => !lead.some(({ word }) => word === one.word));
  const code = key(words.join("").replace(/[./]/g, ""));
  const heads = words.map((word) => `% ${word}%`);
  return db.rows<SearchKey>(sql`
    SELECT p.class, p.sold_count AS "soldCount", p.search_text AS text, p.id
      FROM search_products(${first}, ${second ?? null}, ${third ?? null}, ${others.map(({ word }) => inside(word))}, ${words.map(inside)}, ${heads}, ${code}, ${filter.archived}, ${breadth}::int) p
     WHERE (${after?.class ?? null}::int IS NULL
            OR (p.class, -p.sold_count, p.search_text COLLATE "C", p.id) > (${after?.class ?? 0}::int, ${-(after?.soldCount ?? 0)}::int, ${after?.text ?? ""}::text, ${after?.id ?? null}::uuid))
       AND (${filter.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${filter.categoryIds}::uuid[]))
       AND (${filter.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${filter.state}::text))
       AND ((${filter.tag}::text IS NULL AND ${filter.field}::jsonb IS NULL) OR EXISTS (
             SELECT FROM product w WHERE w.id = p.id AND (${filter.tag}::text IS NULL OR ${filter.tag}::text = ANY (w.tags)) AND (${filter.field}::jsonb IS NULL OR w.custom_fields @> ${filter.field}::jsonb)))
     ORDER BY p.class, p.sold_count DESC, p.search_text COLLATE "C", p.id LIMIT ${limit}`);
}
