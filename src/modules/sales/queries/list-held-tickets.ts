import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";

export interface HeldTicketView {
  id: string;
  locationId: string;
  registerId: string | null;
  registerName: string | null;
  name: string;
  total: Decimal;
  status: "held" | "taken" | "discarded";
  /** Who put it aside, took it or discarded it. */
  memberName: string;
  at: string;
  /** What the till that put it aside keeps of it. */
  content: unknown;
}

type Row = Omit<HeldTicketView, "at"> & { at: Date };

/** The tickets that stand aside at a location (the default one when none is named), the oldest first; at most 200. */
export async function listHeldTickets(ctx: Context, { locationId }: { locationId?: string }): Promise<HeldTicketView[]> {
  const rows = await ctx.db.rows<Row>(sql`
    SELECT h.id, h.location_id AS "locationId", h.register_id AS "registerId", r.name AS "registerName", h.name, h.total, h.status, m.name AS "memberName", h.at, h.content
      FROM held_ticket h JOIN member m ON m.tenant_id = h.tenant_id AND m.id = h.member_id LEFT JOIN register r ON r.tenant_id = h.tenant_id AND r.id = h.register_id
     WHERE h.status = 'held' AND h.location_id = coalesce(${locationId ?? null}::uuid, (SELECT id FROM location WHERE is_default)) ORDER BY h.at, h.id LIMIT 200`);
  return rows.map(viewOf);
}

export async function findTicket(db: TenantDb | TenantTx, id: string): Promise<HeldTicketView | null> {
  const [row] = await db.rows<Row>(sql`
    SELECT h.id, h.location_id AS "locationId", h.register_id AS "registerId", r.name AS "registerName", h.name, h.total, h.status, m.name AS "memberName", h.at, h.content
      FROM held_ticket h JOIN member m ON m.tenant_id = h.tenant_id AND m.id = h.member_id LEFT JOIN register r ON r.tenant_id = h.tenant_id AND r.id = h.register_id WHERE h.id = ${id}::uuid`);
  return row ? viewOf(row) : null;
}

function viewOf(row: Row): HeldTicketView {
  return { ...row, at: row.at.toISOString() };
}
