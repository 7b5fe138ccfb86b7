import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { ListLostDemandInput } from "../schema.ts";

export interface LostDemandView {
  id: string;
  at: string;
  locationId: string;
  member: string;
  productId: string | null;
  sku: string | null;
  name: string | null;
  words: string | null;
  quantity: Decimal;
}

type Row = Omit<LostDemandView, "at"> & { at: Date };

/** What was asked for and could not be sold, the newest first. `from` and `to` are the shop's days, both included; the cursor is the last id seen. */
export async function listLostDemand(ctx: Pick<Context, "db">, { from, to, productId, limit, cursor }: ListLostDemandInput): Promise<{ items: LostDemandView[]; nextCursor: string | null }> {
  const rows = await ctx.db.rows<Row>(sql`
    SELECT d.id, d.at, d.location_id AS "locationId", m.name AS member, d.product_id AS "productId", p.sku, p.name, d.words, d.quantity
      FROM lost_demand d JOIN member m ON m.id = d.member_id LEFT JOIN product p ON p.id = d.product_id
     WHERE (${from ?? null}::date IS NULL OR d.business_date >= ${from ?? null}::date) AND (${to ?? null}::date IS NULL OR d.business_date <= ${to ?? null}::date)
       AND (${productId ?? null}::uuid IS NULL OR d.product_id = ${productId ?? null}::uuid) AND (${cursor ?? null}::uuid IS NULL OR d.id < ${cursor ?? null}::uuid)
     ORDER BY d.id DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map(viewOf);
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}

/** One of them with the hash of what was asked, or null. */
export async function findLostDemand(db: Pick<TenantDb | TenantTx, "rows">, id: string): Promise<{ view: LostDemandView; requestHash: string } | null> {
  const [row] = await db.rows<Row & { requestHash: string }>(sql`
    SELECT d.id, d.at, d.location_id AS "locationId", m.name AS member, d.product_id AS "productId", p.sku, p.name, d.words, d.quantity, d.request_hash AS "requestHash"
      FROM lost_demand d JOIN member m ON m.id = d.member_id LEFT JOIN product p ON p.id = d.product_id WHERE d.id = ${id}`);
  if (!row) return null;
  const { requestHash, ...rest } = row;
  return { view: viewOf(rest), requestHash };
}

function viewOf(row: Row): LostDemandView {
  return { ...row, at: row.at.toISOString(), quantity: trimZeros(row.quantity) };
}
