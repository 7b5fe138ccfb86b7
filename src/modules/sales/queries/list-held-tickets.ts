import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { planAnew, sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";

/** A ticket that stands aside, as every till of the place sees it. */
export interface HeldTicketRow {
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
}

export interface HeldTicketView extends HeldTicketRow {
  /** What the till that put it aside keeps of it. */
  content: Record<string, unknown>;
}

/** The tickets that stand aside at the location of a register (the usual one when none is named, none when there is no such register), the newest first, from a place in that list on. */
export async function listHeldTickets(ctx: Context, { registerId = null, limit = 200, from = 0 }: { registerId?: string | null; limit?: number; from?: number }): Promise<HeldTicketRow[]> {
  return loadHeld(ctx.db, { locationOf: registerId, at: null, staffId: ctx.member.role === "STAFF" ? ctx.member.id : null, limit, from });
}

/** No drawer has more papers beside it than anybody would go through at its closing. */
const MOST_AT_REGISTER = 1_000;

/** Those that one register put aside. */
export async function heldAtRegister(tx: TenantTx, registerId: string): Promise<HeldTicketRow[]> {
  return loadHeld(tx, { locationOf: null, at: registerId, staffId: null, limit: MOST_AT_REGISTER, from: 0 });
}

/** A till that was away for longer was put away. */
const TAKEN_DAYS = 7;

/** The tickets that a device took in the last days and nobody sold, the newest first: a till that was killed before it could draw one asks for it again. */
export async function listTakenTickets(ctx: Context, { deviceId, limit, from }: { deviceId: string; limit: number; from: number }): Promise<HeldTicketRow[]> {
  const rows = await ctx.db.rows<Omit<HeldTicketRow, "at"> & { at: Date }>(planAnew(sql`
    SELECT h.id, h.location_id AS "locationId", h.register_id AS "registerId", r.name AS "registerName", h.name, h.total, h.status, m.name AS "memberName", h.at
      FROM held_ticket h JOIN member m ON m.tenant_id = h.tenant_id AND m.id = h.member_id LEFT JOIN register r ON r.tenant_id = h.tenant_id AND r.id = h.register_id
     WHERE h.status = 'taken' AND h.device_id = ${deviceId}::uuid AND h.at > ${ctx.now}::timestamptz - make_interval(days => ${TAKEN_DAYS}::int) AND NOT EXISTS (SELECT FROM sale s WHERE s.id = h.id)
       AND (${ctx.member.role !== "STAFF"}::boolean OR location_is_open_to(h.location_id, ${ctx.member.id}::uuid))
     ORDER BY h.at DESC, h.id DESC LIMIT ${limit}::int OFFSET ${from}::int`));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** What became a sale stands aside no longer, whether its till could say so or not. */
async function loadHeld(db: Pick<TenantDb, "rows">, { locationOf, at, staffId, limit, from }: { locationOf: string | null; at: string | null; staffId: string | null; limit: number; from: number }): Promise<HeldTicketRow[]> {
  const rows = await db.rows<Omit<HeldTicketRow, "at"> & { at: Date }>(planAnew(sql`
    SELECT h.id, h.location_id AS "locationId", h.register_id AS "registerId", r.name AS "registerName", h.name, h.total, h.status, m.name AS "memberName", h.at
      FROM held_ticket h JOIN member m ON m.tenant_id = h.tenant_id AND m.id = h.member_id LEFT JOIN register r ON r.tenant_id = h.tenant_id AND r.id = h.register_id
     WHERE h.status = 'held' AND NOT EXISTS (SELECT FROM sale s WHERE s.id = h.id)
       AND CASE WHEN ${at}::uuid IS NULL THEN h.location_id = CASE WHEN ${locationOf}::uuid IS NULL THEN (SELECT id FROM location WHERE is_default) ELSE (SELECT location_id FROM register WHERE id = ${locationOf}::uuid) END ELSE h.register_id = ${at}::uuid END
       AND (${staffId}::uuid IS NULL OR location_is_open_to(h.location_id, ${staffId}::uuid))
     ORDER BY h.at DESC, h.id DESC LIMIT ${limit}::int OFFSET ${from}::int`));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function findTicket(db: TenantDb | TenantTx, id: string): Promise<HeldTicketView | null> {
  const [row] = await db.rows<Omit<HeldTicketView, "at"> & { at: Date }>(sql`
    SELECT h.id, h.location_id AS "locationId", h.register_id AS "registerId", r.name AS "registerName", h.name, h.total, h.status, m.name AS "memberName", h.at, h.content
      FROM held_ticket h JOIN member m ON m.tenant_id = h.tenant_id AND m.id = h.member_id LEFT JOIN register r ON r.tenant_id = h.tenant_id AND r.id = h.register_id WHERE h.id = ${id}::uuid`);
  return row ? { ...row, at: row.at.toISOString() } : null;
}

/**
 * A digest of what stands aside in the shop: another one means that a ticket was put aside, taken or discarded. With the time of the last change, since one that is taken
 * between two looks leaves the list as it was.
 */
export async function readHeldPulse(db: Pick<TenantDb, "rows">): Promise<string> {
  const [row] = await db.rows<{ pulse: string }>(planAnew(sql`
    SELECT concat((SELECT md5(string_agg(concat(id, at), ' ' ORDER BY id)) FROM held_ticket WHERE status = 'held'), '-', extract(epoch FROM (SELECT max(at) FROM held_ticket))) AS pulse`));
  return row!.pulse;
}
