import { createHash } from "node:crypto";
import { compare } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { MOST_MONEY } from "@/kernel/money.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { sqlState } from "@/platform/db/tenant-client.ts";
import { getShift, type ShiftView } from "../queries/shift-view.ts";
import { sumOfNotes } from "../rules/count-drawer.ts";
import type { OpenShiftInput } from "../schema.ts";

const TAKEN = "23505";

/** Opens the till of a register with what is in its drawer. One shift at a time per register: the database holds it. `input.id` makes it idempotent. */
export async function openShift(ctx: Context, input: OpenShiftInput): Promise<Result<ShiftView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
  const opened = await open(ctx, input, id, requestHash).catch((error: unknown) => {
    if (sqlState(error) === TAKEN) return refuse("shift_open");
    throw error;
  });
  if (opened.ok || input.id === undefined) return opened;
  const [known] = await ctx.db.rows<{ requestHash: string }>(sql`SELECT request_hash AS "requestHash" FROM till_shift WHERE id = ${id}::uuid`);
  if (!known) return opened;
  return known.requestHash === requestHash ? accept((await getShift(ctx.db, id, ctx.permissions.has("shift.expected")))!) : refuse("idempotency_mismatch");
}

function open(ctx: Context, input: OpenShiftInput, id: string, requestHash: string): Promise<Result<ShiftView>> {
  return ctx.transact(async (tx) => {
    const float = input.denominations ? sumOfNotes(input.denominations) : (input.float ?? "0");
    if (input.denominations && input.float !== undefined && Number(input.float) !== Number(float)) return refuseField("float", "conflict");
    if (compare(float, MOST_MONEY) > 0) return refuseField("denominations", "too_large");
    // A register is not put away while its till is being opened.
    const [register] = await tx.rows<{ id: string; isActive: boolean; isOpen: boolean; name: string; locationId: string }>(sql`
      SELECT r.id, r.is_active AS "isActive", location_is_open_to(l.id, ${ctx.member.id}::uuid) AS "isOpen", l.name, l.id AS "locationId"
        FROM register r JOIN location l ON l.tenant_id = r.tenant_id AND l.id = r.location_id
       WHERE CASE WHEN ${input.registerId ?? null}::uuid IS NULL THEN r.is_active AND CASE WHEN ${input.locationId ?? null}::uuid IS NULL THEN l.is_default ELSE l.id = ${input.locationId ?? null}::uuid END ELSE r.id = ${input.registerId ?? null}::uuid END
       ORDER BY r.id LIMIT 1 FOR SHARE OF r`);
    if (!register) return refuseField("registerId", "not_found");
    if (!register.isActive) return refuseField("registerId", "register_closed");
    if (ctx.member.role === "STAFF" && !register.isOpen) return refuseField("registerId", "location_not_yours", { name: register.name });
    await tx.execute(sql`
      INSERT INTO till_shift (id, register_id, opened_by, opened_at, float, request_hash) VALUES (${id}::uuid, ${register.id}::uuid, ${ctx.member.id}::uuid, ${ctx.now}::timestamptz, ${float}::numeric, ${requestHash})`);
    await recordAudit(tx, ctx, { action: "shift.open", entity: "shift", entityId: id, detail: { amount: float } });
    return accept((await getShift(tx, id, ctx.permissions.has("shift.expected")))!);
  });
}
