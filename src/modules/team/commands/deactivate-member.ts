import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { countOtherOwners, findMember, lockTeam, type TeamMember } from "../postings/lock-team.ts";
import { judgeChange } from "../rules/judge-change.ts";

/**
 * Ends somebody's place in the shop, or one's own (leaving). Their next request is refused; what they did keeps their name. The last
 * owner stays.
 */
export async function deactivateMember(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const actor = await lockTeam(tx, ctx);
    const target = await findMember(tx, ctx.tenant.id, id);
    if (!target || target.deactivatedAt !== null) return refuse("not_found");
    const no = actor.id === target.id ? null : judgeChange(actor, target, target.role);
    if (no) return refuse(no);
    if (target.role === "OWNER" && (await countOtherOwners(tx, ctx.tenant.id, id)) === 0) return refuse("last_owner");
    await tx.execute(sql`UPDATE membership SET deactivated_at = ${ctx.now} WHERE id = ${id}`);
    await tx.execute(sql`UPDATE member SET active = false WHERE id = ${id}`);
    await endAccess(tx, ctx, target);
    await recordAudit(tx, ctx, { action: actor.id === target.id ? "member.leave" : "member.deactivate", entity: "member", entityId: id, detail: { name: target.name, before: { active: true }, after: { active: false } } });
    return accept({ id });
  });
}

/** The gate refuses them already; this leaves no session or token lying about for the day they come back. */
async function endAccess(tx: ControlTx, ctx: Context, { userId }: TeamMember): Promise<void> {
  await tx.execute(sql`UPDATE session SET revoked_at = ${ctx.now} WHERE user_id = ${userId} AND active_tenant_id = ${ctx.tenant.id} AND revoked_at IS NULL`);
  await tx.execute(sql`UPDATE refresh_token SET revoked_at = ${ctx.now} WHERE user_id = ${userId} AND tenant_id = ${ctx.tenant.id} AND revoked_at IS NULL`);
}
