import { isDay } from "@/kernel/day.ts";
import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListMovementsInput } from "../schema.ts";

export interface MovementView {
  id: string;
  productId: string;
  locationId: string;
  type: string;
  quantity: Decimal;
  before: Decimal;
  after: Decimal;
  source: { kind: string; id: string };
  /** Name of who did it. */
  member: string | null;
  /** RFC 3339, UTC. */
  at: string;
  reason: string | null;
}

type Row = Omit<MovementView, "source" | "at"> & { sourceKind: string; sourceId: string; at: Date };

/** Movements, the newest first, those of one level in their order: why it says what it says. `from` and `to` are both included. The cursor is the id of the last one seen. */
export async function listMovements(ctx: Context, { productId, locationId, type, from, to, limit, cursor }: ListMovementsInput): Promise<{ items: MovementView[]; nextCursor: string | null }> {
  const [first, last] = [momentOf(from), momentOf(to)];
  const rows = await ctx.db.rows<Row>(sql`
    SELECT m.id, m.product_id AS "productId", m.location_id AS "locationId", m.type, m.quantity, m.before, m.after,
           m.source_kind AS "sourceKind", m.source_id AS "sourceId", w.name AS member, m.at, m.reason
      FROM stock_movement m
      LEFT JOIN member w ON w.tenant_id = m.tenant_id AND w.id = m.member_id
     WHERE (${locationId ?? null}::uuid IS NULL OR m.location_id = ${locationId ?? null}::uuid) AND (${type ?? null}::text IS NULL OR m.type = ${type ?? null}::text) AND (${productId ?? null}::uuid IS NULL OR m.product_id = ${productId ?? null}::uuid)
       AND (${first.day}::date IS NULL OR m.at >= ${first.day}::date::timestamp AT TIME ZONE (SELECT time_zone FROM shop))
       AND (${first.instant}::timestamptz IS NULL OR m.at >= ${first.instant}::timestamptz)
       AND (${last.day}::date IS NULL OR m.at < (${last.day}::date + 1)::timestamp AT TIME ZONE (SELECT time_zone FROM shop))
       AND (${last.instant}::timestamptz IS NULL OR m.at <= ${last.instant}::timestamptz)
       AND (${cursor ?? null}::uuid IS NULL OR (m.at, m.seq, m.id) < (SELECT c.at, c.seq, c.id FROM stock_movement c WHERE c.id = ${cursor ?? null}::uuid))
     ORDER BY m.at DESC, m.seq DESC, m.id DESC
     LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map(({ sourceKind, sourceId, at, ...row }) => ({ ...row, source: { kind: sourceKind, id: sourceId }, at: at.toISOString() }));
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}

/** A day or an instant, as SQL takes either. */
export function momentOf(text: string | undefined): { day: string | null; instant: string | null } {
  if (text === undefined) return { day: null, instant: null };
  return isDay(text) ? { day: text, instant: null } : { day: null, instant: text };
}
