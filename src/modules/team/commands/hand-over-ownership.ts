import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact.ts";
import { sql } from "@/platform/db/sql.ts";
import { findMember, lockTeam } from "../postings/lock-team.ts";

/** Makes a member an owner. Unless `keep`, the one who hands over becomes an ADMIN in the same instant. */
export async function handOverOwnership(ctx: Context, { id, keep }: { id: string; keep: boolean }): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const actor = await lockTeam(tx, ctx);
    if (actor.role !== "OWNER") return refuse("forbidden");
    const target = await findMember(tx, ctx.tenant.id, id);
    if (!target || target.id === actor.id) return refuse("not_found");
    if (target.deactivatedAt !== null) return refuse("member_inactive");
    await tx.execute(sql`UPDATE membership SET role = 'OWNER', permission_set = NULL, permissions = '{}', thresholds = '{}' WHERE id = ${id}`);
    if (!keep) await tx.execute(sql`UPDATE membership SET role = 'ADMIN' WHERE id = ${actor.id}`);
    const detail = { name: target.name, before: { role: target.role }, after: { role: "OWNER" }, by: { before: "OWNER", after: keep ? "OWNER" : "ADMIN" } };
    await recordAudit(tx, ctx, { action: "shop.hand_over", entity: "member", entityId: id, detail });
    return accept({ id });
  });
}
