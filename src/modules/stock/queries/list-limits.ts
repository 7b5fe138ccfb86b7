import type { Decimal } from "@/kernel/decimal.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListLimitsInput } from "../schema.ts";

export interface LimitView {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  minStock: Decimal | null;
  maxStock: Decimal | null;
}

/** The bounds that hold at one location only, by product. The cursor is the id of the last product seen. */
export async function listLimits(ctx: Context, locationId: string, { limit, cursor }: ListLimitsInput): Promise<Result<{ items: LimitView[]; nextCursor: string | null }>> {
  const [location] = await ctx.db.rows(sql`SELECT id FROM location WHERE id = ${locationId}`);
  if (!location) return refuse("not_found");
  const rows = await ctx.db.rows<LimitView>(sql`
    SELECT b.product_id AS "productId", p.sku, p.name, p.unit, b.min_stock AS "minStock", b.max_stock AS "maxStock"
      FROM stock_limit b JOIN product p ON p.tenant_id = b.tenant_id AND p.id = b.product_id
     WHERE b.location_id = ${locationId} AND (${cursor ?? null}::uuid IS NULL OR b.product_id > ${cursor ?? null}::uuid)
     ORDER BY b.product_id LIMIT ${limit + 1}`);
  return accept({ items: rows.slice(0, limit), nextCursor: rows.length > limit ? rows[limit - 1]!.productId : null });
}
