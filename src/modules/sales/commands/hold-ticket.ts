import { accept, refuse, refuseField, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { findTicket, type HeldTicketView } from "../queries/list-held-tickets.ts";
import type { HoldTicketInput, TakeTicketInput } from "../schema.ts";

/**
 * Puts a ticket aside for every till of the location; again under its id, it is what it is now. Not one that another device has meanwhile, nor one that is gone.
 * It stands at the register that is named, or at the one that a sale without a name would be of.
 */
export async function holdTicket(ctx: Context, { id, locationId, registerId, deviceId, name, total, content }: HoldTicketInput): Promise<Result<HeldTicketView>> {
  return ctx.transact(async (tx) => {
    const [place] = await tx.rows<{ id: string; name: string; registerId: string | null; isOpenTo: boolean }>(sql`
      SELECT l.id, l.name, r.id AS "registerId", ${ctx.member.role !== "STAFF"}::boolean OR location_is_open_to(l.id, ${ctx.member.id}::uuid) AS "isOpenTo" FROM location l
        LEFT JOIN LATERAL (SELECT g.id FROM register g WHERE g.tenant_id = l.tenant_id AND g.location_id = l.id AND CASE WHEN ${registerId ?? null}::uuid IS NULL THEN g.is_active ELSE g.id = ${registerId ?? null}::uuid END ORDER BY g.id LIMIT 1) r ON true
       WHERE CASE WHEN ${locationId ?? null}::uuid IS NULL THEN coalesce(l.id = (SELECT location_id FROM register WHERE id = ${registerId ?? null}::uuid), l.is_default) ELSE l.id = ${locationId ?? null}::uuid END
         AND (${registerId ?? null}::uuid IS NULL OR r.id IS NOT NULL) LIMIT 1`);
    if (!place) return refuseField("locationId", "not_found");
    if (!place.isOpenTo) return refuseField("locationId", "location_not_yours", { name: place.name });
    const [held] = await tx.rows(sql`
      INSERT INTO held_ticket AS h (id, location_id, register_id, device_id, name, total, content, status, member_id, at)
      VALUES (${id}::uuid, ${place.id}::uuid, ${place.registerId}::uuid, ${deviceId}::uuid, ${name}, ${total}::numeric, ${JSON.stringify(content)}::jsonb, 'held', ${ctx.member.id}::uuid, ${ctx.now}::timestamptz)
      ON CONFLICT (tenant_id, id) DO UPDATE SET register_id = excluded.register_id, name = excluded.name, total = excluded.total, content = excluded.content, status = 'held', member_id = excluded.member_id, at = excluded.at
       WHERE h.status <> 'discarded' AND h.device_id = excluded.device_id AND NOT EXISTS (SELECT FROM sale s WHERE s.id = h.id)
      RETURNING h.id`);
    const ticket = await findTicket(tx, id);
    return held ? accept(ticket!) : refuseGone(ticket);
  });
}

/**
 * Moves a ticket to the till that asks: from here on it is there and nowhere else. The same device may ask again, as long as it was not sold: else a ticket whose answer
 * was lost on the way would be nowhere.
 */
export async function takeTicket(ctx: Context, id: string, { registerId, deviceId }: TakeTicketInput): Promise<Result<HeldTicketView>> {
  return ctx.transact(async (tx) => {
    if (registerId !== undefined && (await tx.rows(sql`SELECT FROM register WHERE id = ${registerId}::uuid`)).length === 0) return refuseField("registerId", "not_found");
    const [taken] = await tx.rows(sql`
      UPDATE held_ticket SET status = 'taken', register_id = coalesce(${registerId ?? null}::uuid, register_id), device_id = ${deviceId}::uuid, member_id = ${ctx.member.id}::uuid, at = ${ctx.now}::timestamptz
       WHERE id = ${id}::uuid AND (status = 'held' OR (status = 'taken' AND device_id = ${deviceId}::uuid))
         AND NOT EXISTS (SELECT FROM sale s WHERE s.id = ${id}::uuid)
         AND (${ctx.member.role !== "STAFF"}::boolean OR location_is_open_to(location_id, ${ctx.member.id}::uuid)) RETURNING id`);
    const ticket = await findTicket(tx, id);
    return taken ? accept(ticket!) : refuseGone(ticket);
  });
}

/** Drops a ticket that stands aside, with a reason. */
export async function discardTicket(ctx: Context, id: string, { reason }: { reason: string }): Promise<Result<HeldTicketView>> {
  return ctx.transact(async (tx) => {
    const [gone] = await tx.rows(sql`
      UPDATE held_ticket SET status = 'discarded', reason = ${reason}, member_id = ${ctx.member.id}::uuid, at = ${ctx.now}::timestamptz
       WHERE id = ${id}::uuid AND status = 'held'
         AND (${ctx.member.role !== "STAFF"}::boolean OR location_is_open_to(location_id, ${ctx.member.id}::uuid)) RETURNING id`);
    const ticket = await findTicket(tx, id);
    if (!ticket || !gone) return refuseGone(ticket);
    await recordAudit(tx, ctx, { action: "shift.discard_ticket", entity: "held_ticket", entityId: id, detail: { name: ticket.name, total: ticket.total, reason } });
    return accept(ticket);
  });
}

/** Whoever comes second hears who was first. */
function refuseGone(ticket: HeldTicketView | null): Refusal {
  return ticket ? refuse("ticket_gone", { params: { name: ticket.memberName } }) : refuse("not_found");
}
