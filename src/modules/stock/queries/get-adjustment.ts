import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";

export interface AdjustmentSummary {
  id: string;
  number: number;
  locationId: string;
  location: string;
  member: string;
  /** RFC 3339, UTC. */
  at: string;
  reason: string;
  notes: string | null;
  lineCount: number;
  /** What the stock gained at cost; absent for members who may not see costs. */
  value?: Decimal;
}

export interface AdjustmentView extends AdjustmentSummary {
  /** What moved: a product that already was what it was set to is not among them. */
  lines: { productId: string; sku: string; name: string; unit: string; quantity: Decimal; before: Decimal; after: Decimal; unitCost?: Decimal | null }[];
}

type Row = Omit<AdjustmentSummary, "number" | "at" | "value"> & { number: string; at: Date; value: Decimal; requestHash: string };

/** One adjustment with the hash of its request; null when the tenant has none of this id. */
export async function getAdjustment(ctx: Context, db: TenantDb | TenantTx, id: string): Promise<{ view: AdjustmentView; requestHash: string } | null> {
  const [[row], lines] = await burst([
    db.rows<Row>(sql`
      SELECT a.id, a.number, a.location_id AS "locationId", l.name AS location, w.name AS member, a.at, a.reason, a.notes, a.line_count AS "lineCount", a.value, a.request_hash AS "requestHash"
        FROM stock_adjustment a JOIN location l ON l.id = a.location_id JOIN member w ON w.id = a.member_id WHERE a.id = ${id}`),
    db.rows<AdjustmentView["lines"][number]>(sql`
      SELECT m.product_id AS "productId", p.sku, p.name, p.unit, m.quantity, m.before, m.after, m.unit_cost AS "unitCost"
        FROM stock_movement m JOIN product p ON p.tenant_id = m.tenant_id AND p.id = m.product_id
       WHERE m.source_id = ${id} AND m.source_kind = 'adjustment' ORDER BY p.search_text, p.id`),
  ]);
  if (!row) return null;
  const { requestHash, number, at, value, ...rest } = row;
  const seesCost = ctx.permissions.has("product.cost");
  const shown = lines.map(({ unitCost, ...line }) => ({ ...line, ...(seesCost ? { unitCost: unitCost ?? null } : {}) }));
  return { view: { ...rest, number: Number(number), at: at.toISOString(), ...(seesCost ? { value } : {}), lines: shown }, requestHash };
}
