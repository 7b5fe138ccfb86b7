import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { reviveMembership } from "@/modules/identity/postings/revive-membership.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { findMember, lockTeam } from "../postings/lock-team.ts";
import { judgeChange } from "../rules/judge-change.ts";

/** Gives somebody their place back, with the rights they had. */
export async function reactivateMember(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const actor = await lockTeam(tx, ctx);
    const target = await findMember(tx, ctx.tenant.id, id);
    if (!target || target.deactivatedAt === null) return refuse("not_found");
    const no = judgeChange(actor, target, target.role);
    if (no) return refuse(no);
    await reviveMembership(tx, { userId: target.userId, tenantId: ctx.tenant.id });
    await recordAudit(tx, ctx, { action: "member.reactivate", entity: "member", entityId: id, detail: { name: target.name, before: { active: false }, after: { active: true } } });
    return accept({ id });
  });
}
