import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import type { IDLE_STATES, STATES } from "../schema.ts";
import { correctWords } from "./correct-words.ts";
import { FEW, measureWords, type AskedWord } from "./measure-words.ts";
import { sizeWords } from "./size-words.ts";

export interface SearchFilter {
  archived: boolean;
  /** Null: any. */
  categoryIds: readonly string[] | null;
  state: (typeof STATES | typeof IDLE_STATES)[number] | null;
  tag: string | null;
  brand: string | null;
  /** Who has it on their list. */
  supplierId: string | null;
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

/** Index rows that are read at first of a word, and of each of two that thousands of products share. */
const BREADTH = { one: 600, two: 4_000 } as const;
/** To what words are counted where the rarest must be known. */
const TELLING = 3_000;

export const ANY_PRODUCT: SearchFilter = { archived: false, categoryIds: null, state: null, tag: null, brand: null, supplierId: null, field: null };

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
  for (const way of await ways(db, asked)) {
    const found = await readRanked(db, asked, way, limit, filter, after);
    const { lead, breadth } = way;
    if (found.length >= limit || breadth === null || (await sizeWords(db, lead, breadth + 1)).every(({ hits }) => hits <= breadth)) return found;
  }
  throw new Error("the last way reads all");
}

/** How to look, the cheapest first; the next where one filled no page and left index rows unread. */
async function ways(db: TenantDb, asked: readonly AskedWord[]): Promise<Way[]> {
  const few = asked.filter(({ hits }) => hits <= FEW).toSorted((a, b) => a.hits - b.hits);
  if (few.length > 0) return [{ lead: few.slice(0, 1), breadth: null }];
  if (asked.length === 1) return [{ lead: asked, breadth: BREADTH.one }, { lead: asked, breadth: null }];
  const words = asked.filter((one) => !isSize(one));
  // What two words and more have in common, and a size besides, is seldom enough for a page: nothing is gained by reading a part first.
  if (asked.length > 2 && words.length > 1) return [{ lead: words.length === 2 ? words : rarest(await sizeWords(db, words, TELLING + 1)).slice(0, 3), breadth: null }];
  const lead = asked.length === 2 ? asked : leadBySize(rarest(await sizeWords(db, asked, TELLING + 1)));
  // Where the rarest was counted to its end, looking at its products costs less than reading whatever thousands have.
  return [{ lead, breadth: BREADTH.two }, { lead: asked.length > 2 && lead[0]!.hits <= TELLING ? lead.slice(0, 1) : lead, breadth: null }];
}

const isNumber = ({ word }: AskedWord) => /^\d/.test(word);
const isSize = (one: AskedWord) => one.word.length < 3 || isNumber(one);

/** Of words that were not counted to their end a size comes last and the longest first. */
function rarest(sized: readonly AskedWord[]): AskedWord[] {
  return sized.toSorted((a, b) => a.hits - b.hits || Number(isSize(a)) - Number(isSize(b)) || b.word.length - a.word.length);
}

/** Two that tell something about each other: a number and its unit do not, whoever has one has the other. */
function leadBySize([first, ...rest]: readonly AskedWord[]): AskedWord[] {
  return [first!, rest.find((one) => !(isSize(first!) && isSize(one))) ?? rest[0]!];
}

interface Way {
  /** The word by which the index is read, or the two that are intersected there, and a third if these leave many. */
  lead: readonly AskedWord[];
  /** Index rows that are read of each of several; null: all. */
  breadth: number | null;
}

async function readRanked(db: TenantDb, asked: readonly AskedWord[], { lead, breadth }: Way, limit: number, filter: SearchFilter, after: SearchKey | null): Promise<SearchKey[]> {
  const words = asked.map(({ word }) => word);
  const others = asked.filter(({ word }) => !lead.slice(0, 2).some((one) => one.word === word));
  const code = key(words.join("").replace(/[./]/g, ""));
  const heads = words.map((word) => `% ${word}%`);
  return db.rows<SearchKey>(sql`
    SELECT p.class, p.sold_count AS "soldCount", p.search_text AS text, p.id
      FROM search_products(${lead.map(({ word }) => key(word))}::text[], ${others.map(({ word }) => inside(word))}::text[], ${words.map(inside)}::text[], ${heads}::text[], ${code}, ${filter.archived}, ${breadth}::int) p
     WHERE (${after?.class ?? null}::int IS NULL
            OR (p.class, -p.sold_count, p.search_text COLLATE "C", p.id) > (${after?.class ?? 0}::int, ${-(after?.soldCount ?? 0)}::int, ${after?.text ?? ""}::text, ${after?.id ?? null}::uuid))
       AND (${filter.categoryIds}::uuid[] IS NULL OR p.category_id = ANY (${filter.categoryIds}::uuid[]))
       AND (${filter.state}::text IS NULL OR product_in_state(p.id, p.sale_price, p.min_stock, ${filter.state}::text))
       AND (${filter.supplierId}::uuid IS NULL OR p.id IN (SELECT s.product_id FROM supplier_product s WHERE s.supplier_id = ${filter.supplierId}::uuid))
       AND (coalesce(${filter.tag}::text, ${filter.brand}::text, ${filter.field}::text) IS NULL OR EXISTS (
             SELECT FROM product w WHERE w.id = p.id AND (${filter.tag}::text IS NULL OR ${filter.tag}::text = ANY (w.tags)) AND (${filter.brand}::text IS NULL OR w.brand = ${filter.brand}::text)
                AND (${filter.field}::jsonb IS NULL OR w.custom_fields @> ${filter.field}::jsonb)))
     ORDER BY p.class, p.sold_count DESC, p.search_text COLLATE "C", p.id LIMIT ${limit}`);
}
