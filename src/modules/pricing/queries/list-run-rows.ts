import type { Decimal } from "@/kernel/decimal.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export const RUN_ROW_VIEWS = ["all", "standing", "changed_since", "kept", "undone"] as const;
export type RunRowView = (typeof RUN_ROW_VIEWS)[number];

export interface RunRow {
  productId: string;
  sku: string | null;
  name: string | null;
  from: Decimal | null;
  to: Decimal;
  /** What it costs now. */
  now: Decimal | null;
  standing: Exclude<RunRowView, "all"> | "waiting";
}

export interface RunRows {
  counts: Record<Exclude<RunRowView, "all">, number>;
  items: RunRow[];
  nextPage: number | null;
}

const PAGE = 50;

/** What a run did, product by product, and how each stands now: as the run left it, changed since, never changed, or gone back. */
export async function listRunRows(ctx: Pick<Context, "db">, runId: string, view: RunRowView, page: number): Promise<RunRows> {
  const [found] = await ctx.db.rows<{ counts: RunRows["counts"]; items: RunRow[] }>(sql`
    WITH judged AS MATERIALIZED (
      SELECT w.product_id, p.sku, p.name, p.search_text, w.from_price, w.to_price, CASE WHEN r.list_id IS NULL THEN p.sale_price ELSE l.price END AS now_price,
             CASE WHEN w.state IS NULL THEN 'waiting' WHEN w.undone_by IS NOT NULL THEN 'undone' WHEN w.state = 'kept' THEN 'kept'
                  WHEN CASE WHEN r.list_id IS NULL THEN p.sale_price ELSE l.price END IS NOT DISTINCT FROM w.to_price THEN 'standing' ELSE 'changed_since' END AS standing
        FROM price_run r JOIN price_run_row w ON w.run_id = r.id
        -- Each by its key: of a new shop the planner knows nothing, and would walk all its products for each row.
        LEFT JOIN LATERAL (SELECT * FROM product p WHERE p.id = w.product_id OFFSET 0) p ON true
        LEFT JOIN LATERAL (SELECT l.price FROM list_price l WHERE l.list_id = r.list_id AND l.product_id = w.product_id OFFSET 0) l ON true
       WHERE r.id = ${runId}),
    wanted AS (SELECT * FROM judged WHERE ${view} = 'all' OR standing = ${view} ORDER BY search_text, product_id LIMIT ${PAGE + 1} OFFSET ${page * PAGE})
    SELECT (SELECT json_build_object('standing', count(*) FILTER (WHERE standing = 'standing'), 'changed_since', count(*) FILTER (WHERE standing = 'changed_since'),
              'kept', count(*) FILTER (WHERE standing = 'kept'), 'undone', count(*) FILTER (WHERE standing = 'undone')) FROM judged) AS counts,
           (SELECT coalesce(json_agg(json_build_object('productId', product_id, 'sku', sku, 'name', name, 'from', from_price::text, 'to', to_price::text, 'now', now_price::text, 'standing', standing)), '[]') FROM wanted) AS items`);
  const plain = (value: Decimal | null): Decimal | null => (value === null ? null : plainPrice(value));
  const items = found!.items.slice(0, PAGE).map((row) => ({ ...row, from: plain(row.from), to: plainPrice(row.to), now: plain(row.now) }));
  return { counts: found!.counts, items, nextPage: found!.items.length > PAGE ? page + 1 : null };
}
