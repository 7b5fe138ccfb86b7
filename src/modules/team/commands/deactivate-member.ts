import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { endMembership } from "@/modules/identity/postings/end-membership.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { countOtherOwners, findMember, lockTeam } from "../postings/lock-team.ts";
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
    await endMembership(tx, { id, userId: target.userId, tenantId: ctx.tenant.id }, ctx.now);
    await recordAudit(tx, ctx, { action: actor.id === target.id ? "member.leave" : "member.deactivate", entity: "member", entityId: id, detail: { name: target.name, before: { active: true }, after: { active: false } } });
    return accept({ id });
  });
}
