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
  const [found] = await ctx.db.rows<{ totals: Valuation["totals"]; books: Decimal | null; items: (ValuationRow & { key: string })[] }>(sql`
    WITH moment AS MATERIALIZED (SELECT ((${day}::date + 1)::timestamp AT TIME ZONE time_zone) - interval '1 millisecond' AS at, ${by}::text AS grouping FROM shop),
    held AS (
      SELECT l.product_id, l.location_id, CASE WHEN moment.at IS NULL THEN l.on_hand ELSE (
               SELECT m.after FROM stock_movement m WHERE m.tenant_id = l.tenant_id AND m.product_id = l.product_id AND m.location_id = l.location_id AND m.at <= moment.at
                ORDER BY m.at DESC, m.seq DESC LIMIT 1) END AS quantity
        FROM stock_level l CROSS JOIN moment WHERE ${place}::uuid IS NULL OR l.location_id = ${place}::uuid
      UNION ALL
      SELECT t.product_id, NULL, CASE WHEN moment.at IS NULL THEN t.in_transit ELSE
               coalesce((SELECT -sum(m.quantity) FROM stock_movement m WHERE m.source_id = t.transfer_id AND m.source_kind = 'transfer' AND m.product_id = t.product_id AND m.at <= moment.at), 0)
               - CASE WHEN d.received_at <= moment.at THEN t.missing ELSE 0 END END
        FROM stock_transfer_line t JOIN stock_transfer d ON d.tenant_id = t.tenant_id AND d.id = t.transfer_id CROSS JOIN moment
       WHERE ${place}::uuid IS NULL AND (moment.at IS NULL AND t.in_transit > 0 OR d.dispatched_at <= moment.at AND (d.received_at IS NULL OR d.received_at > moment.at))),
    own AS (SELECT p.id, p.sku, p.name, p.unit, p.category_id, p.cost_price, p.cost_currency FROM product p
             WHERE (${categoryId === undefined}::boolean OR p.category_id IS NOT DISTINCT FROM ${category}::uuid)
               AND NOT EXISTS (SELECT FROM unnest(${words}::text[]) w WHERE strpos(p.search_text, search_fold(w)) = 0)),
    cost AS MATERIALIZED (
      SELECT own.*, k.average_cost, k.last_cost, CASE WHEN moment.at IS NULL THEN c.cost ELSE h.cost * coalesce(r.rate, CASE WHEN own.cost_currency = shop.currency THEN 1 END) END AS replacement,
             CASE WHEN own.cost_currency = shop.currency THEN CASE WHEN moment.at IS NULL THEN own.cost_price ELSE h.cost END END AS file_cost
        FROM own CROSS JOIN moment CROSS JOIN shop
        LEFT JOIN replacement_costs() c ON c.product_id = own.id
        LEFT JOIN LATERAL (
          SELECT k.average_cost, k.last_cost FROM product_cost k WHERE moment.at IS NULL AND k.product_id = own.id
          UNION ALL (SELECT k.average_cost, k.last_cost FROM product_cost_change k WHERE k.product_id = own.id AND k.at <= moment.at ORDER BY k.at DESC LIMIT 1)) k ON true
        LEFT JOIN LATERAL (SELECT g.to_cost AS cost FROM price_change g WHERE moment.at IS NOT NULL AND g.product_id = own.id AND g.list_id IS NULL AND g.at <= moment.at ORDER BY g.at DESC LIMIT 1) h ON true
        LEFT JOIN LATERAL (SELECT x.rate FROM exchange_rate x WHERE x.currency = own.cost_currency AND x.on_date <= ${day}::date ORDER BY x.on_date DESC LIMIT 1) r ON true),
    valued AS MATERIALIZED (
      SELECT cost.id, cost.sku, cost.name, cost.unit, cost.category_id, held.location_id, held.quantity,
             round(held.quantity * coalesce(cost.average_cost, cost.file_cost, 0), 2) AS average, round(held.quantity * coalesce(cost.last_cost, cost.file_cost, 0), 2) AS last,
             round(held.quantity * coalesce(cost.replacement, 0), 2) AS replacement, coalesce(cost.average_cost, cost.file_cost, cost.replacement) IS NULL AS unknown
        FROM held JOIN cost ON cost.id = held.product_id WHERE held.quantity <> 0),
    grouped AS (
      SELECT CASE moment.grouping WHEN 'product' THEN v.id WHEN 'category' THEN v.category_id ELSE v.location_id END AS id, count(DISTINCT v.id)::int AS products, sum(v.quantity) AS quantity,
             count(DISTINCT v.id) FILTER (WHERE v.unknown)::int AS unknown, sum(v.average) AS average, sum(v.last) AS last, sum(v.replacement) AS replacement
        FROM valued v CROSS JOIN moment GROUP BY 1),
    page AS (
      SELECT g.* FROM grouped g
       WHERE ${worth ?? null}::numeric IS NULL OR (g.average, coalesce(g.id::text, '')) < (${worth ?? null}::numeric, ${String(lastId ?? "")}::text)
       ORDER BY g.average DESC, coalesce(g.id::text, '') DESC LIMIT ${limit + 1})
    SELECT (SELECT json_build_object('products', count(DISTINCT id), 'unknown', count(DISTINCT id) FILTER (WHERE unknown), 'average', coalesce(sum(average), 0.00)::text, 'last', coalesce(sum(last), 0.00)::text,
              'replacement', coalesce(sum(replacement), 0.00)::text) FROM valued) AS totals,
           (SELECT coalesce(sum(l.debit - l.credit), 0.00) FROM journal_line l JOIN journal_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
             WHERE ${isWhole}::boolean AND l.account_code = 'stock' AND (${day}::date IS NULL OR e.business_date <= ${day}::date)) AS books,
           (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', coalesce(g.id::text, ''), 'name', coalesce(p.name, c.name, w.name), 'sku', p.sku, 'unit', p.unit, 'products', g.products, 'unknown', g.unknown,
                     'quantity', CASE WHEN moment.grouping = 'product' THEN g.quantity::text END, 'average', g.average::text, 'last', g.last::text, 'replacement', g.replacement::text)
                     ORDER BY g.average DESC, coalesce(g.id::text, '') DESC), '[]')
              FROM page g CROSS JOIN moment LEFT JOIN product p ON moment.grouping = 'product' AND p.id = g.id LEFT JOIN category c ON moment.grouping = 'category' AND c.id = g.id LEFT JOIN location w ON moment.grouping = 'location' AND w.id = g.id) AS items`);
  const items = found!.items.slice(0, limit);
  const end = items.at(-1);
  return accept({
    totals: found!.totals,
    books: isWhole ? found!.books : null,
    items: items.map(({ key: _key, ...row }) => row),
    nextCursor: found!.items.length > limit && end ? writeCursor([end.average, end.key]) : null,
  });
}
