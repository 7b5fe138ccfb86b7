import { normaliseBarcode } from "@/kernel/barcode.ts";
import type { Decimal } from "@/kernel/decimal.ts";
import { searchProducts } from "@/modules/catalogue/queries/search-products.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

/** A product as the bill's page shows it. */
export interface BillGoods {
  id: string;
  sku: string;
  name: string;
  unit: string;
  taxRate: Decimal;
  /** What it costs until now, net of VAT, in the shop's currency. */
  cost: Decimal | null;
  /** Units of the pack in which it is bought or scanned; 1 when nobody told. */
  packSize: Decimal;
  /** Kilograms of one unit: what was told, or what the unit itself says. */
  weight: Decimal | null;
}

export interface FoundGoods {
  /** Place of the code in the given list. */
  place: number;
  goods: BillGoods;
}

const SUGGESTED = 8;

/**
 * The product of each code: the supplier's own code first, then a barcode, then the shop's. Codes that nothing has are missing in the answer.
 */
export async function findBillGoods(ctx: Pick<Context, "db">, supplierId: string | null, codes: readonly string[]): Promise<FoundGoods[]> {
  if (codes.length === 0) return [];
  const rows = await ctx.db.rows<{ place: number; id: string }>(sql`
    SELECT DISTINCT ON (asked.place) (asked.place - 1)::int AS place, m.id
      FROM unnest(${[...codes]}::text[], ${codes.map(normaliseBarcode)}::text[]) WITH ORDINALITY AS asked (code, barcode, place)
      JOIN LATERAL (SELECT l.product_id AS id, 1 AS rank FROM supplier_product l WHERE l.supplier_id = ${supplierId}::uuid AND upper(l.code) = upper(asked.code)
                    UNION ALL SELECT b.product_id, 2 FROM product_barcode b WHERE b.code = asked.barcode
                    UNION ALL SELECT p.id, 3 FROM product p WHERE p.sku = asked.code) m ON true
     ORDER BY asked.place, m.rank, m.id`);
  const goods = await findBillGoodsById(ctx, supplierId, rows.map(({ id }) => id));
  return rows.map(({ place, id }) => ({ place, goods: goods.get(id)! }));
}

/** What a person may mean by what they have typed so far: a code at once, else the best of a search. */
export async function suggestBillGoods(ctx: Pick<Context, "db">, supplierId: string | null, q: string): Promise<BillGoods[]> {
  if (q.trim() === "") return [];
  const exact = await findBillGoods(ctx, supplierId, [q.trim()]);
  if (exact.length > 0) return exact.map(({ goods }) => goods);
  const { found } = await searchProducts(ctx.db, q, SUGGESTED);
  const goods = await findBillGoodsById(ctx, supplierId, found.map(({ id }) => id));
  return found.flatMap(({ id }) => goods.get(id) ?? []);
}

/** The products of these ids, by id. */
export async function findBillGoodsById(ctx: Pick<Context, "db">, supplierId: string | null, ids: readonly string[]): Promise<Map<string, BillGoods>> {
  const rows = await ctx.db.rows<BillGoods>(sql`
    SELECT p.id, p.sku, p.name, p.unit, p.tax_rate AS "taxRate", CASE WHEN p.cost_currency = s.currency THEN p.cost_price END AS cost, coalesce(p.weight, CASE p.unit WHEN 'kg' THEN 1 WHEN 'g' THEN 0.001 END) AS weight,
           coalesce((SELECT l.pack_size FROM supplier_product l WHERE l.supplier_id = ${supplierId}::uuid AND l.product_id = p.id AND l.pack_size > 1),
                    (SELECT max(b.pack_size) FROM product_barcode b WHERE b.product_id = p.id), 1) AS "packSize"
      FROM product p CROSS JOIN shop s WHERE p.id = ANY (${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
