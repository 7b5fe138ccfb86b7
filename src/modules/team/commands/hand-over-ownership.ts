import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { changeRights } from "@/modules/identity/postings/change-membership.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { findMember, lockTeam } from "../postings/lock-team.ts";

const WITHOUT_LIMITS = { permissionSet: null, permissions: [], thresholds: {} };

/** Makes a member an owner. Unless `keep`, the one who hands over becomes an ADMIN in the same instant. */
export async function handOverOwnership(ctx: Context, { id, keep }: { id: string; keep: boolean }): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const actor = await lockTeam(tx, ctx);
    if (actor.role !== "OWNER") return refuse("forbidden");
    const target = await findMember(tx, ctx.tenant.id, id);
    if (!target || target.id === actor.id) return refuse("not_found");
    if (target.deactivatedAt !== null) return refuse("member_inactive");
    await changeRights(tx, id, { role: "OWNER", ...WITHOUT_LIMITS });
    if (!keep) await changeRights(tx, actor.id, { role: "ADMIN", ...WITHOUT_LIMITS });
    const detail = { name: target.name, before: { role: target.role }, after: { role: "OWNER" }, by: { before: "OWNER", after: keep ? "OWNER" : "ADMIN" } };
    await recordAudit(tx, ctx, { action: "shop.hand_over", entity: "member", entityId: id, detail });
    return accept({ id });
  });
}
