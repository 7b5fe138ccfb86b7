import type { Decimal } from "@/kernel/decimal.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Reason } from "../rules/import-values.ts";

/** What a supplier's list changes about one product. */
export interface ListDifference {
  row: number;
  productId: string;
  sku: string;
  name: string;
  /** The supplier's words, where they are others. */
  listedName: string | null;
  code: string | null;
  listFrom: Decimal | null;
  listTo: Decimal | null;
  /** Percent of the list price, else of the cost; null without an old one. */
  jump: Decimal | null;
  costFrom: Decimal | null;
  costTo: Decimal | null;
  salePrice: Decimal | null;
  /** Percent of the net price that is left at the new cost and the present price; null without one of them. */
  margin: Decimal | null;
  reasons: Reason[];
  applied: boolean;
}

const PAGE = 50;

/**
 * A page (from 0) of what changes, the biggest jumps first, for members who see costs; the caller has made sure of the batch. In an applied
 * batch "from" is what was there before.
 */
export async function listDifferences(ctx: { db: Pick<Context["db"], "rows"> }, id: string, page: number): Promise<{ items: ListDifference[]; nextPage: number | null }> {
  const rows = await ctx.db.rows<ListDifference>(sql`
    WITH moved AS (
      SELECT r.tenant_id, r.row_no, r.product_id, r.reasons, r.applied, r.values, r.changes->'listPrice' AS list, r.changes->'costPrice' AS cost FROM import_row r
       WHERE r.batch_id = ${id} AND r.verdict = 'changed' AND r.product_id IS NOT NULL),
    priced AS (
      SELECT m.*, (m.list->>'from')::numeric AS list_from, (m.list->>'to')::numeric AS list_to, (m.cost->>'from')::numeric AS cost_from, (m.cost->>'to')::numeric AS cost_to FROM moved m),
    judged AS (
      SELECT d.*, CASE WHEN d.list_from IS NULL THEN round((d.cost_to - d.cost_from) * 100 / nullif(d.cost_from, 0), 1) ELSE round((d.list_to - d.list_from) * 100 / nullif(d.list_from, 0), 1) END AS jump FROM priced d)
    SELECT j.row_no AS row, p.id AS "productId", p.sku, p.name, CASE WHEN j.values->>'name' <> p.name THEN j.values->>'name' END AS "listedName", coalesce(j.values->>'supplierCode', j.values->>'sku') AS code,
           j.list_from::text AS "listFrom", j.list_to::text AS "listTo", j.jump::text AS jump, j.cost_from::text AS "costFrom", j.cost_to::text AS "costTo", p.sale_price::text AS "salePrice",
           round(100 - coalesce(j.cost_to, p.cost_price) * (100 + p.tax_rate) / nullif(p.sale_price, 0), 1)::text AS margin, j.reasons, j.applied
      FROM (SELECT *, abs(jump) AS size FROM judged ORDER BY size DESC NULLS LAST, row_no) j
     -- By its key, line after line until the page is full: joined, a plan made for a list of a handful goes through all products for each line of a long one.
     CROSS JOIN LATERAL (SELECT * FROM product p WHERE p.tenant_id = j.tenant_id AND p.id = j.product_id LIMIT 1) p
     ORDER BY j.size DESC NULLS LAST, j.row_no LIMIT ${PAGE + 1} OFFSET ${page * PAGE}`);
  const plain = (price: Decimal | null) => (price === null ? null : plainPrice(price));
  const items = rows.slice(0, PAGE).map((row) => ({ ...row, listFrom: plain(row.listFrom), listTo: plain(row.listTo), costFrom: plain(row.costFrom), costTo: plain(row.costTo), salePrice: plain(row.salePrice) }));
  return { items, nextPage: rows.length > PAGE ? page + 1 : null };
}
