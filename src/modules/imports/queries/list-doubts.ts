import type { Decimal } from "@/kernel/decimal.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { costOfLine, type LineValues } from "../rules/decide-line.ts";
import type { MatchedBy } from "../rules/match-line.ts";
import { findBatch } from "./find-batch.ts";

export interface DoubtCandidate {
  productId: string;
  sku: string;
  name: string;
  brand: string | null;
  costPrice: Decimal | null;
  isActive: boolean;
  /** 0 to 100. */
  score: number;
  by: MatchedBy;
}

/** A line that may be one of several products, or none. */
export interface Doubt {
  /** Row number as in the file. */
  row: number;
  name: string | null;
  code: string | null;
  listPrice: Decimal | null;
  /** What one comes to for the shop, if the price is for one. */
  cost: Decimal | null;
  candidates: DoubtCandidate[];
  /** Undefined while nobody has said; null: none of the shop's products. */
  decided?: { productId: string; name: string } | null;
}

const MOST = 500;

/** The doubtful lines of a supplier's list in the order of the file, at most 500, those that wait first. They are costs: for those who see them. */
export async function listDoubts(ctx: Context, id: string): Promise<Result<Doubt[]>> {
  const batch = await findBatch(ctx, ctx.db, id);
  if (!batch) return refuse("not_found");
  if (!ctx.permissions.has("product.cost")) return accept([]);
  const rows = await ctx.db.rows<{ row: number; values: LineValues; verdict: string; productId: string | null; productName: string | null; candidates: DoubtCandidate[] }>(sql`
    SELECT r.row_no AS row, r.values, r.verdict, r.product_id AS "productId", own.name AS "productName",
           (SELECT coalesce(json_agg(json_build_object('productId', p.id, 'sku', p.sku, 'name', p.name, 'brand', p.brand, 'costPrice', p.cost_price::text, 'isActive', p.is_active, 'score', (c.x->>'score')::int, 'by', c.x->>'by') ORDER BY c.n), '[]')
              FROM jsonb_array_elements(r.doubt->'candidates') WITH ORDINALITY AS c (x, n) JOIN product p ON p.id = (c.x->>'productId')::uuid) AS candidates
      FROM import_row r LEFT JOIN product own ON own.tenant_id = r.tenant_id AND own.id = r.product_id
     WHERE r.batch_id = ${id} AND r.doubt IS NOT NULL ORDER BY r.verdict <> 'skipped', r.row_no LIMIT ${MOST}`);
  const { terms } = batch.plan;
  return accept(rows.map(({ row, values, verdict, productId, productName, candidates }) => ({
    row, candidates,
    name: values.name ?? null, code: values.supplierCode ?? values.sku ?? null, listPrice: values.listPrice ?? null, cost: terms === undefined ? null : costOfLine(values.listPrice, "1", terms),
    ...(verdict === "skipped" ? {} : { decided: productId === null ? null : { productId, name: productName ?? "" } }),
  })));
}
