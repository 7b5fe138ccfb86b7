import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { costWithTax } from "../rules/margin.ts";
import { plainPrice } from "../rules/plain-price.ts";
import { readCursor, writeCursor } from "../rules/page-cursor.ts";

interface Item {
  id: string;
  sku: string;
  name: string;
  unit: string;
  salePrice: Decimal | null;
  taxRate: Decimal;
  barcodes: { code: string; packSize: Decimal }[];
  stock: Decimal;
  categoryId: string | null;
  rank: number;
  /** With VAT; the key is absent for members who may not see costs. */
  cost?: Decimal | null;
}

export interface PosCatalogue {
  cursor: string;
  full: boolean;
  products: Item[];
  removed: string[];
}

type Row = Omit<Item, "cost"> & { costPrice: Decimal | null; isActive: boolean };

/** Longest time between a change's stamp and its commit (the transaction's own limit): what is younger is sent again. */
const OVERLAP_MS = 30_000;

/** What the till keeps in memory: everything, or what changed since its cursor. A product deleted since makes it everything again. */
export async function posCatalogue(ctx: Pick<Context, "db" | "permissions" | "now">, given: string | null): Promise<PosCatalogue> {
  const horizon = new Date(ctx.now.getTime() - OVERLAP_MS).toISOString();
  const since = await soundCursor(ctx, given);
  const [rows, count] = await Promise.all([since === null ? everything(ctx) : changedSince(ctx, since), countCreatedBefore(ctx, horizon)]);
  const seesCost = ctx.permissions.has("product.cost");
  return {
    cursor: writeCursor([horizon, count]),
    full: since === null,
    products: rows.filter((row) => row.isActive).map((row) => itemOf(row, seesCost)),
    removed: since === null ? [] : rows.filter((row) => !row.isActive).map(({ id }) => id),
  };
}

/** The instant to go on from; null without a readable cursor, or when a product that the till knows is gone. */
async function soundCursor(ctx: Pick<Context, "db">, given: string | null): Promise<string | null> {
  const key = given === null ? null : readCursor(given, 2);
  if (!key || typeof key[0] !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(key[0]) || Number.isNaN(Date.parse(key[0]))) return null;
  return (await countCreatedBefore(ctx, key[0])) === key[1] ? key[0] : null;
}

async function countCreatedBefore(ctx: Pick<Context, "db">, instant: string): Promise<number> {
  const [row] = await ctx.db.rows<{ n: number }>(sql`SELECT count(*)::int AS n FROM product WHERE created_at < ${instant}::timestamptz`);
  return row!.n;
}

/** All of it: every table is read once from end to end, whatever the planner knows of a list that was imported a minute ago. */
async function everything(ctx: Pick<Context, "db" | "permissions">): Promise<Row[]> {
  return ctx.db.rows<Row>(sql`
    WITH level AS (SELECT product_id, sum(on_hand) AS on_hand FROM stock_level l JOIN location o ON o.tenant_id = l.tenant_id AND o.id = l.location_id
                    WHERE o.is_default GROUP BY product_id),
         pack AS (SELECT product_id, json_agg(json_build_object('code', code, 'packSize', pack_size::text)) AS codes FROM product_barcode GROUP BY product_id)
    SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.tax_rate AS "taxRate", coalesce(b.codes, '[]') AS barcodes,
           CASE WHEN p.kit_pricing IS NULL THEN coalesce(l.on_hand, 0) ELSE kit_stock(p.id, (SELECT id FROM location WHERE is_default)) END AS stock,
           p.category_id AS "categoryId", p.sold_count AS rank, p.is_active AS "isActive",
           CASE WHEN ${ctx.permissions.has("product.cost")}::boolean THEN round(p.cost_price * r.rate, 4) END AS "costPrice"
      FROM product p
      LEFT JOIN current_rate r ON r.currency = p.cost_currency
      LEFT JOIN level l ON l.product_id = p.id
      LEFT JOIN pack b ON b.product_id = p.id
     WHERE p.is_active
     ORDER BY p.id`);
}

/** What a till asks every few seconds: only the products that changed, or whose stock did, are looked at. */
async function changedSince(ctx: Pick<Context, "db" | "permissions">, since: string): Promise<Row[]> {
  return ctx.db.rows<Row>(sql`
    WITH changed AS (SELECT id FROM product WHERE updated_at >= ${since}::timestamptz
                     UNION SELECT product_id FROM price_change WHERE at >= ${since}::timestamptz
                     UNION SELECT product_id FROM stock_level WHERE updated_at >= ${since}::timestamptz
                     UNION SELECT k.kit_id FROM stock_level s JOIN kit_component k ON k.tenant_id = s.tenant_id AND k.component_id = s.product_id WHERE s.updated_at >= ${since}::timestamptz)
    SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.tax_rate AS "taxRate",
           coalesce((SELECT json_agg(json_build_object('code', b.code, 'packSize', b.pack_size::text)) FROM product_barcode b
                      WHERE b.tenant_id = p.tenant_id AND b.product_id = p.id), '[]') AS barcodes,
           CASE WHEN p.kit_pricing IS NOT NULL THEN kit_stock(p.id, (SELECT id FROM location WHERE is_default)) ELSE
           coalesce((SELECT sum(l.on_hand) FROM stock_level l JOIN location o ON o.tenant_id = l.tenant_id AND o.id = l.location_id
                      WHERE o.is_default AND l.tenant_id = p.tenant_id AND l.product_id = p.id), 0) END AS stock,
           p.category_id AS "categoryId", p.sold_count AS rank, p.is_active AS "isActive",
           CASE WHEN ${ctx.permissions.has("product.cost")}::boolean THEN round(p.cost_price * r.rate, 4) END AS "costPrice"
      FROM changed c JOIN product p ON p.id = c.id
      LEFT JOIN current_rate r ON r.currency = p.cost_currency
     ORDER BY p.id`);
}

function itemOf({ costPrice, isActive: _isActive, ...row }: Row, seesCost: boolean): Item {
  return {
    ...row,
    salePrice: row.salePrice === null ? null : plainPrice(row.salePrice),
    stock: trimZeros(row.stock),
    barcodes: row.barcodes.map(({ code, packSize }) => ({ code, packSize: trimZeros(packSize) })),
    ...(seesCost ? { cost: costPrice === null ? null : plainPrice(costWithTax(costPrice, row.taxRate)) } : {}),
  };
}
