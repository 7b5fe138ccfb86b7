import type { Decimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ValuationInput } from "../schema.ts";

/** What goods are worth, net of VAT, in the shop's currency; what is owed to the shelf (below zero) is worth less than nothing. */
export interface StockWorth {
  /** At the average of what was paid for them. */
  average: Decimal;
  /** At the cost of the last receipt. */
  last: Decimal;
  /** At what it would cost to buy them again. */
  replacement: Decimal;
}

export interface ValuationRow extends StockWorth {
  /** Of the product, category or location; null: without category, or on the way between locations. */
  id: string | null;
  /** Null where `id` is. */
  name: string | null;
  sku: string | null;
  unit: string | null;
  /** Products with something on hand, or below zero. */
  products: number;
  /** Of one product only: units differ. */
  quantity: Decimal | null;
  /** Products of which nobody told a cost: worth nothing here. */
  unknown: number;
}

export interface Valuation {
  totals: StockWorth & { products: number; unknown: number };
  /** The stock account of the books on that day; null where the question is narrowed, since the books know no products or places. */
  books: Decimal | null;
  items: ValuationRow[];
  nextCursor: string | null;
}

/** Of what has no category or place: the lowest of all. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

type Page = Omit<ValuationInput, "limit"> & { limit: number };

/**
 * What the goods are worth by average, last and replacement cost, today or at the end of a day, the dearest first. Goods on the way between
 * locations count as the shop's. Where no receipt told an average or last cost, the product's own cost stands for it, as it does for the first
 * receipt. On a past day costs are those of that day; replacement is then the cost that the product's file had.
 */
export async function valueStock(ctx: Pick<Context, "db">, { by, asOf, locationId, categoryId, q, limit, cursor }: Page): Promise<Result<Valuation>> {
  const key = cursor === undefined ? null : readCursor(cursor, 2);
  const [worth, lastId] = [key?.[0], key?.[1]];
  if (cursor !== undefined && !(typeof worth === "string" && /^-?\d{1,20}\.\d{2}$/.test(worth) && (lastId === "" || isUuid(lastId)))) return refuseField("cursor", "invalid");
  const words = q ? q.trim().split(/\s+/).slice(0, 8) : [];
  const [day, place, category] = [asOf ?? null, locationId ?? null, categoryId === "none" ? null : (categoryId ?? null)];
  const isWhole = place === null && categoryId === undefined && words.length === 0;
  const [found] = await ctx.db.rows<{ totals: Valuation["totals"]; books: Decimal | null; items: ValuationRow[] }>(sql`
    WITH asked AS MATERIALIZED (SELECT ${by}::text AS by_what, ${NO_ID}::uuid AS no_id),
    page AS MATERIALIZED (
      SELECT w.* FROM shop s CROSS JOIN asked CROSS JOIN LATERAL stock_worth_page(
               asked.by_what, (${day}::date + 1)::timestamp AT TIME ZONE s.time_zone - interval '1 millisecond', ${day}::date, ${place}::uuid, ${categoryId !== undefined}::boolean, ${category}::uuid, ${words}::text[],
               ${worth ?? null}::numeric, ${lastId || NO_ID}::uuid, ${limit + 1}::int) w)
    SELECT (SELECT json_build_object('products', t.products, 'unknown', t.unknown, 'average', t.average::text, 'last', t.last::text, 'replacement', t.replacement::text) FROM page t WHERE t.is_total) AS totals,
           (SELECT coalesce(sum(l.debit - l.credit), 0.00) FROM journal_line l JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
             WHERE ${isWhole}::boolean AND l.account_code = 'stock' AND (${day}::date IS NULL OR e.business_date <= ${day}::date)) AS books,
           (SELECT coalesce(json_agg(json_build_object('id', nullif(g.id, asked.no_id), 'name', coalesce(p.name, c.name, w.name), 'sku', p.sku, 'unit', p.unit, 'products', g.products, 'unknown', g.unknown,
                     'quantity', CASE WHEN asked.by_what = 'product' THEN g.quantity::text END, 'average', g.average::text, 'last', g.last::text, 'replacement', g.replacement::text)
                     ORDER BY g.average DESC, g.id DESC), '[]')
              FROM page g CROSS JOIN asked LEFT JOIN product p ON asked.by_what = 'product' AND p.id = g.id LEFT JOIN category c ON asked.by_what = 'category' AND c.id = g.id LEFT JOIN location w ON asked.by_what = 'location' AND w.id = g.id
             WHERE NOT g.is_total) AS items`);
  const items = found!.items.slice(0, limit);
  const end = items.at(-1);
  return accept({
    totals: found!.totals,
    books: isWhole ? found!.books : null,
    items,
    nextCursor: found!.items.length > limit && end ? writeCursor([end.average, end.id ?? ""]) : null,
  });
}
