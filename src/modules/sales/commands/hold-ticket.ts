import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { findTicket, type HeldTicketView } from "../queries/list-held-tickets.ts";
import type { HoldTicketInput } from "../schema.ts";

/** Puts a ticket aside for every till of the location; again under its id, it is what it is now. Not one that another till took meanwhile, nor one that is gone. */
export async function holdTicket(ctx: Context, { id, locationId, registerId, name, total, content }: HoldTicketInput): Promise<Result<HeldTicketView>> {
  return ctx.transact(async (tx) => {
    const [place] = await tx.rows<{ id: string }>(sql`
      SELECT l.id FROM location l LEFT JOIN register r ON r.tenant_id = l.tenant_id AND r.id = ${registerId ?? null}::uuid AND r.location_id = l.id
       WHERE CASE WHEN ${locationId ?? null}::uuid IS NULL THEN coalesce(l.id = (SELECT location_id FROM register WHERE id = ${registerId ?? null}::uuid), l.is_default) ELSE l.id = ${locationId ?? null}::uuid END
         AND (${registerId ?? null}::uuid IS NULL OR r.id IS NOT NULL) LIMIT 1`);
    if (!place) return refuseField("locationId", "not_found");
    const [held] = await tx.rows(sql`
      INSERT INTO held_ticket AS h (id, location_id, register_id, name, total, content, status, member_id, at)
      VALUES (${id}::uuid, ${place.id}::uuid, ${registerId ?? null}::uuid, ${name}, ${total}::numeric, ${JSON.stringify(content)}::jsonb, 'held', ${ctx.member.id}::uuid, ${ctx.now}::timestamptz)
      ON CONFLICT (tenant_id, id) DO UPDATE SET register_id = excluded.register_id, name = excluded.name, total = excluded.total, content = excluded.content, status = 'held', member_id = excluded.member_id, at = excluded.at
       WHERE h.status = 'held' OR (h.status = 'taken' AND h.member_id = excluded.member_id)
      RETURNING h.id`);
    return held ? accept((await findTicket(tx, id))!) : refuse("ticket_gone");
  });
}

/** Moves a ticket to the till that asks: from here on it is there and nowhere else. */
export async function takeTicket(ctx: Context, { id, registerId }: { id: string; registerId?: string }): Promise<Result<HeldTicketView>> {
  return ctx.transact(async (tx) => {
    const [taken] = await tx.rows(sql`
      UPDATE held_ticket SET status = 'taken', register_id = coalesce(${registerId ?? null}::uuid, register_id), member_id = ${ctx.member.id}::uuid, at = ${ctx.now}::timestamptz
       WHERE id = ${id}::uuid AND status = 'held' RETURNING id`);
    const ticket = await findTicket(tx, id);
    if (!ticket) return refuse("not_found");
    return taken ? accept(ticket) : refuse("ticket_gone", { params: { name: ticket.memberName } });
  });
}

/** Drops a ticket that stands aside, with a reason. */
export async function discardTicket(ctx: Context, { id, reason }: { id: string; reason: string }): Promise<Result<HeldTicketView>> {
  return ctx.transact(async (tx) => {
    const [gone] = await tx.rows(sql`
      UPDATE held_ticket SET status = 'discarded',
             reason = ${reason}, member_id = ${ctx.member.id}::uuid, at = ${ctx.now}::timestamptz
       WHERE id = ${id}::uuid
         AND status = 'held' RETURNING id`);
    const ticket = await findTicket(tx, id);
    if (!ticket) return refuse("not_found");
    if (!gone) return refuse("ticket_gone", { params: { name: ticket.memberName } });
    await recordAudit(tx, ctx, { action: "shift.discard_ticket", entity: "held_ticket", entityId: id, detail: { name: ticket.name, total: ticket.total, reason } });
    return accept(ticket);
  });
}
